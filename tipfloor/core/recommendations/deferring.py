"""Recommendations set aside without a decision on their substance, and opened again."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.deciding.deciding import set_aside
from tipfloor.core.ground.act import Act, DelegationCode, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.recommendations.approval import RecommendationDecided, reason_elsewhere
from tipfloor.core.recommendations.drafting import Number, known_recommendation, open_recommendation
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import Fate, find_recommendation, with_recommendation


class DeferRecommendation(Act):
    """Defer a recommendation, for a reason; it can be taken up again later."""

    asks = "recommendations.reason_defer"

    kind: Literal["defer_recommendation"] = "defer_recommendation"
    number: Number
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Defer it while it is open and not deferred yet."""
        found = open_recommendation(meeting, self.number)
        if found.fate == "deferred":
            raise Refused("deferred_already", Rule.RECOMMENDATIONS, recommendation=self.number)
        return [_set_aside(meeting, now, self.number, "deferred", needs_reason(self.reason))]


class WithdrawRecommendation(Act):
    """Withdraw a recommendation, by the delegation that had proposed it where one is named."""

    asks = "ask.reason_skip"

    kind: Literal["withdraw_recommendation"] = "withdraw_recommendation"
    number: Number
    delegation: DelegationCode | None = None
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Withdraw it while it is open."""
        open_recommendation(meeting, self.number)
        reason_elsewhere(meeting, self.reason)
        code = meeting.delegation(self.delegation).code if self.delegation else None
        return [_set_aside(meeting, now, self.number, "withdrawn", self.reason, code)]


class RecommendationReopened(Event):
    """A recommendation that was decided is open again."""

    kind: Literal["recommendation_reopened"] = "recommendation_reopened"
    number: int
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the former decision as superseded; text and reservations stay."""
        found = find_recommendation(meeting, self.number)
        return with_recommendation(meeting, found.superseding(self.at)) if found else meeting


class ReopenRecommendation(Act):
    """Open a recommendation again that was decided, for a reason."""

    asks = "recommendations.reason_reopen"

    kind: Literal["reopen_recommendation"] = "reopen_recommendation"
    number: Number
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Reopen it where it was decided or deferred."""
        found = known_recommendation(meeting, self.number)
        if found.decision is None:
            raise Refused("not_decided", Rule.RECOMMENDATIONS, recommendation=self.number)
        meeting.refuse_while_suspended()
        reason = needs_reason(self.reason)
        return [RecommendationReopened(at=now, number=self.number, reason=reason)]


def _set_aside(
    meeting: Meeting,
    now: Instant,
    number: int,
    fate: Fate,
    reason: str | None,
    delegation: str | None = None,
) -> RecommendationDecided:
    meeting.refuse_while_suspended()
    return RecommendationDecided(
        at=now,
        number=number,
        fate=fate,
        delegation=delegation,
        reason=reason,
        **set_aside(meeting).flat,
    )
