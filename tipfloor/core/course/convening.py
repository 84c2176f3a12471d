"""Convening: the plan enters the record."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.event import Body, Event
from tipfloor.core.plan.former import with_languages
from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.log import Log
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.sitting import Sitting
from tipfloor.core.state.stage import Stage


class MeetingConvened(Event):
    """The first event of every record: the whole plan, and whether this is only a rehearsal.

    `rehearsal_speed` is how many times faster than the real clock the rehearsal's clock runs.
    """

    version: ClassVar[int] = 4
    undoable: ClassVar[bool] = False
    kind: Literal["meeting_convened"] = "meeting_convened"
    plan: Plan
    rehearsal_speed: float | None = None

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Put the names and languages of a plan as they have been kept since the fourth version."""
        return {**body, "plan": with_languages(body["plan"])}

    def manner(self) -> Literal["", "rehearsal"]:
        """Tell whether it is a rehearsal."""
        return "" if self.rehearsal_speed is None else "rehearsal"

    def convene(self) -> Meeting:
        """Return the meeting at its first moment."""
        first = self.plan.moments[0].code
        day = self.at.utc.astimezone(self.plan.zone).date().isoformat()
        return Meeting(
            plan=self.plan,
            filed_plan=self.plan,
            convened_at=self.at,
            latest=self.at,
            day=day,
            rehearsal_speed=self.rehearsal_speed,
            moment=first,
            moments=Log([Stage(first, self.at)]),
            sittings=(Sitting(1, day, self.at),),
        )
