"""The pulse of a screen: it follows the record and wakes at each second of the clock.

Nothing is counted here: each beat computes what the clock shows, and draws only on a change.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from tipfloor.core.ground.instant import Phase
from tipfloor.desk.outlook import Outlook, look
from tipfloor.proceedings import Proceedings
from tipfloor.store import Person, StoreFault

FOLLOW_EVERY = 0.125
"""Seconds between two looks at the record: another process's act shows within 200 ms."""

Shown = tuple[int, int | None, Phase, int, Mapping[str, Person], int | None]


async def pulse(
    proceedings: Proceedings,
    beat: Callable[[Outlook], None],
    failed: Callable[[StoreFault], None],
) -> None:
    """Call `beat` whenever the meeting, a shown second or the phase changed, until cancelled.

    `failed` hears of a record that cannot be read; the clock goes on, and reading is tried again.
    """
    shown: Shown | None = None
    while True:
        try:
            proceedings.follow()
        except StoreFault as fault:
            failed(fault)
        outlook = look(proceedings)
        if (shows := _shows(outlook)) != shown:
            shown = shows
            beat(outlook)
        await asyncio.sleep(_wait(outlook))


def _shows(outlook: Outlook) -> Shown:
    # While a countdown runs, the time of day turns with its seconds: one drawing, not two.
    wall = 0 if _counting(outlook) else int(outlook.now.utc.timestamp())
    position = outlook.meeting.position
    return (position, outlook.seconds, outlook.phase, wall, outlook.people, outlook.broken)


def _wait(outlook: Outlook) -> float:
    """Return the seconds to sleep: until the clock's next second, or the next look."""
    edge = 1000 - outlook.now.utc.microsecond // 1000
    if outlook.left is not None and _counting(outlook):
        edge = (outlook.left - 1) % 1000 + 1
    speed = outlook.meeting.rehearsal_speed or 1.0
    return min(FOLLOW_EVERY, edge / 1000 / speed)


def _counting(outlook: Outlook) -> bool:
    """Tell whether a limit is being counted down, or over-time up."""
    return outlook.left is not None and outlook.phase not in (Phase.PAUSED, Phase.SUSPENDED)
