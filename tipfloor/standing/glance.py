"""Where a meeting stands at one instant, as plain values."""

from __future__ import annotations

from typing import Any

from tipfloor.core.floor.addresses import delegation_of, next_address, reports_to_come
from tipfloor.core.reckoning.delay import behind_plan
from tipfloor.core.reckoning.forecast import what_fits
from tipfloor.core.reckoning.timetable import day_end
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.times.reckoned import list_closes, list_end
from tipfloor.words.offered import interlude_text
from tipfloor.words.times import iso, iso_of

Values = dict[str, Any]
"""Plain values for JSON: instants as ISO 8601, lengths of time in seconds, codes as text."""


def glance(outlook: Outlook) -> Values:
    """Return where the meeting stands."""
    meeting, now = outlook.meeting, outlook.now
    zone = meeting.plan.zone
    return {
        "meeting": meeting.plan.meeting.short_title,
        "rehearsal": meeting.rehearsal_speed is not None,
        "at": iso(now, zone),
        "position": meeting.position,
        "broken_at": outlook.broken,
        "clock_bound_ms": outlook.clock_bound,
        "day": meeting.day,
        "moment": _moment(meeting),
        "session": _session(meeting),
        "phase": outlook.phase.value,
        "floor": _floor(outlook),
        "suspended": _suspended(meeting),
        "interlude": _interlude(outlook),
        "outage_seconds": _seconds(meeting.outage.lasted(now)) if meeting.outage else None,
        "closed_at": iso(meeting.closed_at, zone) if meeting.closed_at else None,
        "next_address": _next_address(meeting),
        "reports_to_come": [report.office for report in reports_to_come(meeting)],
        "list": _list(meeting),
        **_times(outlook),
    }


def _times(outlook: Outlook) -> Values:
    """Return what is to come, and how far the meeting is from its plan."""
    meeting, now = outlook.meeting, outlook.now
    zone, behind = meeting.plan.zone, behind_plan(meeting, now)
    ends, closes, day = list_end(outlook), list_closes(meeting), day_end(meeting, now)
    return {
        "forecast_end": iso_of(ends, zone) if ends else None,
        "behind_plan_seconds": round(behind.total_seconds()) if behind is not None else None,
        "list_closes_at": iso(closes, zone) if closes else None,
        "fits": _fits(outlook),
        "day_forecast_end": iso_of(day.ends_at, zone) if day else None,
        "day_planned_end": iso_of(day.planned, zone) if day and day.planned else None,
    }


def _fits(outlook: Outlook) -> Values | None:
    """Return how many of those waiting, and how many in all, fit before the planned end."""
    fit = what_fits(outlook.meeting, outlook.now)
    if fit is None:
        return None
    before = iso_of(fit.before, outlook.meeting.plan.zone)
    return {"before": before, "waiting": fit.waiting, "in_all": fit.in_all}


def _moment(meeting: Meeting) -> Values:
    planned = meeting.moment_plan
    number = meeting.plan.moment_index[planned.code] + 1
    of = len(meeting.plan.moments)
    return {"code": planned.code, "title": planned.title, "number": number, "of": of}


def _session(meeting: Meeting) -> Values | None:
    planned = meeting.session_plan
    if planned is None:
        return None
    return {"code": planned.code, "title": planned.title, "topic": planned.topic}


def _floor(outlook: Outlook) -> Values | None:
    """Return who is on the floor, in over-time included; `left_seconds` falls below zero then."""
    floor, plan, now = outlook.meeting.floor, outlook.meeting.plan, outlook.now
    if floor is None:
        return None
    limited = outlook.left is not None and outlook.seconds is not None
    return {
        "delegation_code": delegation_of(floor, plan) or None,
        "delegation": plan.name_of(floor.entry.delegation),
        "kind": floor.entry.kind,
        "planned_seconds": _seconds(floor.planned),
        "allotted_seconds": _seconds(floor.limit),
        "left_seconds": _seconds(outlook.left),
        "shown_seconds": max(0, outlook.seconds or 0) if limited else None,
        "speaking_seconds": _seconds(floor.speaking(now)),
        "paused_seconds": _seconds(floor.paused(now)),
        "overtime_seconds": _seconds(floor.over_time(now)),
    }


def _suspended(meeting: Meeting) -> Values | None:
    stop, zone = meeting.suspension, meeting.plan.zone
    if stop is None:
        return None
    return {"kind": stop.kind, "since": iso(stop.since, zone), "resumes": stop.resumes}


def _interlude(outlook: Outlook) -> Values | None:
    on = outlook.meeting.interlude
    if on is None:
        return None
    return {"what": interlude_text(on.what), "seconds": _seconds(on.lasted(outlook.now))}


def _next_address(meeting: Meeting) -> str | None:
    upcoming = next_address(meeting)
    return upcoming.office if upcoming else None


def _list(meeting: Meeting) -> Values:
    speakers = meeting.speakers()
    called = speakers.entry(speakers.called)
    return {
        "session": meeting.list_session,
        "open": speakers.is_open,
        "waiting": [entry.delegation for entry in speakers.waiting],
        "called": called.delegation if called else None,
        "points_of_order": [point.delegation for point in meeting.points],
    }


def _seconds(milliseconds: int | None) -> float | None:
    return None if milliseconds is None else milliseconds / 1000
