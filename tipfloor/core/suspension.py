"""Suspension for lunch or the night: list and clock are frozen and come back as they were."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.act import Act, Reason
from tipfloor.core.clock import Instant
from tipfloor.core.event import Event
from tipfloor.core.floor import stop_over_time
from tipfloor.core.interlude_ends import ending_interlude
from tipfloor.core.interval import Interval
from tipfloor.core.meeting import Meeting
from tipfloor.core.refusal import Refused, Rule


class MeetingSuspended(Event):
    """The meeting was suspended."""

    kind: Literal["meeting_suspended"] = "meeting_suspended"
    reason: str | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Freeze the list, and the clock of a remark that is on."""
        speaker = meeting.speaker
        if speaker and speaker.pause is None:
            frozen = speaker.pausing(self.at, "suspension", by_suspension=True)
            meeting = meeting.having(floor=frozen)
        return meeting.having(suspended_at=self.at)


class Suspend(Act):
    """Suspend the meeting."""

    kind: Literal["suspend"] = "suspend"
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Suspend it once; an over-time that is being counted ends, and so does an interlude."""
        meeting.refuse_while_suspended()
        ended = ending_interlude(meeting, now)
        suspended = MeetingSuspended(at=now, joined=bool(ended), reason=self.reason)
        return [*stop_over_time(meeting, now), *ended, suspended]


class MeetingResumed(Event):
    """The meeting went on, in a new sitting."""

    kind: Literal["meeting_resumed"] = "meeting_resumed"

    def apply(self, meeting: Meeting) -> Meeting:
        """Go on as it was, on the day that it is now; only what suspension stopped starts again."""
        speaker = meeting.speaker
        if speaker and speaker.pause and speaker.pause.by_suspension:
            meeting = meeting.having(floor=speaker.resumed(self.at))
        if meeting.suspended_at:
            over = Interval(meeting.suspended_at, self.at)
            meeting = meeting.having(suspensions=(*meeting.suspensions, over))
        return meeting.having(suspended_at=None, day=meeting.local_day(self.at))


class ResumeMeeting(Act):
    """Go on after a suspension."""

    kind: Literal["resume_meeting"] = "resume_meeting"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Go on where the meeting is suspended."""
        if not meeting.suspended_at:
            raise Refused("not_suspended", Rule.SUSPENSION)
        return [MeetingResumed(at=now)]
