"""The end of an interlude: by its own key, or because somebody takes the floor."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.interlude import Interlude
from tipfloor.core.state.meeting import Meeting


class InterludeEnded(Event):
    """The interlude ended; `interlude` is the position at which it began, `lasted` milliseconds."""

    kind: Literal["interlude_ended"] = "interlude_ended"
    interlude: int
    what: str
    lasted: int

    def apply(self, meeting: Meeting) -> Meeting:
        """End it where it is on."""
        on = meeting.interlude
        if on is None or on.id != self.interlude:
            return meeting
        return _with_last(meeting, replace(on, ended_at=self.at))


class EndInterlude(Act):
    """End the interlude; giving the floor ends it too."""

    kind: Literal["end_interlude"] = "end_interlude"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """End it where one is on."""
        ended = ending_interlude(meeting, now)
        if not ended:
            raise Refused("no_interlude", Rule.INTERLUDES)
        return ended


def ending_interlude(meeting: Meeting, now: Instant) -> list[Event]:
    """Return the event that ends the interlude that is on, none where none is."""
    on = meeting.interlude
    if on is None:
        return []
    return [InterludeEnded(at=now, interlude=on.id, what=on.what, lasted=on.lasted(now))]


def until_floor(meeting: Meeting, given_at: Instant) -> Meeting:
    """Return the meeting with its last interlude over by the time at which the floor was given."""
    last = meeting.interludes[-1] if meeting.interludes else None
    if last is None or last.ended_at is None or given_at.reached(last.ended_at):
        return meeting
    return _with_last(meeting, replace(last, ended_at=given_at))


def _with_last(meeting: Meeting, interlude: Interlude) -> Meeting:
    return meeting.having(interludes=meeting.interludes.replaced(-1, interlude))
