"""The closure of the meeting: what is left open is asked about, counted, and the floor is shut."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.course.leftovers import counted
from tipfloor.core.course.sessions import leave_session
from tipfloor.core.floor.interlude_ends import ending_interlude
from tipfloor.core.ground.act import Act, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Stage


class MeetingClosed(Event):
    """The meeting was closed; `left_open` counts what was open by then, by kind."""

    kind: Literal["meeting_closed"] = "meeting_closed"
    left_open: dict[str, int] = {}
    reason: str | None = None

    def manner(self) -> Literal["", "left"]:
        """Tell whether something was left open."""
        return "left" if self.left_open else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """End the moment that was on, and the meeting with it."""
        last = replace(meeting.moments[-1], ended_at=self.at)
        moments = meeting.moments.replaced(-1, last)
        return meeting.having(closed_at=self.at, left_at_closing=self.left_open, moments=moments)


class CloseMeeting(Act):
    """Close the meeting; `insist` closes it with things left open, a reason before its last moment.

    Names that wait in the session that is open were not heard.
    """

    asks = "ask.reason_close_meeting"

    kind: Literal["close_meeting"] = "close_meeting"
    insist: bool = False
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Close it while nobody has the floor (PRACTICE section 2, row ix)."""
        left = leave_session(meeting, now, "not_heard")
        early = meeting.next_moment is not None
        reason = needs_reason(self.reason) if early else self.reason
        found = counted(meeting)
        if found and not self.insist:
            refused = Refused("left_open", Rule.MEETING_CLOSED)
            refused.facts = {**found}
            raise refused
        ended = ending_interlude(meeting, now)
        return [*left, *ended, MeetingClosed(at=now, left_open=found, reason=reason)]


class MeetingReopened(Event):
    """The meeting went on after it had been closed."""

    kind: Literal["meeting_reopened"] = "meeting_reopened"
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Go on in the moment in which it was closed."""
        moments = meeting.moments.appended(Stage(meeting.moment, self.at))
        return meeting.having(closed_at=None, left_at_closing={}, moments=moments)


class ReopenMeeting(Act):
    """Open the closed meeting again, for a reason."""

    asks = "ask.reason_reopen_meeting"

    kind: Literal["reopen_meeting"] = "reopen_meeting"
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Open it where it is closed."""
        if meeting.closed_at is None:
            raise Refused("meeting_open", Rule.MEETING_CLOSED)
        return [MeetingReopened(at=now, reason=needs_reason(self.reason))]
