"""Looking and leaving: the palette, the help, the mouse, long lists, sizes of the window."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk, desk_on, real_plan
from tests.helpers.hand_clock import HandClock
from tipfloor.desk.deeds.rooms import WITHOUT_A_KEY
from tipfloor.desk.keys import KEYS
from tipfloor.desk.screens.offering import offered, titled
from tipfloor.proceedings import convening
from tipfloor.store.creating import create
from tipfloor.words import say


def place(desk: DeskAtWork, text: str) -> tuple[int, int]:
    """Return column and row of a text on the screen."""
    for row, line in enumerate(desk.screen.splitlines()):
        if text in line:
            return line.index(text), row
    raise AssertionError(f"{text!r} is not on the screen:\n{desk.screen}")


async def click(desk: DeskAtWork, text: str, times: int = 1) -> None:
    await desk.pilot.pause()
    await desk.pilot.click(offset=place(desk, text), times=times)


def test_the_palette_has_every_deed() -> None:
    assert set(offered()) == {key.action for key in KEYS} | set(WITHOUT_A_KEY) | {"language"}
    titles = [titled(name) for name in offered()]
    assert len(titles) == len(set(titles))
    for key in KEYS:
        assert f"{key.label.capitalize()} ({key.shown})" in titles


async def test_a_square_bracket_in_the_palette_is_shown_as_it_is(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("ctrl+p")
        await desk.keys(*"part")
        await desk.shows("Former part ([ <)", "Next part (] >)")


async def test_the_help_names_what_has_no_key(tmp_path: Path) -> None:
    async with at_desk(tmp_path, size=(80, 160)) as desk:
        await desk.press("question_mark")
        await desk.shows(*(say(f"keys.{name}_help") for name in WITHOUT_A_KEY))


async def test_no_line_of_the_help_is_broken_at_80_columns(tmp_path: Path) -> None:
    async with at_desk(tmp_path, size=(80, 160)) as desk:
        await desk.press("question_mark")
        screen = await desk.shows("Keys")
        lines = [line for line in screen.splitlines()[1:-1] if line.strip()]
        assert len(lines) == len(offered()) + 1
        assert all(line.startswith("  ") for line in lines)


async def test_a_click_on_a_key_at_the_foot(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await click(desk, "space next")
        await desk.until(lambda: desk.meeting.floor)
        await click(desk, "e end")
        await desk.until(lambda: desk.meeting.remarks)
        await click(desk, "? help")
        await desk.shows("Keys")


def selected(desk: DeskAtWork) -> str:
    entry = desk.app.desk.selected
    return entry.delegation if entry else ""


async def test_a_click_on_a_row_selects_and_a_double_click_means_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY") as desk:
        await click(desk, "Uruguay")
        await desk.until(lambda: selected(desk) == "URY")
        assert not desk.dialog
        assert desk.meeting.floor is None
        await click(desk, "Chile", times=2)
        await desk.shows("why does Chile take the floor now?")
        await desk.keys("escape")
        await desk.until(lambda: not desk.dialog)
        assert selected(desk) == "CHL"


async def test_a_double_click_on_the_next_gives_it_the_floor_once(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY") as desk:
        await click(desk, "1 BRA", times=4)
        await desk.until(lambda: desk.meeting.floor)
        assert desk.waiting == ["CHL", "URY"]
        assert not desk.dialog


async def test_a_click_on_an_answer_selects_and_a_double_click_answers_once(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("x")
        await desk.shows("2 a recorded intervention")
        await click(desk, "a recorded intervention")
        assert desk.dialog
        await click(desk, "a recorded intervention", times=3)
        await desk.shows("Refuse a recorded intervention: asked for by")
        await desk.keys(*"bras")
        await desk.shows("BRA BR  Brazil")
        await click(desk, "BRA BR", times=2)
        await desk.until(lambda: desk.meeting.requests_refused)
        assert desk.meeting.requests_refused[0].requested == "recorded"


async def test_a_list_longer_than_the_screen_scrolls(tmp_path: Path) -> None:
    codes = [item.code for item in real_plan().delegations]
    async with at_desk(tmp_path, *codes) as desk:
        await desk.shows("List · open · 32 waiting", " 1 ", f"15 {codes[14]}")
        assert f"32 {codes[31]}" not in desk.screen
        await desk.press(*["down"] * 31)
        await desk.shows(f"32 {codes[31]}")
        await desk.press("K")
        await desk.type("agreed")
        await desk.shows(f"31 {codes[31]}")
        assert desk.waiting[30] == codes[31]


@pytest.mark.parametrize("size", [(80, 24), (120, 35), (160, 45), (200, 60)])
async def test_every_part_is_in_sight(size: tuple[int, int], tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", size=size) as desk:
        await desk.press("space")
        screen = await desk.shows(
            "The floor", "BRA  Brazil", "of 2:00", "● SPEAKING", "1 CHL Chile", "ends", "12:30"
        )
        lines = screen.splitlines()
        assert len(lines) == size[1]
        assert "? help" in lines[-1]
        assert "✓ saved" in lines[-2]
        assert "now: e when Brazil has ended" in lines[-3]
        assert "Brazil has the floor. Chile may" in screen
        assert "Record" in screen


@pytest.mark.parametrize("size", [(79, 23), (60, 15), (20, 5), (3, 2), (1, 1)])
async def test_a_window_too_small_does_no_harm(size: tuple[int, int], tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space", "x")
        await desk.pilot.resize_terminal(*size)
        await desk.later(1)
        await desk.keys("escape")
        await desk.press("e")
        await desk.pilot.resize_terminal(80, 24)
        await desk.shows("Brazil spoke", "1 CHL Chile")


async def test_q_leaves_at_once_while_nobody_has_the_floor(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("q")
        await desk.until(lambda: not desk.app.is_running)


async def test_ctrl_c_asks_as_q_does(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("space", "ctrl+c")
        await desk.shows("Brazil has the floor. Leave the desk?")


async def test_who_leaves_a_rehearsal_is_told_that_its_record_goes(tmp_path: Path) -> None:
    record, clock = tmp_path / "rehearsal.tipfloor", HandClock()
    assert create(record, convening(real_plan(), clock, rehearsal_speed=1.0))
    async with desk_on(record, clock) as desk:
        desk.told("open_session", session="introductory", reason="a test")
        desk.told("inscribe", delegation="BRA")
        desk.told("give_floor")
        await desk.press("q")
        await desk.shows("Brazil has the floor. Leave the desk?", "its record goes with it")
