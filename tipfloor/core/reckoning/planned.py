"""Planned times, which the meeting file gives in the local time of the meeting, as true ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.memory import for_the_same
from tipfloor.core.plan.plan import MomentPlan, Plan, SessionPlan
from tipfloor.core.state.meeting import Meeting

Part = MomentPlan | SessionPlan
"""What the plan gives a time to: a session, or a moment."""

Span = tuple[datetime, datetime]
"""Start and end in UTC: lengths are true ones, also where daylight saving begins or ends."""

OFF_PLAN = timedelta(hours=12)
"""A meeting further than this from its planned times is not running to them at all."""


def utc_of(local: datetime, zone: ZoneInfo) -> datetime | None:
    """Return a local time in UTC, the first where it comes twice; None beyond the calendar."""
    try:
        return local.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        return None


def span_of(plan: Plan, part: Part | None) -> Span | None:
    """Return when a part is planned to begin and to end, None where the plan gives no times."""
    if part is None or part.starts is None or part.ends is None:
        return None
    starts, ends = utc_of(part.starts, plan.zone), utc_of(part.ends, plan.zone)
    return (starts, max(starts, ends)) if starts and ends else None


@for_the_same
def timed_parts(plan: Plan) -> list[tuple[Part, Span]]:
    """Return what is planned one after another: the sessions of a moment, or the moment itself."""
    parts: list[tuple[Part, Span]] = []
    for moment in plan.moments:
        sessions = _timed(plan, plan.sessions_of(moment.code))
        parts += sessions or _timed(plan, (moment,))
    return parts


def _timed(plan: Plan, parts: tuple[Part, ...]) -> list[tuple[Part, Span]]:
    spans = ((part, span_of(plan, part)) for part in parts)
    return sorted(((part, span) for part, span in spans if span), key=lambda item: item[1])


def is_on_plan(meeting: Meeting, now: Instant) -> bool:
    """Tell whether the meeting is held when it was planned to be, OFF_PLAN at most beside it."""
    span = _span(meeting.plan)
    return span is not None and span[0] - now.utc < OFF_PLAN and now.utc - span[1] < OFF_PLAN


@for_the_same
def _span(plan: Plan) -> Span | None:
    """Return when the whole meeting is planned to begin and to end."""
    spans = [span for moment in plan.moments if (span := span_of(plan, moment))]
    spans += [span for _, span in timed_parts(plan)]
    return (min(starts for starts, _ in spans), max(ends for _, ends in spans)) if spans else None


def working(parts: list[tuple[Part, Span]], since: datetime, until: datetime) -> timedelta:
    """Return how much of the time between two instants the plan has work for, breaks excluded."""
    total, reached = timedelta(0), since
    for starts, ends in sorted(span for _, span in parts):
        begins, finishes = max(starts, reached), min(ends, until)
        if finishes > begins:
            total, reached = total + (finishes - begins), finishes
    return total


def planned_end(meeting: Meeting) -> datetime | None:
    """Return the planned local end of the session, or of the moment, that the desk is in."""
    session = meeting.plan.session(meeting.list_session or "")
    if session is None or session.ends:
        return (session or meeting.moment_plan).ends
    alone = len(meeting.plan.sessions_of(session.moment)) == 1
    return meeting.moment_plan.ends if alone and session.moment == meeting.moment else None
