"""Adjournment: the sitting ends, for the day or to a stated time, and another one goes on.

A remark belongs to one sitting, so whoever has the floor ends first; suspension freezes it instead.
"""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.course.sessions import Waiting, not_heard
from tipfloor.core.floor.floor import refuse_while_taken, stop_over_time
from tipfloor.core.floor.interlude_ends import ending_interlude
from tipfloor.core.ground.act import Act, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.sitting import Resumption, Suspension, ended


class MeetingAdjourned(Event):
    """The meeting was adjourned; `resumes` is when it is to go on, as announced."""

    kind: Literal["meeting_adjourned"] = "meeting_adjourned"
    resumes: str | None = None
    waiting: Waiting | None = None
    reason: str | None = None

    def manner(self) -> Literal["", "until", "not_heard", "until_not_heard"]:
        """Tell until when, and whether names that waited were not heard."""
        if self.waiting == "not_heard":
            return "until_not_heard" if self.resumes else "not_heard"
        return "until" if self.resumes else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """End the sitting; the names that wait stay as they are, or were not heard."""
        former, suspensions = meeting.suspension, meeting.suspensions
        if former:
            suspensions = suspensions.appended(replace(former, until=self.at))
        adjourned = Suspension(
            self.at,
            kind="adjournment",
            reason=self.reason,
            resumes=self.resumes,
            moment=meeting.moment,
            session=meeting.session,
        )
        after = meeting.having(
            suspension=adjourned,
            suspensions=suspensions,
            sittings=ended(meeting.sittings, former.since if former else self.at),
        )
        code = meeting.floor_list
        if self.waiting != "not_heard" or code is None:
            return after
        return not_heard(after, code, self.at)


class Adjourn(Act):
    """Adjourn the meeting, for the day or to the time that `resumes` states in words.

    `waiting` says what becomes of the names still on the list from which the floor is given:
    `carry_over` keeps them for the next sitting, `not_heard` closes their entries.
    """

    asks = "ask.reason_other"

    kind: Literal["adjourn"] = "adjourn"
    resumes: Resumption | None = None
    waiting: Waiting | None = None
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Adjourn it once nobody has the floor (PRACTICE section 7, case 2)."""
        if meeting.adjourned:
            raise Refused("adjourned_already", Rule.SUSPENSION)
        meeting.refuse_once_closed()
        refuse_while_taken(meeting, now)
        code = meeting.floor_list
        names = len(meeting.speakers(code).waiting) if code else 0
        if names and self.waiting is None:
            raise Refused("names_waiting", Rule.ORDER_OF_THE_LIST, number=names)
        interlude = ending_interlude(meeting, now)
        adjourned = MeetingAdjourned(
            at=now,
            resumes=self.resumes,
            waiting=self.waiting if names else None,
            reason=self.reason,
        )
        return [*stop_over_time(meeting, now), *interlude, adjourned]
