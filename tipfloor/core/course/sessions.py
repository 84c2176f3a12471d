"""Sessions: opened with their list of speakers, left with or without the names that wait."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.floor.floor import refuse_while_taken, stop_over_time
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import own_list
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.plan import SessionPlan
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Stage

Waiting = Literal["carry_over", "not_heard"]


def was_heard(meeting: Meeting, session: str) -> bool:
    """Tell whether anybody spoke since the session was opened, or opened again."""
    since = meeting.sessions[-1].started_at
    return any(remark.given_at.reached(since) for remark in meeting.remarks_of(session))


class SessionOpened(Event):
    """A session began, or went on after it had been left."""

    kind: Literal["session_opened"] = "session_opened"
    session: str
    reason: str | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Make it the session whose list is kept; a list carried over is as it was left."""
        stages = meeting.sessions.appended(Stage(self.session, self.at))
        return meeting.with_list(self.session, meeting.speakers(self.session)).having(
            session=self.session, sessions=stages
        )


class SessionEnded(Event):
    """A session was left; the names that waited are carried over or were not heard."""

    kind: Literal["session_ended"] = "session_ended"
    session: str
    waiting: Waiting | None = None

    def manner(self) -> Literal["", "carry_over", "not_heard"]:
        """Tell what became of the names that waited."""
        return self.waiting or ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Close its stage, and its entries where they were not heard."""
        ended = replace(meeting.sessions[-1], ended_at=self.at)
        after = meeting.having(session=None, sessions=meeting.sessions.replaced(-1, ended))
        return after if self.waiting == "carry_over" else not_heard(after, self.session, self.at)


class SessionAdded(Event):
    """A session that the meeting file did not have was added while the meeting runs."""

    kind: Literal["session_added"] = "session_added"
    session: SessionPlan

    def apply(self, meeting: Meeting) -> Meeting:
        """Add it to the plan in force."""
        return meeting.having(plan=meeting.plan.with_added("sessions", self.session))


class OwnListLeft(Event):
    """The list of a moment's own business was left with names; what became of them."""

    kind: Literal["own_list_left"] = "own_list_left"
    session: str
    waiting: Waiting

    def manner(self) -> Literal["carry_over", "not_heard"]:
        """Tell what became of the names that waited."""
        return self.waiting

    def apply(self, meeting: Meeting) -> Meeting:
        """Close its entries where they were not heard."""
        return (
            meeting if self.waiting == "carry_over" else not_heard(meeting, self.session, self.at)
        )


def leave_session(meeting: Meeting, now: Instant, waiting: Waiting | None) -> list[Event]:
    """Return the events of leaving the open session and the moment's own list, where they are.

    Raises Refused while someone has the floor, while the meeting is suspended, and where names
    wait and it was not said what becomes of them (PRACTICE section 4).
    """
    meeting.refuse_while_suspended()
    refuse_while_taken(meeting, now)
    own = own_list(meeting.moment)
    names = len(meeting.speakers(own).waiting)
    listed = len(meeting.speakers(meeting.session).waiting) if meeting.session else 0
    left: list[Event] = stop_over_time(meeting, now)
    if waiting is None and (names or listed):
        raise Refused("names_waiting", Rule.ORDER_OF_THE_LIST, number=names + listed)
    if waiting and names:
        left.append(OwnListLeft(at=now, session=own, waiting=waiting))
    if meeting.session:
        said = waiting if listed else None
        left.append(SessionEnded(at=now, session=meeting.session, waiting=said))
    return left


def not_heard(meeting: Meeting, code: str, at: Instant) -> Meeting:
    """Return the meeting in which the names that waited on a list were not heard."""
    speakers = meeting.speakers(code)
    for entry in speakers.waiting:
        speakers = speakers.departing(entry, at, "not_heard")
    return meeting.with_list(code, speakers)
