"""The recommendations before they are approved: added, amended, marked as a regional priority."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta
from msgspec.structs import replace

from tipfloor.core.ground.act import Act, DelegationCode
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import InLanguages
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.subjects import proposed
from tipfloor.core.plan.programme import LongText, RecommendationPlan
from tipfloor.core.registration.proposing import proposer
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import (
    Amendment,
    Recommendation,
    find_recommendation,
    with_recommendation,
)

Number = Annotated[int, Meta(ge=1, le=1000)]
LARGEST_NUMBER = 1000


class RecommendationAdded(Event):
    """A recommendation that the meeting file did not have was added while the meeting runs."""

    kind: Literal["recommendation_added"] = "recommendation_added"
    recommendation: RecommendationPlan

    def manner(self) -> Literal["", "priority"]:
        """Tell whether it is a regional priority."""
        return "priority" if self.recommendation.regional_priority else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Add it to the plan in force."""
        return meeting.having(plan=meeting.plan.with_added("recommendations", self.recommendation))


class AddRecommendation(Act):
    """Add a draft recommendation, under the next number where none is given."""

    worded: ClassVar[tuple[str, ...]] = ("text",)
    kind: Literal["add_recommendation"] = "add_recommendation"
    text: LongText
    number: Number | None = None
    regional_priority: bool = False
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Add it unless its number is taken."""
        meeting.plan.refuse_full("recommendations")
        taken = {item.number for item in meeting.plan.recommendations}
        number = self.number or max(taken, default=0) + 1
        if number in taken or number > LARGEST_NUMBER:
            raise Refused("number_taken", Rule.RECOMMENDATIONS, recommendation=number)
        row = RecommendationPlan(
            number=number,
            text=self.text,
            regional_priority=self.regional_priority,
            translations=self.translations,
        )
        return [RecommendationAdded(at=now, recommendation=row)]


class RecommendationAmended(Event):
    """The text of a recommendation was changed before its approval."""

    version: ClassVar[int] = 2
    worded: ClassVar[tuple[str, ...]] = ("text",)
    kind: Literal["recommendation_amended"] = "recommendation_amended"
    number: int
    former: str
    text: str
    delegation: str | None = None
    translations: InLanguages = {}

    def manner(self) -> Literal["", "delegation"]:
        """Tell whether a delegation proposed it."""
        return "delegation" if self.delegation else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the former text beside the new one."""
        found = find_recommendation(meeting, self.number)
        if found is None:
            return meeting
        amendment = Amendment(self.at, self.former, self.text, self.delegation, self.translations)
        amended = replace(found, amendments=(*found.amendments, amendment))
        after = with_recommendation(meeting, amended)
        if self.delegation is None:
            return after
        return proposed(after, self.delegation, recommendation=self.number)


class AmendRecommendation(Act):
    """Amend a recommendation: its whole text as amended, and the delegation that proposed it."""

    worded: ClassVar[tuple[str, ...]] = ("text",)
    kind: Literal["amend_recommendation"] = "amend_recommendation"
    number: Number
    text: LongText
    delegation: DelegationCode | None = None
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Amend it while it is open and where that changes something."""
        found = open_recommendation(meeting, self.number)
        if self.text == found.text:
            raise Refused("text_unchanged", Rule.RECOMMENDATIONS, recommendation=self.number)
        code = proposer(meeting, now, self.delegation) if self.delegation else None
        amended = RecommendationAmended(
            at=now,
            number=self.number,
            former=found.text,
            text=self.text,
            delegation=code,
            translations=self.translations,
        )
        return [amended]


class RegionalPrioritySet(Event):
    """A recommendation was marked as a regional priority, or is one no longer."""

    kind: Literal["regional_priority_set"] = "regional_priority_set"
    number: int
    regional_priority: bool

    def manner(self) -> Literal["", "unmarked"]:
        """Tell whether it is one no longer."""
        return "" if self.regional_priority else "unmarked"

    def apply(self, meeting: Meeting) -> Meeting:
        """Set the mark."""
        found = find_recommendation(meeting, self.number)
        if found is None:
            return meeting
        return with_recommendation(
            meeting, replace(found, regional_priority=self.regional_priority)
        )


class SetRegionalPriority(Act):
    """Mark a recommendation as a regional priority, before or after its approval, or unmark it."""

    kind: Literal["set_regional_priority"] = "set_regional_priority"
    number: Number
    regional_priority: bool = True

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Set the mark where that changes something (PRACTICE section 1, rule 12)."""
        found = known_recommendation(meeting, self.number)
        if found.regional_priority == self.regional_priority:
            raise Refused("priority_already", Rule.RECOMMENDATIONS, recommendation=self.number)
        priority = RegionalPrioritySet(
            at=now, number=self.number, regional_priority=self.regional_priority
        )
        return [priority]


def known_recommendation(meeting: Meeting, number: int) -> Recommendation:
    """Find a recommendation by its number. Raises Refused."""
    found = find_recommendation(meeting, number)
    if found is None:
        raise Refused("unknown_recommendation", Rule.RECOMMENDATIONS, given=str(number))
    return found


def open_recommendation(meeting: Meeting, number: int) -> Recommendation:
    """Find a recommendation that can still be decided. Raises Refused."""
    found = known_recommendation(meeting, number)
    if not found.is_open:
        raise Refused(
            "recommendation_decided", Rule.RECOMMENDATIONS, recommendation=number, fate=found.fate
        )
    return found
