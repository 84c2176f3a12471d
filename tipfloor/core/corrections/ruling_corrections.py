"""A ruling of the chair and the vote on an appeal against it corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tipfloor.core.corrections.recounting import (
    Corrected,
    correction,
    needed_again,
    other_outcome,
    refuse_more_than_present,
)
from tipfloor.core.ground.act import Act, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.orders.appealing import outcome_of, point_by_id
from tipfloor.core.orders.orders import with_point
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.point import Appeal, PointOfOrder
from tipfloor.core.state.tally import Tally, Votes


class RulingCorrected(Corrected, Event):
    """The text of a ruling or the vote on the appeal against it was corrected."""

    version: ClassVar[int] = 2
    kind: Literal["ruling_corrected"] = "ruling_corrected"
    point: int
    number: int
    delegation: str
    ruling: str
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    votes_needed: int | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the right values into the point of order."""
        point = point_by_id(meeting, self.point)
        if point is None:
            return meeting
        appeal = point.appeal
        if appeal and self.in_favour is not None:
            appeal = replace(
                appeal,
                in_favour=self.in_favour,
                against=self.against,
                abstaining=self.abstaining,
                votes_needed=self.votes_needed or appeal.votes_needed,
            )
        right = replace(point, ruling=self.ruling, appeal=appeal, corrected=True)
        return with_point(meeting, right)


class CorrectRuling(Act):
    """Correct the ruling on a point of order, by the point's number, or the vote on its appeal.

    The votes in favour are those for the ruling of the chair.
    """

    kind: Literal["correct_ruling"] = "correct_ruling"
    number: Annotated[int, Field(ge=1, le=10_000)]
    ruling: Text | None = None
    in_favour: Votes | None = None
    against: Votes | None = None
    abstaining: Votes | None = None
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Correct it where that changes something and not what became of the ruling."""
        point = self._point(meeting)
        former = _fields(point)
        later = {**former, "ruling": self.ruling or former["ruling"], **self._votes(meeting, point)}
        of = {
            "at": now,
            "point": point.id,
            "number": self.number,
            "delegation": point.delegation,
        }
        return [correction(RulingCorrected, of, former, later, self.reason)]

    def _point(self, meeting: Meeting) -> PointOfOrder:
        if self.number > len(meeting.raised):
            raise Refused("no_point", Rule.THE_RECORD, number=self.number)
        point = meeting.raised[self.number - 1]
        if point.ruling is None:
            raise Refused("not_ruled", Rule.THE_RECORD, number=self.number)
        return point

    def _votes(self, meeting: Meeting, point: PointOfOrder) -> dict[str, object]:
        given = {
            "in_favour": self.in_favour,
            "against": self.against,
            "abstaining": self.abstaining,
        }
        given = {name: votes for name, votes in given.items() if votes is not None}
        if not given:
            return {}
        appeal = point.appeal
        if appeal is None or appeal.outcome is None:
            raise Refused("no_vote_taken", Rule.VOTING)
        tally = Tally.model_validate({**_tally(appeal), **given})
        refuse_more_than_present(meeting, tally.cast, appeal.present or 0)
        majority, needed = needed_again(appeal.majority or "simple", appeal.votes_needed, tally)
        if outcome_of(meeting.plan.rules, majority, tally, needed) != appeal.outcome:
            raise other_outcome(tally.in_favour, tally.against)
        known = appeal.votes_needed is not None
        return {**tally.model_dump(), "votes_needed": needed if known else None}


def _fields(point: PointOfOrder) -> dict[str, object]:
    votes = _tally(point.appeal) if point.appeal else dict.fromkeys(Tally.model_fields)
    return {"ruling": point.ruling, **votes}


def _tally(appeal: Appeal) -> dict[str, int | None]:
    return {
        "in_favour": appeal.in_favour,
        "against": appeal.against,
        "abstaining": appeal.abstaining,
    }
