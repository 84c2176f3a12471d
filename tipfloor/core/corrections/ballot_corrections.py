"""The figures of a ballot corrected, where they bring about the same."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta
from msgspec.structs import replace

from tipfloor.core.corrections.recounting import (
    Corrected,
    correction,
    other_outcome,
    refuse_more_than_present,
)
from tipfloor.core.elections.counting import needed_of, read_ballots, refuse_others, result_of
from tipfloor.core.elections.offices import election_of, elections_of, office_planned
from tipfloor.core.ground.act import Act, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.rules import Rules
from tipfloor.core.state.election import Ballot, Election, ElectionMajority
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.taken import Votes


class BallotCorrected(Corrected, Event):
    """The figures of a ballot were corrected."""

    version: ClassVar[int] = 2
    kind: Literal["ballot_corrected"] = "ballot_corrected"
    election: str
    number: int
    votes: dict[str, int]
    against: int | None = None
    abstaining: int = 0
    invalid: int = 0
    remaining: tuple[str, ...] = ()
    votes_needed: int | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the right figures into the round."""
        *former, current = elections_of(meeting, self.election)
        ballots = tuple(self._right(x) if x.number == self.number else x for x in current.ballots)
        newer = (*former, replace(current, ballots=ballots))
        return meeting.having(elections={**meeting.elections, self.election: newer})

    def _right(self, ballot: Ballot) -> Ballot:
        return replace(
            ballot,
            votes=tuple(self.votes.items()),
            against=self.against,
            abstaining=self.abstaining,
            invalid=self.invalid,
            remaining=self.remaining,
            votes_needed=self.votes_needed or ballot.votes_needed,
            corrected=True,
        )


class CorrectBallot(Act):
    """Correct the figures of a ballot, by its number; the last one where none is given.

    `ballots` are votes such as MEX=12 of those candidates whose figure was wrong.
    """

    asks = "ask.reason_correct"

    kind: Literal["correct_ballot"] = "correct_ballot"
    election: str
    number: Annotated[int, Meta(ge=1, le=100)] | None = None
    ballots: Annotated[tuple[str, ...], Meta(max_length=100)] = ()
    in_favour: Votes | None = None
    against: Votes | None = None
    abstaining: Votes | None = None
    invalid: Votes | None = None
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Correct it where that changes something and nobody else is elected by it."""
        ballot = self._ballot(meeting, election_of(meeting, self.election))
        votes = {**dict(ballot.votes), **self._given(meeting, ballot)}
        against = self._against(ballot)
        abstaining = ballot.abstaining if self.abstaining is None else self.abstaining
        invalid = ballot.invalid if self.invalid is None else self.invalid
        cast = sum(votes.values()) + (against or 0) + abstaining + invalid
        refuse_more_than_present(meeting, cast, ballot.present)
        majority = _majority(ballot, meeting.plan.rules)
        result = result_of(votes, against, majority)
        before = result_of(dict(ballot.votes), ballot.against, majority)
        if (result.outcome, result.elected) != (before.outcome, before.elected):
            raise other_outcome(max(votes.values()), against or 0)
        former = _fields(dict(ballot.votes), ballot.against, ballot.abstaining, ballot.invalid)
        later = _fields(votes, against, abstaining, invalid)
        of = {
            "at": now,
            "election": self.election,
            "number": ballot.number,
            "remaining": result.remaining,
            "votes_needed": needed_of(votes, against, majority) if ballot.majority else None,
        }
        return [correction(BallotCorrected, of, former, later, self.reason)]

    def _ballot(self, meeting: Meeting, current: Election) -> Ballot:
        office = office_planned(meeting, self.election).title
        number = len(current.ballots) if self.number is None else self.number
        found = next((item for item in current.ballots if item.number == number), None)
        if found is None:
            raise Refused("no_ballot", Rule.ELECTIONS, office=office, held=len(current.ballots))
        return found

    def _given(self, meeting: Meeting, ballot: Ballot) -> dict[str, int]:
        """Return the votes that are given, of candidates of that ballot only."""
        candidates = tuple(code for code, _ in ballot.votes)
        given = read_ballots(meeting, self.ballots)
        if self.in_favour is not None and ballot.against is not None:
            given = {candidates[0]: self.in_favour}
        refuse_others(meeting, given, candidates)
        return given

    def _against(self, ballot: Ballot) -> int | None:
        """Return the votes against the only candidate, None where there were several."""
        if ballot.against is None or self.against is None:
            return ballot.against
        return self.against


def _majority(ballot: Ballot, rules: Rules) -> ElectionMajority:
    """Return the majority that held at a ballot; in older records, that of the rules in force."""
    held = ballot.majority
    return rules.election_majority if held is None or held == "simple" else held


def _fields(
    votes: dict[str, int], against: int | None, abstaining: int, invalid: int
) -> dict[str, object]:
    return {"votes": votes, "against": against, "abstaining": abstaining, "invalid": invalid}
