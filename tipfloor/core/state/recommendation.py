"""A recommendation as it stands: its text, its amendments, its fate and who reserved on it."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

from tipfloor.core.ground.fields import InLanguages
from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.programme import RecommendationPlan
from tipfloor.core.state.decision import Decided, Decision
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.reservation import Reservation

Fate = Literal["undecided", "adopted", "adopted_as_amended", "deferred", "rejected", "withdrawn"]
"""What became of a recommendation (PRACTICE section 2, row vii)."""

ADOPTED: tuple[Fate, ...] = ("adopted", "adopted_as_amended")
OPEN: tuple[Fate, ...] = ("undecided", "deferred")
"""The fates that leave a recommendation to be decided; a deferred one can be taken up again."""


class Amendment(Struct, frozen=True):
    """A change of a recommendation's text: as it was before and after, and who proposed it."""

    worded: ClassVar[tuple[str, ...]] = ("text",)

    at: Instant
    former: str
    text: str
    delegation: str | None = None
    translations: InLanguages = {}


class RecommendationDecision(Decision, frozen=True, kw_only=True):
    """A decision on a recommendation: its fate, and the members of its block if any."""

    fate: Fate
    block: tuple[int, ...] = ()


class Recommendation(Decided[RecommendationDecision], frozen=True):
    """One recommendation by its number; `draft` is its text before any amendment."""

    number: int
    draft: str
    regional_priority: bool = False
    amendments: tuple[Amendment, ...] = ()
    reservations: tuple[Reservation, ...] = ()

    @property
    def text(self) -> str:
        """The text as amended last."""
        return self.amendments[-1].text if self.amendments else self.draft

    @property
    def fate(self) -> Fate:
        """What became of it so far."""
        return self.decision.fate if self.decision else "undecided"

    @property
    def is_open(self) -> bool:
        """Whether it can still be decided."""
        return self.fate in OPEN

    @property
    def fate_if_adopted(self) -> Fate:
        """As what it would be adopted now."""
        return "adopted_as_amended" if self.text != self.draft else "adopted"

    @property
    def reserved_by(self) -> tuple[str, ...]:
        """The delegations whose reservation stands."""
        return tuple(item.delegation for item in self.reservations if item.is_open)


def find_recommendation(meeting: Meeting, number: int) -> Recommendation | None:
    """Find a recommendation of the plan, as it stands, by its number.

    Until something is done about it, it is as the plan has it.
    """
    row = meeting.plan.row("recommendations", str(number))
    if not isinstance(row, RecommendationPlan):
        return None
    planned = Recommendation(row.number, row.text, row.regional_priority)
    return meeting.recommendations.get(number, planned)


def recommendations(meeting: Meeting) -> tuple[Recommendation, ...]:
    """Return every recommendation by number, as it stands."""
    numbers = sorted(row.number for row in meeting.plan.recommendations)
    found = (find_recommendation(meeting, number) for number in numbers)
    return tuple(item for item in found if item)


def next_recommendation(meeting: Meeting) -> Recommendation | None:
    """Return the one to be taken up next: the first undecided, else the first deferred."""
    opened = [item for item in recommendations(meeting) if item.is_open]
    return min(opened, key=lambda item: (item.fate == "deferred", item.number), default=None)


def undecided_recommendations(meeting: Meeting) -> tuple[Recommendation, ...]:
    """Return those that were neither decided nor deferred."""
    return tuple(item for item in recommendations(meeting) if item.fate == "undecided")


def reserved_recommendations(meeting: Meeting) -> tuple[Recommendation, ...]:
    """Return those on which a reservation stands (PRACTICE section 2, row ix)."""
    return tuple(item for item in recommendations(meeting) if item.reserved_by)


def block_by_default(meeting: Meeting) -> tuple[Recommendation, ...]:
    """Return those that go into a block unless others are named: undecided and not reserved."""
    return tuple(item for item in undecided_recommendations(meeting) if not item.reserved_by)


def with_recommendation(meeting: Meeting, changed: Recommendation) -> Meeting:
    """Return the meeting with a recommendation's newer value."""
    return meeting.having(recommendations={**meeting.recommendations, changed.number: changed})
