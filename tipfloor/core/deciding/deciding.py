"""What the acts share that decide by consensus or by a vote: method, votes, quorum, reason."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.deciding.flat import VotesGiven
from tipfloor.core.deciding.voters import ask_few, entitled_to_vote, refuse_too_many
from tipfloor.core.ground.act import Reason, needs_reason
from tipfloor.core.ground.majority import Majority
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.value import Shared
from tipfloor.core.registration.quorum import ask_quorum, quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.taken import Taken


class ByMethod(Shared):
    """What the acts share that say by which method it was decided."""

    __slots__ = ()

    method: Literal["consensus", "vote"] | None = None


class Deciding(VotesGiven, ByMethod):
    """What the acts share that decide by consensus or by a vote, counted in flat figures."""

    __slots__ = ()

    method: Literal["consensus", "vote"] = "consensus"
    insist: bool = False
    reason: Reason | None = None

    def decided_here(
        self, meeting: Meeting, majority: Majority, *, carried: bool, elsewhere: bool
    ) -> Taken:
        """Return how it was decided. Raises Refused.

        Refused are a decision while the meeting is suspended, one outside its moment without a
        reason, votes that are missing, too many or of the other outcome, a lost quorum, and fewer
        voting than it asks for.
        """
        meeting.refuse_while_suspended()
        if elsewhere:
            needs_reason(self.reason)
        taken = self._taken(meeting, majority, carried)
        found = ask_quorum(meeting, "vote" if taken.tally else "decide", insist=self.insist)
        if taken.tally:
            ask_few(meeting, taken.tally, insist=self.insist)
        return replace(taken, present=found.present, needed=found.needed)

    def _taken(self, meeting: Meeting, majority: Majority, carried: bool) -> Taken:
        if self.method == "consensus":
            self.refuse_votes()
            return Taken("consensus")
        tally = self.tally()
        refuse_too_many(meeting, tally.cast)
        taken = Taken().voted(tally, majority, entitled_to_vote(meeting))
        if taken.carried is not carried:
            raise Refused(
                "vote_not_carried" if carried else "vote_carried",
                Rule.VOTING,
                in_favour=tally.in_favour,
                against=tally.against,
                majority=majority,
                votes_needed=taken.votes_needed or 0,
            )
        return taken


def set_aside(meeting: Meeting) -> Taken:
    """Return how it is taken what needs neither consensus nor vote: with whoever is there."""
    found = quorum(meeting, "decide")
    return Taken(present=found.present, needed=found.needed)
