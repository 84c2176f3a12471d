"""A rehearsal that plays itself, and the hand-over of its record to whoever opens it next."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import HandOver


class RehearsalHandedOver(Event):
    """The rehearsal stopped playing itself; its clock runs on from the real instant `real`."""

    undoable: ClassVar[bool] = False
    kind: Literal["rehearsal_handed_over"] = "rehearsal_handed_over"
    real: Instant

    def apply(self, meeting: Meeting) -> Meeting:
        """Let the clock of the rehearsal run on from here."""
        return meeting.having(handed_over=HandOver(shown=self.at, real=self.real))


class HandOverRehearsal(Act):
    """Hand a rehearsal that played itself over to people: its clock runs with the real one."""

    kind: Literal["hand_over_rehearsal"] = "hand_over_rehearsal"
    real: Instant

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Hand it over once; a meeting that is no rehearsal keeps its own clock."""
        if meeting.rehearsal_speed is None or meeting.handed_over:
            raise Refused("no_rehearsal", Rule.THE_RECORD)
        return [RehearsalHandedOver(at=now, real=self.real)]
