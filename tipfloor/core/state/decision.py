"""A decision as a thing keeps it, and those that it had before."""

from __future__ import annotations

from typing import Generic, Self, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.taken import Taken


class Decision(Struct, frozen=True, kw_only=True):
    """When a decision was taken, in which moment and how, and whether that was corrected since."""

    at: Instant
    moment: str
    taken: Taken
    corrected: bool = False


Kept = TypeVar("Kept", bound=Decision)


class Superseded(Struct, Generic[Kept], frozen=True):
    """A decision that holds no more: reopened at an instant, or a deferral taken up again."""

    decision: Kept
    at: Instant


class Decided(Struct, Generic[Kept], frozen=True, kw_only=True):
    """Something that is decided on: the decision that holds, and those that hold no more."""

    decision: Kept | None = None
    superseded: tuple[Superseded[Kept], ...] = ()

    @property
    def reopened(self) -> bool:
        """Whether it is undecided although something was decided before."""
        return self.decision is None and bool(self.superseded)

    def deciding(self, decision: Kept) -> Self:
        """Return it with a decision; the former one is kept as superseded."""
        return replace(self.superseding(decision.at), decision=decision)

    def superseding(self, at: Instant) -> Self:
        """Return it undecided, its decision kept as superseded where there is one."""
        if self.decision is None:
            return self
        former = (*self.superseded, Superseded(self.decision, at))
        return replace(self, decision=None, superseded=former)
