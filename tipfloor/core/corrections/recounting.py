"""What the corrections of decisions share: figures counted again, and the former values kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from tipfloor.core.deciding.deciding import ByMethod
from tipfloor.core.deciding.flat import HowTaken, VotesGiven
from tipfloor.core.deciding.voters import entitled_to_vote, voters
from tipfloor.core.ground.act import Reason, needs_reason
from tipfloor.core.ground.majority import Majority
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.value import Shared
from tipfloor.core.state.decision import Kept
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.taken import Taken, Tally

Fields = Mapping[str, Any]
"""The fields of a decision by name, before a correction or after it."""

Correction = TypeVar("Correction", bound="Corrected")


class Corrected(Shared):
    """What the events share that correct a decision; `before` has each former value as text."""

    __slots__ = ()

    before: dict[str, str] = {}
    reason: str


class TallyCorrected(HowTaken, Corrected):
    """What the events share that correct how a decision was taken: the figures that hold now."""

    __slots__ = ()

    def put_right(self, decision: Kept, **more: Any) -> Kept:
        """Return a decision with these figures, and more if given, marked as corrected."""
        taken = self.taken.over(decision.taken)
        return replace(decision, taken=taken, corrected=True, **more)


class Recounting(VotesGiven, ByMethod):
    """What the acts share that correct how a decision was taken, for a reason."""

    __slots__ = ()

    reason: Reason | None = None

    def recounted(
        self, meeting: Meeting, former: Taken, majority: Majority, *, carried: bool | None
    ) -> Taken:
        """Return how it is to have been taken; `carried` is None where nothing was voted on.

        A vote keeps the majority that held when it was taken; `majority` is the one in force.
        Raises Refused for votes of a consensus, too many, or such that the outcome were another.
        """
        if self.method == "consensus":
            self.refuse_votes()
            return Taken("consensus", present=former.present, needed=former.needed)
        if not self.votes and self.method is None:
            return former
        if carried is None:
            raise Refused("no_vote_taken", Rule.VOTING)
        tally = self.tally(former.tally)
        refuse_more_than_present(meeting, tally.cast, former.present)
        if former.tally:
            taken = former.counted_again(tally)
        else:
            taken = former.voted(tally, majority, entitled_to_vote(meeting))
        if taken.carried is not carried:
            raise other_outcome(tally.in_favour, tally.against)
        return taken


def figures_of(taken: Taken) -> Fields:
    """Return the method and votes of a decision, which a correction may change."""
    return {name: taken.flat[name] for name in ("method", *Tally._fields)}


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
    before = _changed(former, later)
    return event(**of, before=before, reason=needs_reason(reason), **later)


def _changed(former: Fields, later: Fields) -> dict[str, str]:
    """Return the former values, as text, of what a correction changes."""
    found = {name: _text(former[name]) for name in former if former[name] != later[name]}
    if not found:
        raise Refused("nothing_changed", Rule.THE_RECORD)
    return found


def _text(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}={figure}" for name, figure in value.items())
    return "" if value is None else str(value)
