"""The planned times: they are optional, but those that are given fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tipfloor.meetingfile.checks.meeting import zone_of
from tipfloor.meetingfile.draft import Draft, Row
from tipfloor.meetingfile.fault import Finding, spelled
from tipfloor.meetingfile.shown import shown
from tipfloor.words import say


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield half spans, spans off the days of the meeting, overlaps, and hours left out."""
    zone = zone_of(draft)
    for row in (*draft.moments, *draft.sessions):
        yield from _span(row)
        yield from _on_days(row, draft.days, zone)
    yield from _overlaps(draft.moments, "faults.moment_before_end")
    timed = sorted(filter(_is_timed, draft.sessions), key=lambda row: row.values["starts"])
    yield from _overlaps(timed, "faults.session_overlap")
    yield from _inside_moments(draft)


def _is_timed(row: Row) -> bool:
    return row.time("starts") is not None and row.time("ends") is not None


def _span(row: Row) -> Iterator[Finding]:
    starts, ends = row.time("starts"), row.time("ends")
    if not row.knows("starts") or not row.knows("ends"):
        return
    if starts and ends and ends <= starts:
        yield row.at("ends"), say("faults.ends_first", ends=shown(ends), starts=shown(starts))
    elif bool(starts) != bool(ends):
        given, absent = ("starts", "ends") if starts else ("ends", "starts")
        yield row.at(given), say("faults.half_span", given=given, absent=absent)


def _on_days(row: Row, days: Sequence[date], zone: ZoneInfo | None) -> Iterator[Finding]:
    for key in ("starts", "ends"):
        time = row.time(key)
        if time is None or not days:
            continue
        # An evening sitting may end past midnight.
        evening = [day + timedelta(days=1) for day in days] if key == "ends" else []
        if time.date() not in (*days, *evening):
            yield row.at(key), say("faults.off_days", time=shown(time), days=shown(days))
        elif zone and _is_left_out(time, zone):
            yield row.at(key), say("faults.left_out", time=shown(time), zone=zone.key)


def _is_left_out(time: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the clocks skip a local time when daylight saving begins."""
    try:
        there_and_back = time.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    except OverflowError:
        return False
    return there_and_back.replace(tzinfo=None) != time


def _overlaps(rows: Iterable[Row], key: str) -> Iterator[Finding]:
    latest: Row | None = None
    for row in filter(_is_timed, rows):
        starts, ends = row.values["starts"], row.values["ends"]
        if latest is None:
            latest = row
            continue
        until = latest.values["ends"]
        if starts < until:
            place = spelled(latest.path)
            yield row.at("starts"), say(key, starts=shown(starts), place=place, ends=shown(until))
        if ends > until:
            latest = row


def _inside_moments(draft: Draft) -> Iterator[Finding]:
    moments = {moment.text("code"): moment for moment in draft.moments if _is_timed(moment)}
    for session in filter(_is_timed, draft.sessions):
        moment = moments.get(session.text("moment"))
        if moment is not None:
            yield from _outside(session, moment)


def _outside(session: Row, moment: Row) -> Iterator[Finding]:
    opens, closes = moment.values["starts"], moment.values["ends"]
    for key in ("starts", "ends"):
        if not opens <= session.values[key] <= closes:
            yield (
                session.at(key),
                say(
                    "faults.off_moment",
                    time=shown(session.values[key]),
                    place=spelled(moment.path),
                    opens=shown(opens),
                    closes=shown(closes),
                ),
            )
