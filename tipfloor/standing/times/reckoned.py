"""What is said of the list and the plan in time, reckoned once for every face."""

from __future__ import annotations

from datetime import datetime, timedelta

from tipfloor.core.ground.instant import Instant
from tipfloor.core.list.list_closing import closing_hour
from tipfloor.core.reckoning.forecast import forecast
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.outlook import Outlook


def list_end(outlook: Outlook) -> datetime | None:
    """Return when the list is forecast to end; None while it is frozen, or where it is empty."""
    meeting = outlook.meeting
    ends = None if meeting.suspended_at else forecast(meeting, outlook.now)
    return ends.ends_at.utc if ends else None


def list_closes(meeting: Meeting) -> Instant | None:
    """Return when the open list closes by itself, None where it does not or did already."""
    speakers = meeting.speakers()
    if not speakers.is_open or speakers.closed_by_time or meeting.suspended_at:
        return None
    return closing_hour(meeting)


def whole_minutes(apart: timedelta) -> int:
    """Return a difference in minutes without its sign, rounded."""
    return round(abs(apart).total_seconds() / 60)
