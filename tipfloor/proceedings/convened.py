"""How a record begins, and the clock that its meeting runs on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tipfloor.clocks import Clock, RehearsalClock, SystemClock
from tipfloor.core.course.convening import MeetingConvened
from tipfloor.core.ground.event import Told
from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings.view import at_positions, milliseconds, unsealed
from tipfloor.store import TimeLine, Unsealed
from tipfloor.store.acts import new_act

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class RecordClock:
    """The clock of a record: the time line that its store has of its own, else the machine's."""

    def __init__(self, machine: Clock, line: Callable[[], TimeLine | None]) -> None:
        self._machine = machine
        self._line = line

    def now(self) -> Instant:
        """Return the present instant; the start of the machine is only a fact beside it."""
        machine, line = self._machine.now(), self._line()
        if line is None:
            return machine
        ticks = machine.ticks + line.offset
        utc = EPOCH + timedelta(milliseconds=line.utc + ticks)
        return Instant(utc=utc, ticks=ticks, boot=machine.boot, line=line.name)


def on_line(machine: Clock, line: TimeLine) -> RecordClock:
    """Return the clock of a record that is not there yet, on the time line that it will have."""
    return RecordClock(machine, lambda: line)


def convening(
    plan: Plan, clock: Clock, rehearsal_speed: float | None = None, by: str = "tell"
) -> list[Unsealed]:
    """Return the first event of a new record, which holds the whole plan; `by` is who tells it."""
    now = clock.now()
    event = MeetingConvened(at=now, plan=plan, rehearsal_speed=rehearsal_speed)
    return unsealed(at_positions(0, [event], Told(new_act(milliseconds(now)), by)), now)


def clock_of(meeting: Meeting, real: Clock | None = None) -> Clock:
    """Return the clock that a meeting runs on: the real one, or a rehearsal's faster one."""
    real, speed, over = real or SystemClock(), meeting.rehearsal_speed, meeting.handed_over
    if speed is None:
        return real
    began = meeting.convened_at
    if over is None:
        return RehearsalClock(real, began, began, speed)
    return RehearsalClock(real, over.real, over.shown, speed)
