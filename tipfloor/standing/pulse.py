"""The pulse of a screen: it takes what the record's thread brings and wakes at each second.

Nothing is counted here: each beat computes what the clock shows, and draws only on a change.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping

from tipfloor.core.ground.instant import Phase
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.proceedings.waiting import LATE, SLOW, Waiting
from tipfloor.standing.outlook import Outlook, look
from tipfloor.store import Person

LOOK_EVERY = 0.5
"""Seconds between two looks at the clock: one that was set is followed within a moment."""

Saving = tuple[int, bool, bool, str]
Shown = tuple[int, int | None, Phase, int, Mapping[str, Person], int | None, Saving]


async def pulse(proceedings: LiveProceedings, beat: Callable[[Outlook], None]) -> None:
    """Call `beat` whenever the meeting, a shown second or the phase changed, until cancelled.

    It is called too when something has waited so long for the disk that it is to be said.
    """
    loop, woken = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody looks any more
            loop.call_soon_threadsafe(woken.set)

    proceedings.begin(wake)
    shown: Shown | None = None
    while True:
        woken.clear()
        proceedings.take()
        outlook = look(proceedings)
        if (shows := _shows(outlook)) != shown:
            shown = shows
            beat(outlook)
        timer = loop.call_later(_wait(outlook), woken.set)
        await woken.wait()
        timer.cancel()


def _shows(outlook: Outlook) -> Shown:
    # While a countdown runs, the time of day turns with its seconds: one drawing, not two.
    wall = 0 if _counting(outlook) else int(outlook.now.utc.timestamp())
    saving = _saving(outlook.waiting)
    position = outlook.meeting.position
    seen = (position, outlook.seconds, outlook.phase, wall, outlook.people, outlook.broken)
    return (*seen, saving)


def _saving(waiting: Waiting) -> Saving:
    if not waiting.slow:
        return (0, False, False, "")
    fault = f"{waiting.fault.code}: {waiting.fault.detail}" if waiting.fault else ""
    return (len(waiting.acts), True, waiting.late, fault)


def _wait(outlook: Outlook) -> float:
    """Return the seconds to sleep: until the clock's next second, or the next look."""
    edge = 1000 - outlook.now.utc.microsecond // 1000
    if outlook.left is not None and _counting(outlook):
        edge = (outlook.left - 1) % 1000 + 1
    speed = outlook.meeting.rehearsal_speed or 1.0
    waited = outlook.waiting.seconds
    said = [when - waited for when in (SLOW, LATE) if 0 < waited < when]
    return min(LOOK_EVERY, edge / 1000 / speed, *said)


def _counting(outlook: Outlook) -> bool:
    """Tell whether a limit is being counted down, or over-time up."""
    return outlook.left is not None and outlook.phase not in (Phase.PAUSED, Phase.SUSPENDED)
