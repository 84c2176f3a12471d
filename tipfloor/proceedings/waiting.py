"""What waits to be saved, for how long it has waited, and what hinders it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tipfloor.core.ground.event import Recorded
from tipfloor.core.state.meeting import Meeting
from tipfloor.store import StoreFault

SLOW = 0.2
"""Seconds for which an act may wait for the disk before a screen says that it waits."""

LATE = 0.8
"""Seconds after which every screen says so loudly: with the time to paint, within a second."""


class Waiting(Struct, frozen=True):
    """How saving stands.

    `acts` has the first event of each act that is not on disk yet, in their order, and `seconds`
    is how long the first of what waits has waited. `history` and `meeting` are as they will be.
    """

    acts: Sequence[Recorded] = ()
    seconds: float = 0.0
    fault: StoreFault | None = None
    """Why the record cannot be written or read just now."""
    history: Sequence[Recorded] = ()
    meeting: Meeting | None = None

    @property
    def slow(self) -> bool:
        """Whether something has waited long enough to be told."""
        return self.late or self.seconds >= SLOW

    @property
    def late(self) -> bool:
        """Whether it has waited too long, or is hindered by more than another writer."""
        hindered = self.fault is not None and self.fault.code != "busy"
        return hindered or self.seconds >= LATE

    @property
    def owed(self) -> int:
        """How many acts have waited long enough to be told."""
        return len(self.acts) if self.slow else 0


NOTHING = Waiting()
