"""The foot of the list: how many more fit before the planned end, and when the list will end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tipfloor.core.reckoning.forecast import Fit, LimitThatFits, limit_that_fits, what_fits
from tipfloor.core.reckoning.planned import planned_end
from tipfloor.core.reckoning.timetable import day_end, today_of
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.fit import BETWEEN, whole
from tipfloor.standing.line import Line
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.times.reckoned import list_end
from tipfloor.words import count, say
from tipfloor.words.times import hour, span

ROOM_FOR_HINT = 44
"""Cells of width from which the hint of a limit is whole."""


def list_foot(outlook: Outlook, width: int) -> Line:
    """Return what the chair asks of the time, as much as there is room for, the first first.

    That is what fits, when the list ends, who was heard and when the day ends.
    """
    return whole(_parts(outlook, width), width)


def limit_hint(outlook: Outlook, width: int) -> Line:
    """Return by which limit the whole list would fit, empty where it fits or none would do."""
    limit = limit_that_fits(outlook.meeting, outlook.now)
    words = limit_fits(outlook, limit, short=width < ROOM_FOR_HINT) if limit else ""
    return Line.of(words).truncated(width)


def times_foot(outlook: Outlook, width: int) -> Line:
    """Return what fits, when the list ends, and when the day ends."""
    fit = what_fits(outlook.meeting, outlook.now)
    limit = limit_that_fits(outlook.meeting, outlook.now)
    fitting = fits(outlook, fit) if fit else ""
    fitting = limit_fits(outlook, limit) if limit else fitting
    return whole([fitting, list_ends(outlook), day_ends(outlook, planned=True)], width)


def _parts(outlook: Outlook, width: int) -> Iterator[str]:
    """Yield them one by one, so that none is computed for which there is no room."""
    meeting = outlook.meeting
    fit, ends = what_fits(meeting, outlook.now), list_ends(outlook)
    if fit is not None:
        short = len(BETWEEN.join([fits(outlook, fit), ends])) > width
        yield fits(outlook, fit, short=short)
    yield ends
    yield _plan(meeting) if fit is None else ""
    heard = len(meeting.remarks_of(meeting.list_code))
    if heard or meeting.list_session:
        yield count("desk.heard", heard)
    if not meeting.suspended_at:
        yield day_ends(outlook)


def fits(outlook: Outlook, fit: Fit, *, short: bool = False) -> str:
    """Say how many more speakers fit before the planned end."""
    key = "desk.fits_short" if short else "desk.fits"
    return say(key, number=fit.in_all, time=_hour(outlook, fit.before))


def limit_fits(outlook: Outlook, limit: LimitThatFits, *, short: bool = False) -> str:
    """Say by which limit the whole list would fit before the planned end."""
    key = "desk.limit_fits_short" if short else "desk.limit_fits"
    shown = span(limit.seconds * 1000)
    return say(key, limit=shown, time=_hour(outlook, limit.before))


def list_ends(outlook: Outlook) -> str:
    """Say when the list is forecast to end; nothing while it is frozen, or where it is empty."""
    ends = list_end(outlook)
    return say("desk.forecast", time=_hour(outlook, ends)) if ends else ""


def day_ends(outlook: Outlook, *, planned: bool = False) -> str:
    """Say when the day is forecast to end, and as planned where that is wanted."""
    day = day_end(outlook.meeting, outlook.now)
    if day is None:
        return ""
    ends = _hour(outlook, day.ends_at)
    if not planned or day.planned is None:
        return say("desk.day_ends", time=ends)
    return say("desk.day_ends_planned", time=ends, planned=_hour(outlook, day.planned))


def _hour(outlook: Outlook, at: datetime) -> str:
    meeting = outlook.meeting
    return hour(at, meeting.plan.zone, today_of(meeting, outlook.now))


def _plan(meeting: Meeting) -> str:
    plan = planned_end(meeting)
    return say("desk.plan", time=f"{plan:%H:%M}") if plan else ""
