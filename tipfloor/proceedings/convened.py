"""How a record begins, and the clock that its meeting runs on."""

from __future__ import annotations

from tipfloor.clocks import Clock, RehearsalClock, SystemClock
from tipfloor.core.course.convening import MeetingConvened
from tipfloor.core.ground.event import encode
from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.meeting import Meeting
from tipfloor.store import Unsealed


def convening(plan: Plan, clock: Clock, rehearsal_speed: float | None = None) -> list[Unsealed]:
    """Return the first event of a new record, which holds the whole plan."""
    event = MeetingConvened(at=clock.now(), plan=plan, rehearsal_speed=rehearsal_speed)
    return [Unsealed(event.kind, event.version, encode(event))]


def clock_of(meeting: Meeting) -> Clock:
    """Return the clock that a meeting runs on: the machine's, or a rehearsal's faster one."""
    speed, over = meeting.rehearsal_speed, meeting.handed_over
    if speed is None:
        return SystemClock()
    began = meeting.convened_at
    if over is None:
        return RehearsalClock(SystemClock(), began, began, speed)
    return RehearsalClock(SystemClock(), over.real, over.shown, speed)
