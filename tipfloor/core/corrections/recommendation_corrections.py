"""The decision on a recommendation corrected: its text, its tally."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.corrections.recounting import Recounting, TallyCorrected, correction, figures_of
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.programme import LongText
from tipfloor.core.plan.translations import put_right
from tipfloor.core.recommendations.approval import Numbered
from tipfloor.core.recommendations.drafting import known_recommendation
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import (
    ADOPTED,
    Recommendation,
    RecommendationDecision,
    find_recommendation,
    recommendations,
    with_recommendation,
)


class RecommendationCorrected(TallyCorrected, Event):
    """A recommendation and the decision on it were corrected; the votes of a block for all."""

    version: ClassVar[int] = 3
    kind: Literal["recommendation_corrected"] = "recommendation_corrected"
    number: int
    text: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the right text into it, and the right votes into its decision and its block's."""
        found = find_recommendation(meeting, self.number)
        if found is None or found.decision is None:
            return meeting
        meeting = with_recommendation(meeting, _reworded(found, self.text))
        for item in _decided_with(meeting, found.decision):
            right = replace(item, decision=self.put_right(found.decision))
            meeting = with_recommendation(meeting, right)
        return meeting


class CorrectRecommendation(Recounting, Numbered, Act):
    """Correct the text of a recommendation that was decided, or the votes on it, for a reason."""

    asks = "ask.reason_correct"

    kind: Literal["correct_recommendation"] = "correct_recommendation"
    text: LongText | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Correct it where that changes something and not its fate (PRACTICE section 5)."""
        found = known_recommendation(meeting, self.number)
        decision = found.decision
        if decision is None:
            raise Refused("still_undecided", Rule.RECOMMENDATIONS, recommendation=self.number)
        majority = meeting.plan.rules.recommendations_majority
        carried = _carried(decision)
        former = {"text": found.text, **figures_of(decision.taken)}
        later = {
            "text": self.text or found.text,
            **self.recounted(meeting, decision.taken, majority, carried=carried).flat,
        }
        of = {"at": now, "number": self.number}
        return [correction(RecommendationCorrected, of, former, later, self.reason)]


def _carried(decision: RecommendationDecision) -> bool | None:
    """Tell whether the vote carried it; None for a fate on which nobody votes."""
    if decision.fate in ADOPTED:
        return True
    return False if decision.fate == "rejected" else None


def _decided_with(meeting: Meeting, decision: RecommendationDecision) -> list[Recommendation]:
    """Return the recommendations that have this very decision: one, or the members of its block."""
    return [item for item in recommendations(meeting) if item.decision == decision]


def _reworded(found: Recommendation, text: str) -> Recommendation:
    """Return it with another text in force: its draft's, or that of its last amendment."""
    if not found.amendments:
        return replace(found, draft=text)
    last = put_right(found.amendments[-1], text=text)
    return replace(found, amendments=(*found.amendments[:-1], last))
