"""Where a meeting stands at one instant, as plain values and in words."""

from __future__ import annotations

from typing import Any

from tipfloor.core.clock import Instant, countdown
from tipfloor.core.forecast import behind_plan, forecast
from tipfloor.core.meeting import Meeting
from tipfloor.words import count, say
from tipfloor.words.times import iso, span

Standing = dict[str, Any]
"""Plain values for JSON: instants as ISO 8601, lengths of time in seconds, codes as text."""


def standing(meeting: Meeting, now: Instant) -> Standing:
    """Return where the meeting stands at `now`."""
    plan, expected, behind = meeting.plan, forecast(meeting, now), behind_plan(meeting, now)
    return {
        "meeting": plan.meeting.short_title,
        "rehearsal": meeting.rehearsal_speed is not None,
        "at": iso(now, plan.zone),
        "position": meeting.position,
        "day": meeting.day,
        "moment": _moment(meeting),
        "session": _session(meeting),
        "phase": meeting.phase(now).value,
        "floor": _floor(meeting, now),
        "list": _list(meeting),
        "forecast_end": iso(expected.ends_at, plan.zone) if expected else None,
        "behind_plan_seconds": round(behind.total_seconds()) if behind is not None else None,
    }


def in_words(stands: Standing) -> str:
    """Say in a few lines where the meeting stands."""
    lines = [say("cli.status_rehearsal")] if stands["rehearsal"] else []
    lines.append(say("cli.status_moment", **stands["moment"]))
    if stands["session"]:
        lines.append(say("cli.status_session", **stands["session"]))
    lines.append(_floor_in_words(stands))
    lines.append(_list_in_words(stands["list"]))
    if stands["forecast_end"]:
        lines.append(say("cli.status_forecast", end=stands["forecast_end"][11:16]))
    return "\n".join(lines)


def _moment(meeting: Meeting) -> Standing:
    planned = meeting.moment_plan
    number = meeting.plan.moment_index[planned.code] + 1
    of = len(meeting.plan.moments)
    return {"code": planned.code, "title": planned.title, "number": number, "of": of}


def _session(meeting: Meeting) -> Standing | None:
    planned = meeting.session_plan
    if planned is None:
        return None
    return {"code": planned.code, "title": planned.title, "topic": planned.topic}


def _floor(meeting: Meeting, now: Instant) -> Standing | None:
    """Return who is on the floor, in over-time included; `left_seconds` falls below zero then."""
    floor = meeting.floor
    if floor is None:
        return None
    left = floor.left(now)
    return {
        "delegation_code": floor.entry.delegation,
        "delegation": meeting.plan.name_of(floor.entry.delegation),
        "allotted_seconds": _seconds(floor.limit),
        "left_seconds": _seconds(left),
        "shown_seconds": countdown(left) if left is not None else None,
        "speaking_seconds": _seconds(floor.speaking(now)),
        "paused_seconds": _seconds(floor.paused(now)),
        "overtime_seconds": _seconds(floor.over_time(now)),
    }


def _list(meeting: Meeting) -> Standing:
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


def _floor_in_words(stands: Standing) -> str:
    floor, phase = stands["floor"], stands["phase"]
    if phase == "suspended":
        return say("cli.status_suspended")
    if floor is None:
        return say("cli.status_floor_free")
    if floor["allotted_seconds"] is None:
        spoken = span(round(floor["speaking_seconds"] * 1000))
        return say("cli.status_floor_unlimited", delegation=floor["delegation"], spoken=spoken)
    key = phase if phase in ("paused", "over_time") else "speaking"
    facts = {
        "left": span(floor["shown_seconds"] * 1000),
        "over": span(round(floor["overtime_seconds"] * 1000)),
        "limit": span(round(floor["allotted_seconds"] * 1000)),
    }
    return say(f"cli.status_floor_{key}", delegation=floor["delegation"], **facts)


def _list_in_words(speakers: Standing) -> str:
    if speakers["session"] is None:
        return say("cli.status_no_list")
    waiting, is_open = speakers["waiting"], speakers["open"]
    if not waiting:
        return say("cli.status_open_empty" if is_open else "cli.status_closed_empty")
    key = "cli.status_open" if is_open else "cli.status_closed"
    return count(key, len(waiting), waiting=", ".join(waiting))
