"""Deciding on one recommendation: approved or rejected, by consensus or by a vote."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.deciding.deciding import Deciding
from tipfloor.core.deciding.flat import HowTaken
from tipfloor.core.ground.act import Act, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.value import Shared
from tipfloor.core.recommendations.drafting import Number, open_recommendation
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import (
    Fate,
    RecommendationDecision,
    find_recommendation,
    with_recommendation,
)
from tipfloor.core.state.taken import Taken

BY_VOTE: dict[Fate, Literal["adopted_vote", "adopted_as_amended_vote", "rejected_vote"]] = {
    "adopted": "adopted_vote",
    "adopted_as_amended": "adopted_as_amended_vote",
    "rejected": "rejected_vote",
}
"""What a vote made of a recommendation, as the log tells it."""


class RecommendationDecided(HowTaken, Event):
    """What became of a recommendation was decided, with the votes, majority and quorum then."""

    version: ClassVar[int] = 2
    kind: Literal["recommendation_decided"] = "recommendation_decided"
    number: int
    fate: Fate
    delegation: str | None = None
    reason: str | None = None

    def manner(
        self,
    ) -> Literal[
        "",
        "adopted",
        "adopted_vote",
        "adopted_as_amended",
        "adopted_as_amended_vote",
        "rejected",
        "rejected_vote",
        "deferred",
        "withdrawn",
        "withdrawn_delegation",
    ]:
        """Tell what became of it, and by a vote or by whom."""
        if self.method == "vote":
            return BY_VOTE.get(self.fate, "")
        if self.fate == "withdrawn" and self.delegation:
            return "withdrawn_delegation"
        return "" if self.fate == "undecided" else self.fate

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the decision; a deferral before it is superseded."""
        found = find_recommendation(meeting, self.number)
        if found is None:
            return meeting
        decision = RecommendationDecision(
            fate=self.fate, at=self.at, moment=meeting.moment, taken=self.taken
        )
        return with_recommendation(meeting, found.deciding(decision))


class Numbered(Shared):
    """What the acts about one recommendation begin with."""

    __slots__ = ()

    number: Number


class DecidingRecommendations(Deciding):
    """What the acts share that decide on recommendations."""

    __slots__ = ()

    def taken(self, meeting: Meeting, *, carried: bool) -> Taken:
        """Return how it was decided. Raises Refused."""
        majority = meeting.plan.rules.recommendations_majority
        elsewhere = is_elsewhere(meeting)
        return self.decided_here(meeting, majority, carried=carried, elsewhere=elsewhere)


class ApproveRecommendation(DecidingRecommendations, Numbered, Act):
    """Approve one recommendation, as amended where it was, by consensus or by a vote.

    `insist` approves it although the quorum is lost.
    """

    asks = "ask.reason_skip"

    kind: Literal["approve_recommendation"] = "approve_recommendation"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Approve it while it is open (PRACTICE section 2, row vii)."""
        found = open_recommendation(meeting, self.number)
        taken = self.taken(meeting, carried=True)
        return [decided(now, self.number, found.fate_if_adopted, taken, self.reason)]


class RejectRecommendation(DecidingRecommendations, Numbered, Act):
    """Reject one recommendation, by consensus or by a vote that did not carry it."""

    asks = "ask.reason_skip"

    kind: Literal["reject_recommendation"] = "reject_recommendation"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Reject it while it is open."""
        open_recommendation(meeting, self.number)
        taken = self.taken(meeting, carried=False)
        return [decided(now, self.number, "rejected", taken, self.reason)]


def is_elsewhere(meeting: Meeting) -> bool:
    """Tell whether this is another moment than that of the recommendations.

    A meeting whose plan has no such moment decides on them in any.
    """
    kinds = {item.kind for item in meeting.plan.moments}
    return "recommendations" in kinds and meeting.moment_plan.kind != "recommendations"


def reason_elsewhere(meeting: Meeting, reason: str | None) -> None:
    """Refuse a missing reason in another moment than that of the recommendations."""
    if is_elsewhere(meeting):
        needs_reason(reason)


def decided(
    now: Instant, number: int, fate: Fate, taken: Taken, reason: str | None
) -> RecommendationDecided:
    """Return the event of one recommendation decided."""
    return RecommendationDecided(at=now, number=number, fate=fate, reason=reason, **taken.flat)
