"""What the corrections of decisions share: figures counted again, and the former values kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, Protocol, TypeVar

from pydantic import BaseModel

from tipfloor.core.deciding.voters import entitled_to_vote, voters
from tipfloor.core.ground.act import Reason, needs_reason
from tipfloor.core.ground.majority import OF_MEMBERS, Majority
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.document import DocumentDecision
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import RecommendationDecision
from tipfloor.core.state.tally import Method, Tally, Votes

Fields = Mapping[str, object]
"""The fields of a decision by name, before a correction or after it."""

Kept = TypeVar("Kept", DocumentDecision, RecommendationDecision)
Correction = TypeVar("Correction", bound="Corrected")


class Decided(Protocol):
    """A decision with its method and votes, and how many delegations were present."""

    @property
    def method(self) -> Method | None:
        """How it was taken, None for one that needs neither consensus nor vote."""

    @property
    def in_favour(self) -> int | None:
        """The votes for it, None without a vote."""

    @property
    def against(self) -> int | None:
        """The votes against it."""

    @property
    def abstaining(self) -> int | None:
        """The abstentions."""

    @property
    def majority(self) -> Majority | None:
        """The majority by which it was voted on; None without a vote, and in older records."""

    @property
    def votes_needed(self) -> int | None:
        """The votes in favour that it needed."""

    @property
    def present(self) -> int:
        """The delegations present at the time."""


class Corrected(BaseModel):
    """What the events share that correct a decision; `before` has each former value as text."""

    before: dict[str, str] = {}
    reason: str


class TallyCorrected(Corrected):
    """What the events share that correct how a decision was taken: the figures that hold now."""

    method: Method | None = None
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    majority: Majority | None = None
    votes_needed: int | None = None

    def put_right(self, decision: Kept, **more: Any) -> Kept:
        """Return a decision with these figures, and more if given, marked as corrected."""
        return replace(
            decision,
            method=self.method,
            in_favour=self.in_favour,
            against=self.against,
            abstaining=self.abstaining,
            majority=self.majority or (decision.majority if self.method == "vote" else None),
            votes_needed=self.votes_needed
            or (decision.votes_needed if self.method == "vote" else None),
            corrected=True,
            **more,
        )


class Recounting(BaseModel):
    """What the acts share that correct how a decision was taken, for a reason."""

    method: Literal["consensus", "vote"] | None = None
    in_favour: Votes | None = None
    against: Votes | None = None
    abstaining: Votes | None = None
    reason: Reason | None = None

    def recounted(
        self, meeting: Meeting, decision: Decided, majority: Majority, *, carried: bool | None
    ) -> Fields:
        """Return method and votes as they are to be; `carried` is None where nothing was voted on.

        A vote keeps the majority that held when it was taken; `majority` is the one in force.
        Raises Refused for votes of a consensus, too many, or such that the outcome were another.
        """
        given = (self.in_favour, self.against, self.abstaining)
        voted = any(votes is not None for votes in given)
        if self.method == "consensus":
            if voted:
                raise Refused("votes_of_consensus", Rule.VOTING)
            return figures("consensus")
        if not voted and self.method is None:
            return figures_of(decision)
        if carried is None:
            raise Refused("no_vote_taken", Rule.VOTING)
        return self._tally(meeting, decision, majority, carried)

    def _tally(
        self, meeting: Meeting, decision: Decided, majority: Majority, carried: bool
    ) -> Fields:
        in_favour = decision.in_favour if self.in_favour is None else self.in_favour
        if in_favour is None:
            raise Refused("votes_missing", Rule.VOTING)
        against = decision.against if self.against is None else self.against
        abstaining = decision.abstaining if self.abstaining is None else self.abstaining
        tally = Tally(in_favour=in_favour, against=against or 0, abstaining=abstaining or 0)
        refuse_more_than_present(meeting, tally.cast, decision.present)
        if decision.method == "vote":
            majority = decision.majority or "simple"
            majority, needed = needed_again(majority, decision.votes_needed, tally)
        else:
            needed = tally.needed(majority, entitled_to_vote(meeting))
        if (tally.in_favour >= needed) is not carried:
            raise other_outcome(tally.in_favour, tally.against)
        counted = figures("vote", tally.in_favour, tally.against, tally.abstaining)
        return {**counted, "majority": majority, "votes_needed": needed}


def needed_again(majority: Majority, needed: int | None, tally: Tally) -> tuple[Majority, int]:
    """Return a majority and the votes that it needs of a tally counted again.

    One of the members needs what it needed, whoever voted.
    """
    if majority in OF_MEMBERS and needed is not None:
        return majority, needed
    return majority, tally.needed(majority, 0)


def figures_of(decision: Decided) -> Fields:
    """Return the method and votes that a decision has."""
    return figures(decision.method, decision.in_favour, decision.against, decision.abstaining)


def figures(
    method: Method | None,
    in_favour: int | None = None,
    against: int | None = None,
    abstaining: int | None = None,
) -> Fields:
    """Return method and votes by the names of their fields."""
    return {
        "method": method,
        "in_favour": in_favour,
        "against": against,
        "abstaining": abstaining,
    }


def refuse_more_than_present(meeting: Meeting, cast: int, present: int) -> None:
    """Refuse more votes than delegations were present; than may vote where none was counted."""
    most = present or voters(meeting)
    if cast > most:
        raise Refused("too_many_votes", Rule.VOTING, cast=cast, present=most)


def other_outcome(in_favour: int, against: int) -> Refused:
    """Return the refusal of votes by which the outcome would have been another."""
    return Refused("other_outcome", Rule.THE_RECORD, in_favour=in_favour, against=against)


def correction(
    event: type[Correction],
    of: Fields,
    former: Fields,
    later: Fields,
    reason: str | None,
) -> Correction:
    """Return the event that corrects a thing, which `of` names, to later values.

    Raises Refused where nothing would change, and for a missing reason.
    """
    before = _changed(former, later, reason)
    return event.model_validate({**of, "before": before, "reason": reason, **later})


def _changed(former: Fields, later: Fields, reason: str | None) -> dict[str, str]:
    """Return the former values, as text, of what a correction changes."""
    found = {name: _text(former[name]) for name in former if former[name] != later[name]}
    if not found:
        raise Refused("nothing_changed", Rule.THE_RECORD)
    needs_reason(reason)
    return found


def _text(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}={figure}" for name, figure in value.items())
    return "" if value is None else str(value)
