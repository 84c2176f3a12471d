"""Rows told only where they are in sight: chosen by key and mouse, scrolled by wheel and bar."""

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from tests.desk.screen_text import screen_text, wait_until
from tipfloor.desk.widgets.rows import Rows
from tipfloor.standing.line import Line, LinesOf

NUMBER, HEIGHT, WIDTH = 100, 10, 30
NOTCHES = 5
"""Of the wheel, five rows each here."""


class OneList(App[None]):
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.told: list[int] = []
        self.meant: list[int] = []

    def compose(self) -> ComposeResult:
        yield Rows("rows")

    def on_mount(self) -> None:
        self.query_one(Rows).show(LinesOf(range(NUMBER), self._tell), 0)
        self.query_one(Rows).focus()

    def _tell(self, place: int) -> Line:
        self.told.append(place)
        return Line.of(f"row {place} of many")

    def on_rows_meant(self, event: Rows.Meant) -> None:
        self.meant.append(event.place)


@pytest.fixture
def app() -> OneList:
    return OneList()


def first_shown(app: OneList) -> int:
    return int(screen_text(app).split()[1])


async def shows(pilot: Pilot[None], app: OneList, first: int) -> None:
    await wait_until(pilot, lambda: "row" in screen_text(app) and first_shown(app) == first)


async def test_only_rows_in_sight_are_told(app: OneList) -> None:
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await shows(pilot, app, 0)
        assert set(app.told) == set(range(HEIGHT))
        await pilot.press("end")
        await shows(pilot, app, NUMBER - HEIGHT)
        assert app.query_one(Rows).highlighted == NUMBER - 1
        assert set(app.told) == {*range(HEIGHT), *range(NUMBER - HEIGHT, NUMBER)}


async def test_keys_choose_and_stop_at_both_ends(app: OneList) -> None:
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        rows = app.query_one(Rows)
        found = []
        for key in ("up", "down", "down", "pagedown", "end", "down", "pageup", "home"):
            await pilot.press(key)
            found.append(rows.highlighted)
        assert found == [0, 1, 2, 12, 99, 99, 89, 0]
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.meant == [0])


async def test_a_click_chooses_and_a_double_click_means(app: OneList) -> None:
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await shows(pilot, app, 0)
        await pilot.click("#rows", offset=(3, 4))
        assert app.query_one(Rows).highlighted == 4
        assert not app.meant
        await pilot.click("#rows", offset=(3, 7), times=2)
        await wait_until(pilot, lambda: app.meant == [7])


async def test_the_wheel_and_the_bar_scroll_without_choosing(app: OneList) -> None:
    app.scroll_sensitivity_y = 5.0
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await shows(pilot, app, 0)
        rows, bar = app.query_one(Rows), WIDTH - 1
        down = MouseScrollDown(rows, 3, 3, 0, 1, 0, shift=False, meta=False, ctrl=False)
        for _ in range(NOTCHES):
            rows.post_message(down)
        await shows(pilot, app, 25)
        await pilot.click("#rows", offset=(bar, HEIGHT - 1))
        await shows(pilot, app, 35)
        await pilot.click("#rows", offset=(bar, 0))
        await shows(pilot, app, 25)
        await pilot.mouse_down("#rows", offset=(bar, 2))
        await pilot.hover("#rows", offset=(bar, 4))
        await pilot.mouse_up("#rows", offset=(bar, 4))
        await shows(pilot, app, 45)
        assert rows.highlighted == 0
        rows.show(rows.lines[:50], 0)
        await shows(pilot, app, 40)


async def test_where_nothing_can_be_chosen_a_click_does_nothing(app: OneList) -> None:
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        rows = app.query_one(Rows)
        rows.show((Line.of("row 0 is none"),), None)
        await wait_until(pilot, lambda: "none" in screen_text(app))
        await pilot.click("#rows", offset=(3, 0), times=2)
        assert rows.highlighted is None
        assert not app.meant
