"""A ruling of the chair and the vote on an appeal against it corrected."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta
from msgspec.structs import replace

from tipfloor.core.corrections.recounting import (
    TallyCorrected,
    correction,
    figures_of,
    other_outcome,
    refuse_more_than_present,
)
from tipfloor.core.deciding.flat import VotesGiven
from tipfloor.core.ground.act import Act, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.value import Shared
from tipfloor.core.orders.appealing import outcome_of, point_by_id
from tipfloor.core.orders.orders import with_point
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.point import Appeal, PointOfOrder
from tipfloor.core.state.taken import Taken


class RulingCorrected(TallyCorrected, Event):
    """The text of a ruling or the vote on the appeal against it was corrected."""

    version: ClassVar[int] = 3
    kind: Literal["ruling_corrected"] = "ruling_corrected"
    point: int
    number: int
    delegation: str
    ruling: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the right values into the point of order."""
        point = point_by_id(meeting, self.point)
        if point is None:
            return meeting
        appeal = point.appeal
        if appeal and self.taken.tally:
            appeal = replace(appeal, taken=self.taken.over(appeal.taken))
        right = replace(point, ruling=self.ruling, appeal=appeal, corrected=True)
        return with_point(meeting, right)


class OfRuling(Shared):
    """What the correction of a ruling begins with: the number of the point, the ruling's text."""

    __slots__ = ()

    number: Annotated[int, Meta(ge=1, le=10_000)]
    ruling: Text | None = None


class CorrectRuling(VotesGiven, OfRuling, Act):
    """Correct the ruling on a point of order, by the point's number, or the vote on its appeal.

    The votes in favour are those for the ruling of the chair.
    """

    asks = "ask.reason_correct"

    kind: Literal["correct_ruling"] = "correct_ruling"
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Correct it where that changes something and not what became of the ruling."""
        point = self._point(meeting)
        appeal = point.appeal or Appeal(point.delegation, now)
        former = {"ruling": point.ruling, **figures_of(appeal.taken)}
        again = self._recounted(meeting, appeal)
        later = {"ruling": self.ruling or point.ruling, **again.flat}
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

    def _recounted(self, meeting: Meeting, appeal: Appeal) -> Taken:
        """Return how an appeal is to have been decided. Raises Refused."""
        if not self.votes:
            return appeal.taken
        if appeal.outcome is None:
            raise Refused("no_vote_taken", Rule.VOTING)
        tally = self.tally(appeal.taken.tally)
        refuse_more_than_present(meeting, tally.cast, appeal.taken.present)
        again = appeal.taken.counted_again(tally)
        if outcome_of(meeting.plan.rules, again) != appeal.outcome:
            raise other_outcome(tally.in_favour, tally.against)
        return again
