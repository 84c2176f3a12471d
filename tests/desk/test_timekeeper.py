from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.color import Color
from textual.pilot import Pilot

from tests.desk.golden import check_golden
from tests.desk.screen_text import screen_text, wait_for_text, wait_until
from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tipfloor.core.clock import Phase
from tipfloor.desk.outlook import look
from tipfloor.desk.screens.timekeeper import TimekeeperScreen
from tipfloor.desk.timekeeper_app import TimekeeperApp
from tipfloor.desk.widgets.big_digits import digits
from tipfloor.desk.widgets.floor_clock import FloorClock, clock_text
from tipfloor.desk.widgets.phase import COLOUR_CLASSES, SIGNS
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store import StoreFault
from tipfloor.store.sqlite import SqliteStore, create

ALL = ("BRA", "CHL", "URY", "SLV", "DMA", "DOM", "JAM", "MEX")
SIZES = [(40, 12), (80, 24), (240, 60)]

Watch = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A session with eight delegations on its list, nobody on the floor."""
    return Desk.in_session(tmp_path, *ALL)


@pytest.fixture
def watch() -> Watch:
    """Open the timekeeper's view on a desk's record in a window of a size."""

    @asynccontextmanager
    async def watch(desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
        store = SqliteStore(desk.record, read_only=True)
        app = TimekeeperApp(Proceedings(store, desk.clock))
        async with app.run_test(size=size) as pilot:
            await wait_until(pilot, lambda: app.screen_stack and ":" in screen_text(app))
            yield pilot

    return watch


def _shows_digits(app: App[None], text: str) -> bool:
    clock = app.screen.query_one(FloorClock)
    expected = digits(text, *clock.size)
    shown = [row.strip() for row in screen_text(app).splitlines()]
    return bool(expected) and all(row.strip() in shown for row in expected)


@pytest.mark.parametrize("size", SIZES)
async def test_a_remark_at_each_size(desk: Desk, watch: Watch, size: tuple[int, int]) -> None:
    desk.tell("give_floor")
    desk.clock.advance(18_000)
    async with watch(desk, size) as pilot:
        await wait_until(pilot, lambda: _shows_digits(pilot.app, "1:42"))
        check_golden(f"timekeeper_{size[0]}x{size[1]}", screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_what_matters_is_there_at_every_size(
    desk: Desk, watch: Watch, size: tuple[int, int]
) -> None:
    desk.tell("give_floor")
    async with watch(desk, size) as pilot:
        await wait_for_text(pilot, "● SPEAKING", "of 2:00", "BRA  Brazil", "CHL Chile")
        await wait_for_text(pilot, "Session on technology", "7 waiting", "list open", "ends 11:18")
        await wait_for_text(pilot, "11:00:00")


async def test_each_phase_has_its_word_and_sign(desk: Desk, watch: Watch) -> None:
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "○ FLOOR FREE")
        desk.tell("call")
        await wait_for_text(pilot, "► CALLED   of 2:00", "BRA  Brazil", "the clock has not started")
        desk.tell("give_floor")
        await wait_for_text(pilot, "● SPEAKING")
        desk.clock.advance(90_000)
        await wait_for_text(pilot, "▲ LAST 30 SECONDS")
        desk.clock.advance(20_000)
        await wait_for_text(pilot, "◆ LAST 10 SECONDS")
        desk.tell("pause", reason="interpretation")
        await wait_for_text(pilot, "║ PAUSED", "Paused: interpretation")
        desk.tell("resume")
        desk.clock.advance(15_000)
        await wait_for_text(pilot, "■ TIME IS UP")
        await wait_until(pilot, lambda: _shows_digits(pilot.app, "+0:05"))
        desk.tell("suspend")
        await wait_for_text(pilot, "▬ SUSPENDED")


async def test_the_chair_decides_where_the_rules_say_so(tmp_path: Path, watch: Watch) -> None:
    rules = {"at_limit": "alert", "warnings_at_seconds": (60,)}
    desk = Desk.in_session(tmp_path, "BRA", **rules)
    desk.tell("give_floor")
    desk.clock.advance(60_000)
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "◆ LAST MINUTE")
        desk.clock.advance(61_000)
        await wait_for_text(pilot, "■ OVER TIME")


def test_every_phase_has_a_sign_and_a_colour_of_its_own() -> None:
    assert SIGNS.keys() == set(Phase)
    assert len(set(SIGNS.values())) == len(set(COLOUR_CLASSES)) == len(Phase)


async def test_every_phase_stands_out_from_its_ground(desk: Desk, watch: Watch) -> None:
    async with watch(desk) as pilot:
        for part in map(pilot.app.screen.query_one, ("#floor-clock", "#band")):
            for phase in COLOUR_CLASSES:
                part.remove_class(*COLOUR_CLASSES)
                part.add_class(phase)
                await pilot.pause()
                ground, text = part.background_colors[1], part.styles.color
                assert _contrast(ground, text) >= 4.5, (part.id, phase)


def _contrast(one: Color, two: Color) -> float:
    """Return the contrast ratio of two colours (WCAG 2.1)."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_the_list_moves_up_and_closes(desk: Desk, watch: Watch) -> None:
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "8 waiting", "1  BRA Brazil", "5  DMA Dominica")
        desk.tell("give_floor")
        await wait_for_text(pilot, "7 waiting", "1  CHL Chile", "5  DOM Dominican Republic")
        desk.tell("close_list")
        await wait_for_text(pilot, "list closed")


async def test_whoever_is_called_is_not_next_as_well(desk: Desk, watch: Watch) -> None:
    desk.tell("call", delegation="CHL", reason="a minister must leave")
    async with watch(desk) as pilot:
        shown = await wait_for_text(pilot, "CHL  Chile", "1  BRA Brazil", "2  URY Uruguay")
        assert "CHL Chile" not in shown


async def test_nobody_waits(tmp_path: Path, watch: Watch) -> None:
    async with watch(Desk.in_session(tmp_path)) as pilot:
        await wait_for_text(pilot, "nobody is waiting", "0 waiting")


async def test_a_moment_without_a_list(tmp_path: Path, watch: Watch) -> None:
    async with watch(Desk.convene(tmp_path)) as pilot:
        await wait_for_text(pilot, "Registration", "no list of speakers")


async def test_a_session_that_is_not_open_says_so(tmp_path: Path, watch: Watch) -> None:
    desk = Desk.convene(tmp_path)
    desk.tell("next_moment")
    desk.tell("next_moment")
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "Not open yet: Session on general")


@pytest.mark.parametrize("size", SIZES)
async def test_a_joint_statement_and_a_report(
    tmp_path: Path, watch: Watch, size: tuple[int, int]
) -> None:
    desk = Desk.in_session(tmp_path)
    desk.tell("inscribe", delegation="BRA", on_behalf_of=["CHL", "URY"])
    desk.tell("inscribe", delegation="MEX", remark_kind="report")
    desk.tell("give_floor")
    async with watch(desk, size) as pilot:
        await wait_for_text(pilot, "on behalf of 2 delegations", "MEX Mexico (report)")
        desk.tell("end_remark")
        desk.tell("give_floor")
        await wait_for_text(pilot, "report", "no limit", "● SPEAKING")
        desk.clock.advance(61_000)
        await wait_until(pilot, lambda: _shows_digits(pilot.app, "1:01"))


async def test_points_of_order_in_the_order_raised(desk: Desk, watch: Watch) -> None:
    desk.tell("give_floor")
    desk.tell("point_of_order", delegation="MEX")
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "Point of order: MEX Mexico", "║ PAUSED")
        desk.tell("point_of_order", delegation="JAM")
        await wait_for_text(pilot, "Point of order: MEX Mexico, then JAM Jamaica")
        desk.tell("rule_on_point", ruling="not well taken")
        await wait_for_text(pilot, "Point of order: JAM Jamaica")


@pytest.mark.parametrize("size", SIZES)
async def test_a_rehearsal_is_never_taken_for_the_meeting(
    tmp_path: Path, watch: Watch, size: tuple[int, int]
) -> None:
    clock, record = HandClock(), tmp_path / "rehearsal.tipfloor"
    create(record, convening(small_plan(), clock, rehearsal_speed=10))
    async with watch(Desk(record, clock), size) as pilot:
        await wait_for_text(pilot, " REHEARSAL ×10 ", "11:00:00")


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_plain_text(
    tmp_path: Path, watch: Watch, size: tuple[int, int]
) -> None:
    names = {
        "BRA": "[bold]B[/] [@click=app.quit]x[/]\x1b[2J\u202e\n[/",
        "CHL": "=cmd()",
        "URY": "日本国日本国" * 40,
        "SLV": "{name}\x00\x07\u2066",
    }
    clock, record = HandClock(), tmp_path / "hostile.tipfloor"
    create(record, convening(small_plan(names=names), clock))
    desk = Desk(record, clock)
    desk.tell("open_session", session="technology", reason="straight to it")
    for code in names:
        desk.tell("inscribe", delegation=code)
    desk.tell("give_floor")
    desk.tell("pause", reason="[red]\x1b]0;x\x07{code}")
    async with watch(desk, size) as pilot:
        shown = await wait_for_text(pilot, "BRA  [bold]B[/]", "CHL =cmd()")
        assert not {"\x1b", "\x07", "\x00", "\u202e", "\u2066"} & set(shown)
        await wait_for_text(pilot, "Paused: [red]]0;x{code}")


async def test_very_wide_names_are_cut_to_the_window(tmp_path: Path, watch: Watch) -> None:
    clock, record = HandClock(), tmp_path / "wide.tipfloor"
    create(record, convening(small_plan(names={"BRA": "日本" * 200}), clock))
    desk = Desk(record, clock)
    desk.tell("open_session", session="technology", reason="straight to it")
    desk.tell("inscribe", delegation="BRA")
    desk.tell("give_floor")
    async with watch(desk) as pilot:
        shown = await wait_for_text(pilot, "BRA  日本", "…")
        strips = pilot.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {80}
        assert shown.count("日") <= 40


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 6), (40, 60), (240, 7)])
async def test_any_window_will_do(desk: Desk, watch: Watch, size: tuple[int, int]) -> None:
    desk.tell("give_floor")
    async with watch(desk, (80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        await wait_until(pilot, lambda: screen_text(pilot.app).count("\n") == size[1] - 1)
        desk.clock.advance(1000)
        await wait_until(pilot, lambda: pilot.app.screen.query_one(FloorClock).text == "1:59")


async def test_it_shows_the_same_second_as_the_desk(desk: Desk, watch: Watch) -> None:
    desk.tell("give_floor")
    async with watch(desk) as pilot:
        for step in (1, 998, 2, 88_999, 1, 20_000, 9_999, 1, 999, 1, 59_000):
            desk.clock.advance(step)
            shown = clock_text(look(desk.proceedings))
            await wait_until(pilot, lambda: pilot.app.screen.query_one(FloorClock).text == shown)


async def test_it_outlives_the_desk(desk: Desk, watch: Watch) -> None:
    desk.tell("give_floor")
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "BRA  Brazil")
        desk.proceedings.close()
        desk.clock.advance(30_000)
        await wait_until(pilot, lambda: pilot.app.screen.query_one(FloorClock).text == "1:30")
        again = desk.another()
        again.tell("end_remark")
        again.tell("give_floor")
        await wait_for_text(pilot, "CHL  Chile")


async def test_started_before_the_desk_it_follows_all_the_same(desk: Desk, watch: Watch) -> None:
    desk.proceedings.close()
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "○ FLOOR FREE")
        desk.another().tell("give_floor")
        await wait_for_text(pilot, "BRA  Brazil")


class Failing:
    """A record on a medium that fails while it is told to."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self.fails = False
        self.where, self.read, self.append = store.where, store.read, store.append
        self.close = store.close

    def changed(self) -> bool:
        if self.fails:
            raise StoreFault("unreadable", self.where, "disk I/O error")
        return self._store.changed()


async def test_a_record_that_cannot_be_read_is_told_and_the_clock_runs_on(desk: Desk) -> None:
    desk.tell("give_floor")
    store = Failing(SqliteStore(desk.record, read_only=True))
    app = TimekeeperApp(Proceedings(store, desk.clock))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for_text(pilot, "BRA  Brazil")
        store.fails = True
        await wait_for_text(pilot, "The record cannot be read just now.")
        desk.clock.advance(10_000)
        await wait_until(pilot, lambda: app.screen.query_one(FloorClock).text == "1:50")
        store.fails = False
        desk.clock.advance(1000)
        await wait_until(pilot, lambda: app.screen.query_one(FloorClock).text == "1:49")
        desk.clock.advance(1000)
        await wait_until(pilot, lambda: "cannot be read" not in screen_text(app))


async def test_q_ends_it_and_the_keys_of_the_desk_do_nothing(desk: Desk, watch: Watch) -> None:
    before = desk.meeting.position
    async with watch(desk) as pilot:
        await pilot.press("space", "e", "t", "escape", "question_mark", "enter", "a", "tab")
        assert isinstance(pilot.app.screen, TimekeeperScreen)
        assert pilot.app.is_running
        await pilot.press("q")
        await wait_until(pilot, lambda: pilot.app._exit)
    assert desk.another().meeting.position == before


@pytest.mark.parametrize("key", ["t", "escape"])
async def test_on_the_desk_it_goes_back(desk: Desk, key: str) -> None:
    app = App[None]()
    async with app.run_test(size=(80, 24)) as pilot:
        view = TimekeeperScreen()
        view.outlook = look(desk.proceedings)
        app.push_screen(view)
        await wait_for_text(pilot, "○ FLOOR FREE")
        desk.tell("give_floor")
        view.outlook = look(desk.proceedings)
        await wait_for_text(pilot, "● SPEAKING")
        await pilot.press(key)
        await wait_until(pilot, lambda: app.screen is not view)
