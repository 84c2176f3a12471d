"""Voting for an office: rounds that are numbered and kept until one of them elects."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from tipfloor.core.deciding.voters import refuse_too_many
from tipfloor.core.elections.acclaiming import Elected, consequences
from tipfloor.core.elections.counting import needed_of, read_ballots, refuse_others, result_of
from tipfloor.core.elections.offices import (
    election_of,
    office_planned,
    quorum_facts,
    reason_for_now,
    under_way,
    with_election,
)
from tipfloor.core.ground.act import Act, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import is_away
from tipfloor.core.registration.quorum import ask_quorum
from tipfloor.core.state.election import Ballot, BallotMajority, Election, Outcome
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.taken import Votes

ALONE: dict[Outcome, Literal["", "elected_alone", "tie_alone", "not_elected_alone"]] = {
    "elected": "elected_alone",
    "tie": "tie_alone",
    "not_elected": "not_elected_alone",
    "no_majority": "",
}
"""What a ballot on one candidate alone brought, as the log tells it."""


class BallotHeld(Event):
    """A ballot was held and counted; `against` is None where several candidates stood."""

    version: ClassVar[int] = 2
    kind: Literal["ballot_held"] = "ballot_held"
    election: str
    number: int
    votes: dict[str, int]
    against: int | None = None
    abstaining: int = 0
    invalid: int = 0
    outcome: Outcome
    remaining: tuple[str, ...]
    majority: BallotMajority | None = None
    votes_needed: int | None = None
    present: int
    needed: int
    reason: str | None = None

    def manner(
        self,
    ) -> Literal[
        "", "elected", "tie", "no_majority", "elected_alone", "tie_alone", "not_elected_alone"
    ]:
        """Tell what it brought, and whether one candidate stood alone."""
        if self.against is not None:
            return ALONE[self.outcome]
        return "" if self.outcome == "not_elected" else self.outcome

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the round."""
        current = election_of(meeting, self.election)
        held = Ballot(
            number=self.number,
            at=self.at,
            votes=tuple(self.votes.items()),
            against=self.against,
            abstaining=self.abstaining,
            invalid=self.invalid,
            present=self.present,
            needed=self.needed,
            outcome=self.outcome,
            remaining=self.remaining,
            nominations=len(current.nominations),
            majority=self.majority,
            votes_needed=self.votes_needed,
        )
        return with_election(meeting, self.election, ballots=(*current.ballots, held))


class HoldBallot(Act):
    """Record a ballot for an office: `MEX:12,CHL:9`, or for and against the only candidate.

    A further ballot is among those whom the last one left, among all nominees with `all_nominees`.
    """

    asks = "ask.reason_election"

    kind: Literal["ballot"] = "ballot"
    election: str
    ballots: Annotated[tuple[str, ...], Meta(max_length=100)] = ()
    in_favour: Votes | None = None
    against: Votes = 0
    abstaining: Votes = 0
    invalid: Votes = 0
    all_nominees: bool = False
    accept_offer: bool = False
    insist: bool = False
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Count it; a ballot that elects nobody is recorded all the same."""
        current = under_way(meeting, self.election)
        votes = self._votes(meeting, current)
        self._refuse_count(meeting, votes)
        reason = reason_for_now(meeting, self.election, self.reason)
        found = quorum_facts(ask_quorum(meeting, "vote", insist=self.insist))
        against = None if self.in_favour is None else self.against
        majority = meeting.plan.rules.election_majority
        result = result_of(votes, against, majority)
        held = BallotHeld(
            at=now,
            election=self.election,
            number=len(current.ballots) + 1,
            votes=votes,
            against=against,
            abstaining=self.abstaining,
            invalid=self.invalid,
            outcome=result.outcome,
            remaining=result.remaining,
            majority=majority if against is None else "simple",
            votes_needed=needed_of(votes, against, majority),
            reason=reason,
            **found,
        )
        if result.elected is None:
            return [held]
        elected = Elected(
            at=now,
            election=self.election,
            delegation=result.elected,
            method="vote",
            away=is_away(meeting, result.elected),
            **found,
        )
        after = consequences(meeting, now, elected, accept_offer=self.accept_offer)
        return [held, elected, *after]

    def _votes(self, meeting: Meeting, current: Election) -> dict[str, int]:
        """Return the votes for each candidate. Raises Refused."""
        office = office_planned(meeting, self.election)
        standing = current.nominated if self.all_nominees else current.standing
        candidates = tuple(item.delegation for item in standing)
        if not candidates:
            raise Refused("no_candidate", Rule.ELECTIONS, office=office.title)
        if len(candidates) == 1 and self.in_favour is not None and not self.ballots:
            return {candidates[0]: self.in_favour}
        given = read_ballots(meeting, self.ballots)
        refuse_others(meeting, given, candidates)
        names = ", ".join(meeting.plan.name_of(code) for code in candidates)
        if len(candidates) == 1:
            raise Refused("only_candidate", Rule.ELECTIONS, delegation=names)
        if set(given) != set(candidates) or self.in_favour is not None or self.against:
            raise Refused("ballots_of_each", Rule.ELECTIONS, candidates=names)
        return {code: given[code] for code in candidates}

    def _refuse_count(self, meeting: Meeting, votes: dict[str, int]) -> None:
        cast = sum(votes.values()) + self.against + self.abstaining + self.invalid
        if not cast:
            raise Refused("no_votes", Rule.ELECTIONS)
        refuse_too_many(meeting, cast)
