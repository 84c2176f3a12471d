"""Deciding on one recommendation: approved or rejected, by consensus or by a vote."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from tipfloor.core.act import Act, Reason, needs_reason
from tipfloor.core.clock import Instant
from tipfloor.core.drafting import Number, open_recommendation
from tipfloor.core.event import Event
from tipfloor.core.meeting import Meeting
from tipfloor.core.quorum import ask_quorum
from tipfloor.core.recommendation import (
    Fate,
    RecommendationDecision,
    find_recommendation,
    with_recommendation,
)
from tipfloor.core.refusal import Refused, Rule
from tipfloor.core.tally import Method, Tally, Votes, refuse_too_many


class RecommendationDecided(Event):
    """What became of a recommendation was decided, with the votes and the quorum at that time."""

    kind: Literal["recommendation_decided"] = "recommendation_decided"
    number: int
    fate: Fate
    method: Method | None = None
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    present: int
    needed: int
    delegation: str | None = None
    reason: str | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the decision; a deferral before it is superseded."""
        found = find_recommendation(meeting, self.number)
        if found is None:
            return meeting
        decision = RecommendationDecision(
            fate=self.fate,
            at=self.at,
            moment=meeting.moment,
            method=self.method,
            in_favour=self.in_favour,
            against=self.against,
            abstaining=self.abstaining,
            present=self.present,
            needed=self.needed,
        )
        return with_recommendation(meeting, found.deciding(decision))


class Numbered(BaseModel):
    """What the acts about one recommendation begin with."""

    number: Number


class Deciding(BaseModel):
    """What the acts share that decide by consensus or by a vote, counted in flat figures."""

    method: Literal["consensus", "vote"] = "consensus"
    in_favour: Votes | None = None
    against: Votes | None = None
    abstaining: Votes | None = None
    insist: bool = False
    reason: Reason | None = None

    def counted(self, meeting: Meeting, *, carried: bool) -> dict[str, int | str | None]:
        """Return the method, votes and quorum for the event. Raises Refused.

        Refused are a decision while the meeting is suspended, one outside its moment without a
        reason, votes that are missing, too many or of the other outcome, and a lost quorum.
        """
        meeting.refuse_while_suspended()
        reason_elsewhere(meeting, self.reason)
        votes = self._votes(meeting, carried)
        found = ask_quorum(
            meeting, "vote" if self.method == "vote" else "decide", insist=self.insist
        )
        return {
            "method": self.method,
            **votes,
            "present": found.present,
            "needed": found.needed,
            "reason": self.reason,
        }

    def _votes(self, meeting: Meeting, carried: bool) -> dict[str, int]:
        given = (self.in_favour, self.against, self.abstaining)
        if self.method == "consensus":
            if any(vote is not None for vote in given):
                raise Refused("votes_of_consensus", Rule.VOTING)
            return {}
        if self.in_favour is None:
            raise Refused("votes_missing", Rule.VOTING)
        in_favour, against, abstaining = (vote or 0 for vote in given)
        tally = Tally(in_favour=in_favour, against=against, abstaining=abstaining)
        refuse_too_many(meeting, tally.cast)
        if tally.carried and not carried:
            raise Refused("vote_carried", Rule.VOTING, in_favour=in_favour, against=against)
        if carried and not tally.carried:
            raise Refused("vote_not_carried", Rule.VOTING, in_favour=in_favour, against=against)
        return tally.model_dump()


class ApproveRecommendation(Deciding, Numbered, Act):
    """Approve one recommendation, as amended where it was, by consensus or by a vote.

    `insist` approves it although the quorum is lost.
    """

    kind: Literal["approve_recommendation"] = "approve_recommendation"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Approve it while it is open (PRACTICE section 2, row vii)."""
        found = open_recommendation(meeting, self.number)
        counted = self.counted(meeting, carried=True)
        return [decided(now, self.number, found.fate_if_adopted, counted)]


class RejectRecommendation(Deciding, Numbered, Act):
    """Reject one recommendation, by consensus or by a vote that did not carry it."""

    kind: Literal["reject_recommendation"] = "reject_recommendation"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Reject it while it is open."""
        open_recommendation(meeting, self.number)
        return [decided(now, self.number, "rejected", self.counted(meeting, carried=False))]


def reason_elsewhere(meeting: Meeting, reason: str | None) -> None:
    """Refuse a missing reason in another moment than that of the recommendations.

    A meeting whose plan has no such moment decides on them in any.
    """
    kinds = {item.kind for item in meeting.plan.moments}
    if "recommendations" in kinds and meeting.moment_plan.kind != "recommendations":
        needs_reason(reason)


def decided(
    now: Instant, number: int, fate: Fate, counted: dict[str, int | str | None]
) -> RecommendationDecided:
    """Return the event of one recommendation decided, with what `Deciding.counted` found."""
    return RecommendationDecided.model_validate(
        {"at": now, "number": number, "fate": fate, **counted}
    )
