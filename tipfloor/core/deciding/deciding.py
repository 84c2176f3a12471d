"""What the acts share that decide by consensus or by a vote: method, votes, quorum, reason."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from tipfloor.core.deciding.voters import refuse_too_many
from tipfloor.core.ground.act import Reason, needs_reason
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
        self, meeting: Meeting, *, carried: bool, elsewhere: bool
    ) -> dict[str, int | str | None]:
        """Return the method, votes and quorum for the event. Raises Refused.

        Refused are a decision while the meeting is suspended, one outside its moment without a
        reason, votes that are missing, too many or of the other outcome, and a lost quorum.
        """
        meeting.refuse_while_suspended()
        if elsewhere:
            needs_reason(self.reason)
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
