"""Points of order: raised at once, answered in the order in which they came."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.floor.floor import refuse_while_appealed, stop_over_time
from tipfloor.core.floor.stoppages import ClockPaused
from tipfloor.core.ground.act import Act, DelegationCode, Reason, needs_reason
from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import refuse_unless_present
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.point import PointOfOrder


class PointRaised(Event):
    """A delegation raised a point of order."""

    kind: Literal["point_raised"] = "point_raised"
    delegation: str

    @property
    def tone(self) -> Tone:
        """It stands out."""
        return "warning"

    def apply(self, meeting: Meeting) -> Meeting:
        """Queue the point behind those that wait, with the remark that it interrupts."""
        point = PointOfOrder(
            id=meeting.position,
            delegation=self.delegation,
            raised_at=self.at,
            moment=meeting.moment,
            session=meeting.session,
            remark=_interrupted(meeting, self.at),
        )
        return meeting.having(raised=meeting.raised.appended(point))


class RaisePoint(Act):
    """A delegation raises a point of order; the speaker's clock stops where the rules say so.

    A clock that stands already, because it was stopped before it was known who asks, goes on
    standing; whoever talked on in over-time is interrupted, and has stopped.
    """

    kind: Literal["point_of_order"] = "point_of_order"
    delegation: DelegationCode

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Take the point, pausing a running remark first (PRACTICE section 7, case 5)."""
        meeting.refuse_while_suspended()
        delegation = meeting.delegation(self.delegation).code
        refuse_unless_present(meeting, now, delegation)
        raised: list[Event] = [PointRaised(at=now, delegation=delegation)]
        speaker = meeting.speaker
        if speaker and not speaker.pause and meeting.plan.rules.pause_on_point_of_order:
            paused = ClockPaused(
                at=now,
                remark=speaker.id,
                delegation=speaker.entry.delegation,
                reason="point_of_order",
            )
            raised.append(paused)
        return [*stop_over_time(meeting, now), *raised]


class PointRuled(Event):
    """The chair ruled on the point of order that was raised first."""

    kind: Literal["point_ruled"] = "point_ruled"
    delegation: str
    ruling: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the ruling with the delegation's first point that waits."""
        point = _first_of(meeting, self.delegation)
        if point is None:
            return meeting
        return with_point(meeting, replace(point, ruling=self.ruling, ruled_at=self.at))


class RulePoint(Act):
    """The chair's ruling on the first point of order, in a few words."""

    kind: Literal["rule_on_point"] = "rule_on_point"
    ruling: Reason

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Rule on it, once the appeal against a former ruling is voted on."""
        meeting.refuse_while_suspended()
        refuse_while_appealed(meeting)
        first, ruling = _waiting(meeting, None), needs_reason(self.ruling)
        return [PointRuled(at=now, delegation=first.delegation, ruling=ruling)]


class PointWithdrawn(Event):
    """A delegation withdrew its point of order before the ruling."""

    kind: Literal["point_withdrawn"] = "point_withdrawn"
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Take the delegation's first point that waits off the queue; the record keeps it."""
        point = _first_of(meeting, self.delegation)
        return with_point(meeting, replace(point, withdrawn_at=self.at)) if point else meeting


class WithdrawPoint(Act):
    """Withdraw a point of order that waits: the delegation's named, else the first."""

    kind: Literal["withdraw_point"] = "withdraw_point"
    delegation: DelegationCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Withdraw it at any time before the ruling."""
        code = meeting.delegation(self.delegation).code if self.delegation else None
        return [PointWithdrawn(at=now, delegation=_waiting(meeting, code).delegation)]


def with_point(meeting: Meeting, point: PointOfOrder) -> Meeting:
    """Return the meeting with a point of order replaced by its newer value."""
    place = meeting.raised.place_of(lambda item: item.id == point.id)
    if place is None:
        return meeting
    return meeting.having(raised=meeting.raised.replaced(place, point))


def _interrupted(meeting: Meeting, at: Instant) -> int | None:
    """Return the id of the remark that is on, or of that whose over-time ended at this instant."""
    if meeting.floor:
        return meeting.floor.id
    last = meeting.last_spoken
    return last.id if last and last.withdrawn and last.stopped_at == at else None


def _first_of(meeting: Meeting, delegation: str | None) -> PointOfOrder | None:
    """Return the first point that waits, of one delegation where it is named."""
    points = meeting.points
    return next((item for item in points if delegation in (None, item.delegation)), None)


def _waiting(meeting: Meeting, delegation: str | None) -> PointOfOrder:
    point = _first_of(meeting, delegation)
    if point is None:
        raise Refused("no_point_waiting", Rule.THE_CHAIR)
    return point
