"""The meeting files of other bodies, and a desk at one of their meetings."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.plan import Plan
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import convening
from tipfloor.store.creating import create

FOLDER = Path(__file__).parents[1] / "meetings"
COUNCIL, TOWN = FOLDER / "council.toml", FOLDER / "town_council.toml"
LAKES = FOLDER / "lakes.toml"


@cache
def body(path: Path) -> Plan:
    """Return the plan of a body's meeting file."""
    return read_plan(path)


def clock_at(plan: Plan, local: str) -> HandClock:
    """Return a clock set to a local time of a meeting, as ISO 8601."""
    clock = HandClock()
    apart = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(plan.meeting.time_zone))
    clock.jump_wall(round((apart - clock.now().utc).total_seconds() * 1000))
    return clock


def convened(folder: Path, closing: ExitStack, plan: Plan, local: str) -> Desk:
    """Return a desk at a new meeting that was convened at a local time."""
    clock, record = clock_at(plan, local), folder / "meeting.tipfloor"
    assert create(record, convening(plan, clock))
    desk = Desk(record, clock)
    closing.callback(desk.close)
    return desk


def local(at: Instant | datetime | None, desk: Desk) -> str:
    """Return the local time of day at a meeting, empty where there is none."""
    if at is None:
        return ""
    utc = at.utc if isinstance(at, Instant) else at
    return f"{utc.astimezone(desk.meeting.plan.zone):%H:%M:%S}"
