"""What waits to be saved, for how long it has waited, and what hinders it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting
from tipfloor.store import Away, StoreFault, Unanswered

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
    unknown: bool = False
    """Whether the first of the acts may be on disk already, because its answer was lost."""
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

    silent_since: Instant | None = None
    """Since when the record does not answer what is asked of it, None while it does."""

    @property
    def away(self) -> bool:
        """Whether the database does not answer, so that nothing can be done but stop the clock."""
        return isinstance(self.fault, Away | Unanswered)

    @property
    def owed(self) -> int:
        """How many acts have waited long enough to be told."""
        return len(self.acts) if self.slow else 0


NOTHING = Waiting()
