"""How a decision was taken: by consensus or with which votes, what they needed, who was there."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NamedTuple

from msgspec import Meta, Struct
from msgspec.structs import replace

from tipfloor.core.ground.majority import OF_MEMBERS, Majority, votes_needed

Method = Literal["consensus", "acclamation", "vote"]
"""How a meeting decides: by consensus, an election by acclamation, or by a vote."""

Votes = Annotated[int, Meta(ge=0, le=1000)]


class Tally(NamedTuple):
    """The votes for and against a proposal and the abstentions."""

    in_favour: int
    against: int = 0
    abstaining: int = 0

    @property
    def cast(self) -> int:
        """All votes, abstentions included."""
        return sum(self)

    @property
    def voting(self) -> int:
        """Those who voted for or against; whoever abstains does not vote."""
        return self.in_favour + self.against


class Taken(Struct, frozen=True):
    """How a decision was taken; there is no tally without a vote.

    `votes_needed` are those in favour that carry a proposal by the majority, of an appeal those
    against the ruling that overturn it; older records have neither. `present` and `needed` are the
    quorum at the time, 0 where the rules have none.
    """

    method: Method | None = None
    tally: Tally | None = None
    majority: Majority | None = None
    votes_needed: int | None = None
    present: int = 0
    needed: int = 0

    @property
    def carried(self) -> bool:
        """Whether a vote brought as many votes in favour as it needed."""
        return self.tally is not None and self.tally.in_favour >= (self.votes_needed or 0)

    @property
    def flat(self) -> dict[str, Any]:
        """Its figures by the names that the record keeps them under."""
        votes = self.tally._asdict() if self.tally else dict.fromkeys(Tally._fields)
        return {
            "method": self.method,
            **votes,
            "majority": self.majority,
            "votes_needed": self.votes_needed,
            "present": self.present,
            "needed": self.needed,
        }

    def voted(self, tally: Tally, majority: Majority, members: int) -> Taken:
        """Return it by a vote, with the votes needed by a majority of so many members."""
        needed = votes_needed(majority, tally.voting, members)
        return replace(self, method="vote", tally=tally, majority=majority, votes_needed=needed)

    def counted_again(self, tally: Tally) -> Taken:
        """Return a vote with another tally, by the majority that held when it was taken.

        One of the members needs what it needed, whoever voted.
        """
        majority, needed = self.majority or "simple", self.votes_needed
        if majority in OF_MEMBERS and needed is not None:
            return replace(self, tally=tally)
        return self.voted(tally, majority, 0)

    def over(self, former: Taken) -> Taken:
        """Return it as corrected, with what an older correction leaves unsaid as it was before."""
        voted = former if self.tally else Taken()
        return Taken(
            self.method or former.method,
            self.tally,
            self.majority or voted.majority,
            self.votes_needed or voted.votes_needed,
            self.present or former.present,
            self.needed or former.needed,
        )
