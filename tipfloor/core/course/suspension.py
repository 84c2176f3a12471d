"""Suspension for lunch or the night: list and clock are frozen and come back as they were."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.floor.floor import stop_over_time
from tipfloor.core.floor.interlude_ends import ending_interlude
from tipfloor.core.ground.act import Act, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.sitting import Resumption, Suspension, begun, is_long


class MeetingSuspended(Event):
    """The meeting was suspended; `resumes` is when it is to go on, as announced."""

    version: ClassVar[int] = 2
    kind: Literal["meeting_suspended"] = "meeting_suspended"
    reason: str | None = None
    resumes: str | None = None

    def manner(self) -> Literal["", "until"]:
        """Tell until when."""
        return "until" if self.resumes else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Freeze the list, and the clock of a remark that is on."""
        speaker = meeting.speaker
        if speaker and speaker.pause is None:
            frozen = speaker.pausing(self.at, "suspension", by_suspension=True)
            meeting = meeting.having(floor=frozen)
        suspension = Suspension(
            self.at,
            reason=self.reason,
            resumes=self.resumes,
            moment=meeting.moment,
            session=meeting.session,
        )
        return meeting.having(suspension=suspension)


class Suspend(Act):
    """Suspend the meeting, until the hour that `resumes` states in words, or without one."""

    asks = "ask.reason_other"

    kind: Literal["suspend"] = "suspend"
    reason: Reason | None = None
    resumes: Resumption | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Suspend it once; an over-time that is being counted ends, and so does an interlude."""
        meeting.refuse_while_suspended()
        ended = ending_interlude(meeting, now)
        suspended = MeetingSuspended(at=now, reason=self.reason, resumes=self.resumes)
        return [*stop_over_time(meeting, now), *ended, suspended]


class MeetingResumed(Event):
    """The meeting went on; after an adjournment or a night, in a new sitting."""

    kind: Literal["meeting_resumed"] = "meeting_resumed"

    def apply(self, meeting: Meeting) -> Meeting:
        """Go on as it was; only what suspension stopped starts again.

        A short suspension is part of its sitting, even past midnight (PRACTICE section 7, case 16).
        """
        speaker = meeting.speaker
        if speaker and speaker.pause and speaker.pause.by_suspension:
            meeting = meeting.having(floor=speaker.resumed(self.at))
        over = meeting.suspension
        if over is None:
            return meeting
        closed = meeting.suspensions.appended(replace(over, until=self.at))
        after = meeting.having(suspension=None, suspensions=closed)
        if not meeting.adjourned and not is_long(self.at.since(over.since)):
            return after
        day = meeting.local_day(self.at)
        return after.having(day=day, sittings=begun(meeting.sittings, self.at, day, over.since))


class ResumeMeeting(Act):
    """Go on after a suspension or an adjournment."""

    kind: Literal["resume_meeting"] = "resume_meeting"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Go on where the meeting is suspended."""
        if not meeting.suspended_at:
            raise Refused("not_suspended", Rule.SUSPENSION)
        return [MeetingResumed(at=now)]
