"""A vote as counted: for, against, abstaining; or ballots per candidate."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.registration.quorum import entitled, seats
from tipfloor.core.state.meeting import Meeting

Method = Literal["consensus", "acclamation", "vote"]
"""How a meeting decides: by consensus, an election by acclamation, or by a vote."""

Votes = Annotated[int, Field(ge=0, le=1000)]


class Tally(BaseModel):
    """The votes for and against a proposal and the abstentions."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    in_favour: Votes
    against: Votes = 0
    abstaining: Votes = 0

    @property
    def cast(self) -> int:
        """All votes, abstentions included."""
        return self.in_favour + self.against + self.abstaining

    @property
    def carried(self) -> bool:
        """Whether more were for than against; abstentions do not count, a tie is not carried."""
        return self.in_favour > self.against


def voters(meeting: Meeting) -> int:
    """Return how many may vote: the states present; all entitled where no roll is kept.

    A body without states, such as a town council, has as many voters as its roster has rows unless
    its rules say how many are entitled to sit.
    """
    if meeting.attendance and seats(meeting):
        return len(meeting.checked_in & seats(meeting))
    return entitled(meeting) or len(meeting.plan.delegations)


def refuse_too_many(meeting: Meeting, cast: int) -> None:
    """Refuse a tally above the voters present."""
    present = voters(meeting)
    if cast > present:
        raise Refused("too_many_votes", Rule.VOTING, cast=cast, present=present)
