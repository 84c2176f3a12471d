from pathlib import Path

import pytest

from tests.desk.screen_text import screen_text, wait_for_text, wait_until
from tests.desk.timekeeping import ALL, SIZES, clock, watch
from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tipfloor.proceedings import convening
from tipfloor.store.creating import create


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A session with eight delegations on its list, nobody on the floor."""
    return Desk.in_session(tmp_path, *ALL)


@pytest.mark.parametrize("size", SIZES)
async def test_a_rehearsal_is_never_taken_for_the_meeting(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    hand, record = HandClock(), tmp_path / "rehearsal.tipfloor"
    create(record, convening(small_plan(), hand, rehearsal_speed=10))
    async with watch(Desk(record, hand), size) as pilot:
        await wait_for_text(pilot, " REHEARSAL \N{MULTIPLICATION SIGN}10 ", "11:00:00")


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_plain_text(tmp_path: Path, size: tuple[int, int]) -> None:
    names = {
        "BRA": "[bold]B[/] [@click=app.quit]x[/]\x1b[2J\u202e\n[/",
        "CHL": "=cmd()",
        "URY": "日本国日本国" * 40,
        "SLV": "{name}\x00\x07\u2066",
    }
    hand, record = HandClock(), tmp_path / "hostile.tipfloor"
    create(record, convening(small_plan(names=names), hand))
    desk = Desk(record, hand)
    desk.tell("open_session", session="technology", reason="straight to it")
    for code in names:
        desk.tell("inscribe", delegation=code)
    desk.tell("give_floor")
    desk.tell("pause", reason="[red]\x1b]0;x\x07{code}")
    async with watch(desk, size) as pilot:
        shown = await wait_for_text(pilot, "BRA  [bold]B[/]", "CHL =cmd()")
        assert not {"\x1b", "\x07", "\x00", "\u202e", "\u2066"} & set(shown)
        await wait_for_text(pilot, "Paused: [red]�]0;x�{code}")


async def test_very_wide_names_are_cut_to_the_window(tmp_path: Path) -> None:
    hand, record = HandClock(), tmp_path / "wide.tipfloor"
    create(record, convening(small_plan(names={"BRA": "日本" * 200}), hand))
    desk = Desk(record, hand)
    desk.tell("open_session", session="technology", reason="straight to it")
    desk.tell("inscribe", delegation="BRA")
    desk.tell("give_floor")
    async with watch(desk) as pilot:
        shown = await wait_for_text(pilot, "BRA  日本", "…")
        strips = pilot.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {80}
        assert shown.count("日") <= 40


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 6), (40, 60), (240, 7)])
async def test_any_window_will_do(desk: Desk, size: tuple[int, int]) -> None:
    desk.tell("give_floor")
    async with watch(desk, (80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        await wait_until(pilot, lambda: screen_text(pilot.app).count("\n") == size[1] - 1)
        desk.clock.advance(1000)
        await wait_until(pilot, lambda: clock(pilot) == "1:59")
