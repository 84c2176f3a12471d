"""Where a meeting stands at one instant, as plain values and in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tipfloor.core.floor.addresses import delegation_of, next_address, reports_to_come
from tipfloor.core.ground.instant import Instant, countdown
from tipfloor.core.list.list_closing import closing_hour
from tipfloor.core.reckoning.delay import behind_plan
from tipfloor.core.reckoning.forecast import forecast, what_fits
from tipfloor.core.reckoning.timetable import day_end
from tipfloor.core.state.meeting import Meeting
from tipfloor.words import count, say
from tipfloor.words.plain import plain
from tipfloor.words.times import iso, iso_of, span

Standing = dict[str, Any]
"""Plain values for JSON: instants as ISO 8601, lengths of time in seconds, codes as text."""


def standing(meeting: Meeting, now: Instant, broken: int | None = None) -> Standing:
    """Return where the meeting stands at `now`; `broken` is a row that is missing or altered."""
    plan, behind = meeting.plan, behind_plan(meeting, now)
    expected = None if meeting.suspended_at else forecast(meeting, now)
    day, closes = day_end(meeting, now), closing_hour(meeting)
    closing = closes is not None and meeting.speakers().is_open and not meeting.suspended_at
    return {
        "meeting": plan.meeting.short_title,
        "rehearsal": meeting.rehearsal_speed is not None,
        "at": iso(now, plan.zone),
        "position": meeting.position,
        "broken_at": broken,
        "day": meeting.day,
        "moment": _moment(meeting),
        "session": _session(meeting),
        "phase": meeting.phase(now).value,
        "floor": _floor(meeting, now),
        "interlude": _interlude(meeting, now),
        "outage_seconds": _seconds(meeting.outage.lasted(now)) if meeting.outage else None,
        "closed_at": iso(meeting.closed_at, plan.zone) if meeting.closed_at else None,
        "next_address": _next_address(meeting),
        "reports_to_come": [report.office for report in reports_to_come(meeting)],
        "list": _list(meeting),
        "forecast_end": iso(expected.ends_at, plan.zone) if expected else None,
        "behind_plan_seconds": round(behind.total_seconds()) if behind is not None else None,
        "list_closes_at": iso(closes, plan.zone) if closes and closing else None,
        "fits": _fits(meeting, now),
        "day_forecast_end": iso_of(day.ends_at, plan.zone) if day else None,
        "day_planned_end": iso_of(day.planned, plan.zone) if day and day.planned else None,
    }


def in_words(stands: Standing) -> str:
    """Say in a few lines where the meeting stands."""
    lines = [say("cli.status_rehearsal")] if stands["rehearsal"] else []
    if stands["broken_at"] is not None:
        lines.append(say("export.broken_chain", position=stands["broken_at"]))
    lines.append(say("cli.status_moment", **stands["moment"]))
    if stands["session"]:
        lines.append(say("cli.status_session", **stands["session"]))
    lines.append(_floor_in_words(stands))
    lines.append(_list_in_words(stands["list"]))
    if stands["list_closes_at"]:
        lines.append(say("cli.status_list_closes", time=_hour(stands, "list_closes_at")))
    if stands["next_address"]:
        lines.append(say("cli.status_next_address", office=stands["next_address"]))
    if stands["reports_to_come"]:
        reports = ", ".join(stands["reports_to_come"])
        lines.append(say("cli.status_reports", reports=reports))
    if stands["outage_seconds"] is not None:
        out = span(round(stands["outage_seconds"] * 1000))
        lines.append(say("cli.status_outage", lasted=out))
    if stands["forecast_end"]:
        lines.append(say("cli.status_forecast", end=_hour(stands, "forecast_end")))
    return "\n".join([*lines, *_time_in_words(stands)])


def _time_in_words(stands: Standing) -> Iterator[str]:
    fits, behind = stands["fits"], stands["behind_plan_seconds"]
    if fits:
        yield count("cli.status_fits", fits["in_all"], time=fits["before"][11:16])
    if behind is not None:
        minutes = round(abs(behind) / 60)
        late = "cli.status_behind" if behind > 0 else "cli.status_ahead"
        yield count(late, minutes) if minutes else say("cli.status_on_plan")
    if stands["day_forecast_end"]:
        ends, planned = _hour(stands, "day_forecast_end"), _hour(stands, "day_planned_end")
        key = "cli.status_day_planned" if planned else "cli.status_day"
        yield say(key, end=ends, planned=planned)


def _hour(stands: Standing, key: str) -> str:
    """Return a time of day, with its date where it is of another day than now."""
    at = stands[key] or ""
    return at[11:16] if at[:10] == stands["at"][:10] else f"{at[:10]} {at[11:16]}".strip()


def _fits(meeting: Meeting, now: Instant) -> Standing | None:
    """Return how many of those waiting, and how many in all, fit before the planned end."""
    fit = what_fits(meeting, now)
    if fit is None:
        return None
    before = iso_of(fit.before, meeting.plan.zone)
    return {"before": before, "waiting": fit.waiting, "in_all": fit.in_all}


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
        "delegation_code": delegation_of(floor, meeting.plan) or None,
        "delegation": meeting.plan.name_of(floor.entry.delegation),
        "kind": floor.entry.kind,
        "planned_seconds": _seconds(floor.planned),
        "allotted_seconds": _seconds(floor.limit),
        "left_seconds": _seconds(left),
        "shown_seconds": countdown(left) if left is not None else None,
        "speaking_seconds": _seconds(floor.speaking(now)),
        "paused_seconds": _seconds(floor.paused(now)),
        "overtime_seconds": _seconds(floor.over_time(now)),
    }


def _interlude(meeting: Meeting, now: Instant) -> Standing | None:
    on = meeting.interlude
    return {"what": on.what, "seconds": _seconds(on.lasted(now))} if on else None


def _next_address(meeting: Meeting) -> str | None:
    upcoming = next_address(meeting)
    return upcoming.office if upcoming else None


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
    if phase == "closed":
        return say("cli.status_closed_at", time=stands["closed_at"][11:16])
    if phase == "interlude":
        lasted = span(round(stands["interlude"]["seconds"] * 1000))
        return say("cli.status_interlude", what=plain(stands["interlude"]["what"]), lasted=lasted)
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
