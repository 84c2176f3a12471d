"""The desk in every moment and in every phase of the floor, small and large, kept as text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.desk.desk_at_work import SMALLEST, DeskAtWork, at_desk, real_plan
from tests.desk.golden import check_painted
from tipfloor.core.ground.instant import Phase

LARGE = (160, 45)
HERE = 3.0
"""Seconds that a screen has until all of it is painted."""

Steps = Callable[[DeskAtWork], Awaitable[object]]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name the record without the folder of this run."""
    monkeypatch.chdir(tmp_path)


async def free(desk: DeskAtWork) -> None:
    """Nobody has the floor, and names wait."""


async def called(desk: DeskAtWork) -> None:
    desk.told("call")


async def speaking(desk: DeskAtWork) -> None:
    desk.told("give_floor")
    await desk.later(45)


async def paused(desk: DeskAtWork) -> None:
    desk.told("pause", reason="microphone")
    await desk.later(5)


async def warning(desk: DeskAtWork) -> None:
    desk.told("resume")
    await desk.later(50)


async def last_seconds(desk: DeskAtWork) -> None:
    await desk.later(18)


async def over_time(desk: DeskAtWork) -> None:
    await desk.later(20)


async def suspended(desk: DeskAtWork) -> None:
    desk.told("end_remark")
    desk.told("suspend")
    await desk.later(60)


async def interlude(desk: DeskAtWork) -> None:
    desk.told("resume_meeting")
    desk.told("begin_interlude", what="film")
    await desk.later(30)


async def planned(desk: DeskAtWork) -> None:
    desk.told("begin_address", address="consultation")
    await desk.later(1000)


async def closed(desk: DeskAtWork) -> None:
    desk.told("end_remark")
    desk.told("close_meeting", insist=True, reason="a test")
    await desk.later(5)


IN_ORDER = {
    Phase.FREE: free,
    Phase.CALLED: called,
    Phase.SPEAKING: speaking,
    Phase.PAUSED: paused,
    Phase.WARNING: warning,
    Phase.LAST_SECONDS: last_seconds,
    Phase.OVER_TIME: over_time,
    Phase.SUSPENDED: suspended,
    Phase.INTERLUDE: interlude,
    Phase.PLANNED: planned,
    Phase.CLOSED: closed,
}
"""Each phase, reached from the one before it."""


async def kept(name: str, desk: DeskAtWork) -> None:
    """Compare the desk in both sizes."""
    for size in (SMALLEST, LARGE):
        await desk.pilot.resize_terminal(*size)
        await check_painted(f"{name}_{size[0]}x{size[1]}", desk, patience=HERE)


async def test_in_each_phase_of_the_floor() -> None:
    assert IN_ORDER.keys() == set(Phase)
    async with at_desk(Path(), "BRA", "CHL", "DOM", "KNA") as desk:
        for phase, steps in IN_ORDER.items():
            await steps(desk)
            await desk.until(lambda phase=phase: desk.app.desk.outlook.phase is phase)
            await kept(f"phase_{phase}", desk)


async def test_in_each_moment() -> None:
    async with at_desk(Path(), session=None) as desk:
        for planned in real_plan().moments:
            if planned.code != desk.meeting.moment:
                desk.told("next_moment")
            await desk.saved()
            await desk.until(lambda code=planned.code: desk.recorded.moment == code)
            await kept(f"moment_{planned.code}", desk)
