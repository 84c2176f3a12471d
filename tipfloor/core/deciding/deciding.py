"""What the acts share that decide by consensus or by a vote: method, votes, quorum, reason."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from tipfloor.core.deciding.voters import ask_few, entitled_to_vote, refuse_too_many
from tipfloor.core.ground.act import Reason, needs_reason
from tipfloor.core.ground.majority import Majority
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.registration.quorum import ask_quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.tally import Tally, Votes


class Deciding(BaseModel):
    """What the acts share that decide by consensus or by a vote, counted in flat figures."""

    method: Literal["consensus", "vote"] = "consensus"
    in_favour: Votes | None = None
    against: Votes | None = None
    abstaining: Votes | None = None
    insist: bool = False
    reason: Reason | None = None

    def decided_here(
        self, meeting: Meeting, majority: Majority, *, carried: bool, elsewhere: bool
    ) -> dict[str, int | str | None]:
        """Return the method, votes, majority and quorum for the event. Raises Refused.

        Refused are a decision while the meeting is suspended, one outside its moment without a
        reason, votes that are missing, too many or of the other outcome, a lost quorum, and fewer
        voting than it asks for.
        """
        meeting.refuse_while_suspended()
        if elsewhere:
            needs_reason(self.reason)
        votes = self._votes(meeting, majority, carried)
        found = ask_quorum(
            meeting, "vote" if self.method == "vote" else "decide", insist=self.insist
        )
        if self.method == "vote":
            ask_few(meeting, self._tally, insist=self.insist)
        return {
            "method": self.method,
            **votes,
            "present": found.present,
            "needed": found.needed,
            "reason": self.reason,
        }

    def _votes(
        self, meeting: Meeting, majority: Majority, carried: bool
    ) -> dict[str, int | str | None]:
        given = (self.in_favour, self.against, self.abstaining)
        if self.method == "consensus":
            if any(vote is not None for vote in given):
                raise Refused("votes_of_consensus", Rule.VOTING)
            return {}
        if self.in_favour is None:
            raise Refused("votes_missing", Rule.VOTING)
        tally = self._tally
        refuse_too_many(meeting, tally.cast)
        needed = tally.needed(majority, entitled_to_vote(meeting))
        if (tally.in_favour >= needed) is not carried:
            code = "vote_not_carried" if carried else "vote_carried"
            raise Refused(
                code,
                Rule.VOTING,
                in_favour=tally.in_favour,
                against=tally.against,
                majority=majority,
                votes_needed=needed,
            )
        return {**tally.model_dump(), "majority": majority, "votes_needed": needed}

    @property
    def _tally(self) -> Tally:
        return Tally(
            in_favour=self.in_favour or 0,
            against=self.against or 0,
            abstaining=self.abstaining or 0,
        )
