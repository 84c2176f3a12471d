"""The bell as time runs out: off at first, and switched on at each screen for itself."""

from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.desk.desk_at_work import DeskAtWork, at_desk, ruled
from tests.desk.screen_text import wait_for_text, wait_until
from tests.desk.timekeeping import watch
from tests.helpers.desk import Desk


def listening(app: App[None]) -> list[int]:
    """Return a list to which each ring of a program's bell adds one."""
    rung: list[int] = []
    app.bell = lambda: rung.append(1)  # type: ignore[method-assign]
    return rung


async def run_out(desk: DeskAtWork) -> None:
    """Let a remark of two minutes pass both warnings and its limit."""
    await desk.press("space")
    for seconds in (60, 31, 10, 10, 20):
        await desk.later(seconds)


@pytest.mark.parametrize(("presses", "rings"), [(0, 0), (1, 1), (2, 3), (3, 0)])
async def test_it_rings_where_it_was_switched_on(presses: int, rings: int, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        for _ in range(presses):
            await desk.press("n", "S")
            await desk.later(2)
        rung = listening(desk.app)
        await run_out(desk)
        assert len(rung) == rings


async def test_it_says_at_which_times_it_rings_and_is_found_by_its_name(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        rung = listening(desk.app)
        await desk.press("ctrl+p")
        await desk.keys(*"bell", "enter")
        await desk.until(lambda: "The bell rings here with 0:00 left." in desk.notices)
        await desk.press("n", "S")
        await desk.until(lambda: "with 0:30, 0:10, 0:00 left." in desk.notices)
        assert len(rung) == 2
        await desk.press("n", "S")
        await desk.until(lambda: "Silent" in desk.notices)
        assert len(rung) == 2


async def test_the_rule_of_the_meeting_holds_until_it_is_switched(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", plan=ruled(bell=True)) as desk:
        rung = listening(desk.app)
        await run_out(desk)
        assert len(rung) == 1


async def test_a_discreet_remark_is_silent(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("n", "S", "n", "S")
        rung = listening(desk.app)
        await desk.press("space")
        desk.told("discreet")
        await desk.later(91)
        await desk.later(30)
        assert not rung


async def test_the_timekeeper_has_a_sound_of_its_own(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA")
    desk.tell("give_floor")
    async with watch(desk) as pilot:
        rung = listening(pilot.app)
        await pilot.press("b", "b")
        await wait_for_text(pilot, "The bell rings here with 0:30, 0:10, 0:00 left. · b changes it")
        heard = len(rung)
        desk.clock.advance(91_000)
        await rings(pilot, rung, heard + 1)
        desk.clock.advance(20_000)
        await rings(pilot, rung, heard + 2)
    desk.close()


async def rings(pilot: Pilot[None], rung: list[int], times: int) -> None:
    await wait_until(pilot, lambda: len(rung) == times)
