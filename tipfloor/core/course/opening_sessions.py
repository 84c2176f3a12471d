"""Opening, leaving and adding sessions."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from tipfloor.core.course.moments import enter_moment, reason_to_go
from tipfloor.core.course.sessions import SessionAdded, SessionOpened, Waiting, leave_session
from tipfloor.core.ground.act import Act, Reason, SessionCode
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Identifier, InLanguages, LimitSeconds, LocalTime, Text
from tipfloor.core.ground.folding import fold_text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.plan import SessionPlan
from tipfloor.core.plan.soundness import refuse_times
from tipfloor.core.state.meeting import Meeting


class OpenSession(Act):
    """Open a session: the next of the current moment, or the one named.

    A session of the next moment takes the meeting there; of any other moment, with a reason.
    """

    asks = "ask.reason_skip"

    kind: Literal["open_session"] = "open_session"
    session: SessionCode | None = None
    reason: Reason | None = None
    waiting: Waiting | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Open it, leaving the one that is open."""
        planned = self._planned(meeting)
        if planned.code == meeting.session:
            raise Refused("session_open", Rule.ORDER_OF_MOMENTS, session=planned.title)
        if planned.moment == meeting.moment:
            left = leave_session(meeting, now, self.waiting)
        else:
            reason = reason_to_go(meeting, planned.moment, self.reason)
            left = enter_moment(meeting, now, planned.moment, reason, self.waiting)
        opened = SessionOpened(at=now, session=planned.code, reason=self.reason)
        return [*left, opened]

    def _planned(self, meeting: Meeting) -> SessionPlan:
        code = self.session
        if code is None:
            code = meeting.next_session.code if meeting.next_session else meeting.list_session
        if code is None:
            raise Refused("no_session", Rule.ORDER_OF_MOMENTS, moment=meeting.moment_plan.title)
        planned = meeting.plan.session(meeting.list_named(code))
        if planned is None:
            raise Refused("unknown_session", Rule.ORDER_OF_MOMENTS, given=code, known="")
        return planned


class EndSession(Act):
    """Leave the open session without opening another."""

    kind: Literal["end_session"] = "end_session"
    waiting: Waiting | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Leave it where one is open."""
        if meeting.session is None:
            raise Refused("no_session", Rule.ORDER_OF_MOMENTS, moment=meeting.moment_plan.title)
        return leave_session(meeting, now, self.waiting)


class AddSession(Act):
    """Add a session with its topic to a moment, the current one by default.

    Its planned times, where it has any, are local to the meeting.
    """

    worded: ClassVar[tuple[str, ...]] = ("title", "topic")
    kind: Literal["add_session"] = "add_session"
    session: Identifier
    title: Text
    topic: Text
    moment: str | None = None
    starts: LocalTime | None = None
    ends: LocalTime | None = None
    limit_seconds: LimitSeconds | None = None
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Add it unless its code or title is taken (concept note, rule 9: more may come)."""
        moment = meeting.moment if self.moment is None else self.moment
        if moment not in meeting.plan.moment_index:
            raise Refused("unknown_moment", Rule.ORDER_OF_MOMENTS, given=moment)
        codes = {item.code for item in meeting.plan.sessions}
        titles = {fold_text(item.title) for item in meeting.plan.sessions}
        for name, taken in ((self.session, codes), (self.title, titles)):
            if name in taken or fold_text(name) in taken:
                raise Refused("session_exists", Rule.ORDER_OF_MOMENTS, given=name)
        self._refuse_untimely()
        meeting.plan.refuse_full("sessions")
        planned = SessionPlan(
            code=self.session,
            moment=moment,
            title=self.title,
            topic=self.topic,
            starts=self.starts,
            ends=self.ends,
            limit_seconds=self.limit_seconds,
            translations=self.translations,
        )
        return [SessionAdded(at=now, session=planned)]

    def _refuse_untimely(self) -> None:
        """Refuse planned times that are no span, as the meeting file does."""
        starts, ends = self.starts, self.ends
        refuse_times(starts, ends)
        if bool(starts) != bool(ends) or (starts and ends and ends <= starts):
            raise Refused(
                "session_times", Rule.ORDER_OF_MOMENTS, starts=_told(starts), ends=_told(ends)
            )


def _told(time: datetime | None) -> str:
    return f"{time:%H:%M}" if time else "\N{EN DASH}"
