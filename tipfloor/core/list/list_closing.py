"""Closing the list of speakers to delegations, and opening it again."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.ground.act import Act, Reason, SessionCode, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.interval import within
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.reckoning.time_on import time_on
from tipfloor.core.state.meeting import Meeting


def closing_hour(meeting: Meeting) -> Instant | None:
    """Return when the list of the open session closes by itself, None where it does not.

    The minutes are those for which the session was on: suspension freezes them, and a session that
    was left takes them up again (PRACTICE section 4).
    """
    minutes = meeting.plan.rules.close_list_after_minutes
    if minutes is None or meeting.session is None:
        return None
    since = meeting.sessions[-1].started_at
    former = [stage for stage in meeting.sessions[:-1] if stage.code == meeting.session]
    left = max(0, minutes * 60_000 - time_on(meeting, former, since))
    return since.plus(left + within(meeting.frozen, since, meeting.latest))


class ListClosed(Event):
    """The list of a session was closed to delegations."""

    kind: Literal["list_closed"] = "list_closed"
    session: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Close the list."""
        closed = replace(meeting.speakers(self.session), closed_at=self.at)
        return meeting.with_list(self.session, closed)


class CloseList(Act):
    """Close the list of speakers: from now on it binds delegations, not the chair."""

    kind: Literal["close_list"] = "close_list"
    session: SessionCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Close it once."""
        meeting.refuse_once_closed()
        session = meeting.list_named(self.session)
        if not meeting.speakers(session).is_open:
            raise Refused("list_closed", Rule.LIST_CLOSED)
        return [ListClosed(at=now, session=session)]


class ListReopened(Event):
    """The list of a session was opened to delegations again."""

    kind: Literal["list_reopened"] = "list_reopened"
    session: str
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Open the list."""
        speakers = meeting.speakers(self.session)
        hour = closing_hour(meeting)
        past = meeting.session == self.session and hour is not None and self.at.reached(hour)
        by_time = speakers.closed_by_time or past
        opened = replace(speakers, closed_at=None, closed_by_time=by_time)
        return meeting.with_list(self.session, opened)


class ReopenList(Act):
    """Open a closed list of speakers again, for a reason."""

    asks = "ask.reason_reopen"

    kind: Literal["reopen_list"] = "reopen_list"
    reason: Reason | None = None
    session: SessionCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Open it where it is closed."""
        meeting.refuse_once_closed()
        session = meeting.list_named(self.session)
        if meeting.speakers(session).is_open:
            raise Refused("list_open", Rule.LIST_CLOSED)
        return [ListReopened(at=now, session=session, reason=needs_reason(self.reason))]
