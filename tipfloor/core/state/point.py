"""Points of order as values: raised, ruled on, and the appeal against a ruling."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct, field

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.taken import Taken

Outcome = Literal["upheld", "overturned"]
"""What a vote on an appeal makes of the chair's ruling."""


class Appeal(Struct, frozen=True):
    """An appeal against a ruling; `taken` is the vote in favour of the ruling or against it."""

    delegation: str
    made_at: Instant
    outcome: Outcome | None = None
    voted_at: Instant | None = None
    taken: Taken = field(default_factory=Taken)


class PointOfOrder(Struct, frozen=True):
    """A point of order; `id` is the position of the event that raised it.

    `remark` is the id of the remark that it interrupted, None where nobody spoke.
    """

    id: int
    delegation: str
    raised_at: Instant
    moment: str
    session: str | None = None
    remark: int | None = None
    ruling: str | None = None
    ruled_at: Instant | None = None
    withdrawn_at: Instant | None = None
    appeal: Appeal | None = None
    corrected: bool = False

    @property
    def waits(self) -> bool:
        """Whether the chair has still to rule on it."""
        return self.ruled_at is None and self.withdrawn_at is None

    @property
    def appeal_waits(self) -> bool:
        """Whether an appeal against its ruling has still to be voted on."""
        return self.appeal is not None and self.appeal.voted_at is None


def last_ruled(points: Iterable[PointOfOrder]) -> PointOfOrder | None:
    """Return the point on which the chair ruled last."""
    ruled = [item for item in points if item.ruled_at is not None]
    return max(ruled, key=lambda item: item.id, default=None)
