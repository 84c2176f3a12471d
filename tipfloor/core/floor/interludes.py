"""Interludes: silence, a film, a photograph, during which nobody has the floor."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.floor.floor import refuse_while_taken, stop_over_time
from tipfloor.core.ground.act import Act, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import LimitSeconds
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.interlude import Interlude
from tipfloor.core.state.meeting import Meeting


class InterludeBegan(Event):
    """An interlude without a speaker began (PRACTICE section 7, case 24)."""

    kind: Literal["interlude_began"] = "interlude_began"
    what: str
    planned_seconds: int | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep it as the one that is on."""
        begun = Interlude(
            id=meeting.position,
            what=self.what,
            moment=meeting.moment,
            session=meeting.session,
            started_at=self.at,
            planned=None if self.planned_seconds is None else self.planned_seconds * 1000,
        )
        return meeting.having(interludes=meeting.interludes.appended(begun))


class BeginInterlude(Act):
    """Begin an interlude: say what it is in a few words, and how many seconds are planned."""

    kind: Literal["begin_interlude"] = "begin_interlude"
    what: Reason
    planned_seconds: LimitSeconds | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Begin it while nobody has the floor; whoever talks on in over-time has stopped."""
        meeting.refuse_while_suspended()
        refuse_while_taken(meeting, now)
        if meeting.interlude:
            raise Refused("interlude_on", Rule.INTERLUDES, what=meeting.interlude.what)
        what = needs_reason(self.what)
        began = InterludeBegan(at=now, what=what, planned_seconds=self.planned_seconds)
        return [*stop_over_time(meeting, now), began]
