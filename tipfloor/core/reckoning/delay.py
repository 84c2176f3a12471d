"""How far the meeting is behind its plan, or ahead of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from tipfloor.core.ground.instant import Instant
from tipfloor.core.reckoning.planned import OFF_PLAN, is_on_plan, span_of, timed_parts, working
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Stage

NONE = timedelta(0)


def behind_plan(meeting: Meeting, now: Instant) -> timedelta | None:
    """Return how far behind its plan the meeting is, negative when ahead, None when unknowable.

    It is how late the current session or moment began; more, where it runs on past its planned end
    or the next session should have begun. Breaks of the plan and suspensions are no delay. A
    meeting that is not held on its planned day has no figure.
    """
    session = span_of(meeting.plan, meeting.session_plan)
    span = session or span_of(meeting.plan, meeting.moment_plan)
    if span is None or not is_on_plan(meeting, now):
        return None
    stages, code = (
        (meeting.sessions, meeting.session) if session else (meeting.moments, meeting.moment)
    )
    late = began(stages, code).utc - span[0]
    overrun = _passed(meeting, now, span[1])
    upcoming = None if meeting.session else span_of(meeting.plan, meeting.next_session)
    overdue = _passed(meeting, now, upcoming[0]) if upcoming else NONE
    behind = max(late, overrun, overdue) if overrun or overdue else late
    return behind if abs(behind) < OFF_PLAN else None


def began(stages: Sequence[Stage], code: str | None) -> Instant:
    """Return when a moment or session began the first time."""
    return next((stage for stage in stages if stage.code == code), stages[-1]).started_at


def _passed(meeting: Meeting, now: Instant, since: datetime) -> timedelta:
    """Return how much of the meeting's time passed since a planned instant.

    Time does not count in which the meeting was suspended while the plan had nothing for it.
    """
    passed, parts = max(NONE, now.utc - since), timed_parts(meeting.plan)
    for stop in meeting.frozen:
        begins = max(stop.since.utc, since)
        ends = min(stop.until.utc if stop.until else now.utc, now.utc)
        if begins < ends:
            passed -= ends - begins - working(parts, begins, ends)
    return passed
