"""Where the meeting stands against its plan, and when the list will end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import mean

from tipfloor.core.clock import Instant
from tipfloor.core.meeting import Meeting
from tipfloor.core.plan import MomentPlan, SessionPlan

LONGEST_CHANGEOVER = 180_000
"""Milliseconds: a longer silence between two speakers is something else than a changeover."""

OFF_PLAN = timedelta(hours=12)
"""A meeting further than this from its planned times is not running to them at all."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """When the list ends: the milliseconds that it still takes, and the instant."""

    takes: int
    ends_at: Instant


def changeover(meeting: Meeting, session: str) -> int:
    """Return the mean milliseconds between two speakers so far, the rules' figure at first."""
    remarks = [item for item in meeting.remarks_of(session) if item.was_spoken]
    gaps = [
        later.given_at.since(ended)
        for earlier, later in pairwise(remarks)
        if (ended := earlier.stopped_at or earlier.ended_at)
    ]
    seen = [gap for gap in gaps if gap <= LONGEST_CHANGEOVER]
    return round(mean(seen)) if seen else meeting.plan.rules.changeover_seconds * 1000


def forecast(meeting: Meeting, now: Instant) -> Forecast | None:
    """Return when the list of the desk's session ends, None where nobody waits or speaks.

    What is left of the speaker, then for each name its limit and a changeover (PRACTICE 4).
    """
    session = meeting.list_session
    if session is None:
        return None
    waiting = meeting.speakers(session).waiting
    speaker = meeting.speaker
    left = max(0, speaker.left(now) or 0) if speaker else 0
    if not waiting and not left:
        return None
    limits = sum((meeting.limit_of(entry, session) or 0) * 1000 for entry in waiting)
    takes = left + limits + len(waiting) * changeover(meeting, session)
    return Forecast(takes, now.plus(takes))


def behind_plan(meeting: Meeting, now: Instant) -> timedelta | None:
    """Return how far behind its plan the meeting is, negative when ahead, None when unknowable.

    Past the planned end it is the time past it; until then, how late the current moment or
    session began. A meeting that is not held on its planned day has no figure.
    """
    current: MomentPlan | SessionPlan = meeting.session_plan or meeting.moment_plan
    if current.starts is None or current.ends is None:
        return None
    stage = meeting.sessions[-1] if meeting.session else meeting.moments[-1]
    zone = meeting.plan.zone
    started = stage.started_at.utc - current.starts.replace(tzinfo=zone)
    overrun = now.utc - current.ends.replace(tzinfo=zone)
    behind = max(started, overrun) if overrun > timedelta(0) else started
    return behind if abs(behind) < OFF_PLAN else None


def planned_end(meeting: Meeting) -> datetime | None:
    """Return the planned local end of the session, or of the moment, that the desk is in."""
    session = meeting.plan.session(meeting.list_session or "")
    current: MomentPlan | SessionPlan = session or meeting.moment_plan
    return current.ends


def silence(meeting: Meeting, now: Instant) -> int | None:
    """Return for how many milliseconds a start seems forgotten, None where none is awaited.

    Someone was called, or a session is open with names waiting, and nobody has the floor.
    """
    if meeting.session is None or meeting.suspended_at or meeting.floor:
        return None
    speakers = meeting.speakers(meeting.session)
    if not speakers.waiting:
        return None
    quiet_since = [meeting.sessions[-1].started_at, speakers.waiting[0].requested_at]
    if last := meeting.last_spoken:
        quiet_since.append(last.stopped_at or last.ended_at or last.given_at)
    if speakers.called_at:
        quiet_since.append(speakers.called_at)
    return min(now.since(instant) for instant in quiet_since)
