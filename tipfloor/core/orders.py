"""Points of order: raised at once, answered in the order in which they came."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.act import Act, DelegationCode, Reason, needs_reason
from tipfloor.core.clock import Instant
from tipfloor.core.event import Event
from tipfloor.core.kept import PointOfOrder
from tipfloor.core.meeting import Meeting
from tipfloor.core.refusal import Refused, Rule
from tipfloor.core.refusals import refuse_unless_present
from tipfloor.core.stoppages import ClockPaused


class PointRaised(Event):
    """A delegation raised a point of order."""

    kind: Literal["point_raised"] = "point_raised"
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Queue the point behind those that wait."""
        point = PointOfOrder(self.delegation, self.at)
        return meeting.having(points=(*meeting.points, point))


class RaisePoint(Act):
    """A delegation raises a point of order; the speaker's clock stops where the rules say so."""

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
                joined=True,
                remark=speaker.id,
                delegation=speaker.entry.delegation,
                reason="point_of_order",
            )
            raised.append(paused)
        return raised


class PointRuled(Event):
    """The chair ruled on the point of order that was raised first."""

    kind: Literal["point_ruled"] = "point_ruled"
    delegation: str
    ruling: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Take the point off the queue."""
        return meeting.having(points=meeting.points[1:])


class RulePoint(Act):
    """The chair's ruling on the first point of order, in a few words."""

    kind: Literal["rule_on_point"] = "rule_on_point"
    ruling: Reason

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Rule on it."""
        if not meeting.points:
            raise Refused("no_point_waiting", Rule.THE_CHAIR)
        first, ruling = meeting.points[0], needs_reason(self.ruling)
        return [PointRuled(at=now, delegation=first.delegation, ruling=ruling)]
