"""A vote as counted: for, against, abstaining; or ballots per candidate."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tipfloor.core.ground.majority import Majority, votes_needed

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
    def voting(self) -> int:
        """Those who voted for or against; whoever abstains does not vote."""
        return self.in_favour + self.against

    def needed(self, majority: Majority, members: int) -> int:
        """Return how many votes in favour carry a proposal by a majority."""
        return votes_needed(majority, self.voting, members)
