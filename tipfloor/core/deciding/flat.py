"""How a decision was taken as acts ask for it and as events keep it: in flat fields."""

from __future__ import annotations

from tipfloor.core.ground.majority import Majority
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.value import Shared
from tipfloor.core.state.taken import Method, Taken, Tally, Votes


class VotesGiven(Shared):
    """What the acts share that give the votes on a decision."""

    __slots__ = ()

    in_favour: Votes | None = None
    against: Votes | None = None
    abstaining: Votes | None = None

    @property
    def votes(self) -> dict[str, int]:
        """The votes that are given, by name."""
        return {name: votes for name in Tally._fields if (votes := getattr(self, name)) is not None}

    def tally(self, former: Tally | None = None) -> Tally:
        """Return the tally, of votes that are not given as it was; refuse none in favour."""
        if former:
            return former._replace(**self.votes)
        if self.in_favour is None:
            raise Refused("votes_missing", Rule.VOTING)
        return Tally(**self.votes)

    def refuse_votes(self) -> None:
        """Refuse votes of a consensus."""
        if self.votes:
            raise Refused("votes_of_consensus", Rule.VOTING)


class HowTaken(Shared):
    """What the events share that record how a decision was taken."""

    __slots__ = ()

    method: Method | None = None
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    majority: Majority | None = None
    votes_needed: int | None = None
    present: int = 0
    needed: int = 0

    @property
    def taken(self) -> Taken:
        """How it was taken, as one value."""
        votes = None
        if self.in_favour is not None:
            votes = Tally(self.in_favour, self.against or 0, self.abstaining or 0)
        return Taken(
            self.method, votes, self.majority, self.votes_needed, self.present, self.needed
        )
