"""The present instant of a meeting, on the time of its record."""

from __future__ import annotations

from tipfloor.clocks import Clock
from tipfloor.core.floor.restarts import MachineRestarted, placed, restarted
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting


class Present:
    """A clock read for a meeting; it is never before what the meeting knows of."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._restart: MachineRestarted | None = None

    def of(self, meeting: Meeting) -> tuple[Instant, list[Event]]:
        """Return the present instant, and the event that must be recorded before it can be."""
        machine = self._clock.now()
        now = placed(meeting, machine)
        if now is not None:
            self._restart = None
            return now, []
        self._restart = self._restart or restarted(meeting, machine)
        return self._restart.seam.place(machine), [self._restart]
