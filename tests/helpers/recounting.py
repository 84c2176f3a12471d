"""The figures of a JSON file, counted anew from its remarks, refusals, stays and times alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import Any

Log = dict[str, Any]
Row = dict[str, Any]
Figures = dict[str, dict[str, int]]

COUNTED = ("remarks", "replies", "written", "refusals", "speaking", "overtime")
LONGEST_CHANGEOVER = 180_000
"""Milliseconds beyond which a silence is no changeover (PRACTICE section 4)."""


def differences(log: Log, *, steady: bool) -> list[str]:
    """Return every figure that comes out otherwise, with both values.

    Where a wall clock was set, times are labels: unless it was `steady` nothing is counted by them.
    """
    found = [*_speaking_times(log, steady), *_compared(log, "not_spoken", _silent(log))]
    if steady:
        found += _compared(log, "planned_and_actual", _lengths(log))
        found += _compared(log, "changeovers", _changeovers(log))
    return found


def _compared(log: Log, name: str, counted: list[Row]) -> Iterator[str]:
    keys = counted[0].keys() if counted else ()
    told = [{key: row[key] for key in keys} for row in log[name]]
    if told != counted:
        yield f"{name}: told {told}, counted {counted}"


def _speaking_times(log: Log, steady: bool) -> Iterator[str]:
    whole = sum(_ms(row["speaking_seconds"]) for row in log["remarks"] if _spoken(row))
    for cut, of in CUTS.items():
        if cut == "day" and not steady:
            continue  # a refusal's sitting is found by its time
        rows = log[f"speaking_time_by_{cut}"]
        told, counted = _told(cut, rows), _counted(log, of)
        for name in sorted(told.keys() | counted.keys()):
            if told.get(name) != counted.get(name):
                yield f"{cut} {name}: told {told.get(name)}, counted {counted.get(name)}"
        for row in rows:
            speaking, number = _ms(row["speaking_seconds"]), row["remarks"]
            share = round(speaking / whole, 6) if whole else 0
            mean = round(speaking / number) if number else 0
            if (row["share"], _ms(row["mean_seconds"])) != (share, mean):
                yield f"{cut} {row['name']}: share {row['share']}, mean {row['mean_seconds']}"


def _told(cut: str, rows: Iterable[Row]) -> Figures:
    """Return the figures told by name: two offices of one name are one here."""
    found: Figures = {}
    for row in rows:
        named = cut == "topic" or row["office"]
        figures = found.setdefault(row["name"] if named else row["code"], _none())
        for key in ("remarks", "replies", "written", "refusals"):
            figures[key] += row[key]
        figures["speaking"] += _ms(row["speaking_seconds"])
        figures["overtime"] += _ms(row["overtime_seconds"])
    return found


def _counted(log: Log, of: Callable[[Row, Log], str]) -> Figures:
    found: Figures = {}
    for row in log["remarks"]:
        figures = found.setdefault(of(row, log), _none())
        if not _spoken(row):
            figures["written"] += 1
            continue
        figures["remarks"] += 1
        figures["replies"] += row["kind"] == "reply"
        figures["speaking"] += _ms(row["speaking_seconds"])
        figures["overtime"] += _ms(row["overtime_seconds"])
    for row in log["refusals"]:
        found.setdefault(of(row, log), _none())["refusals"] += 1
    return found


def _none() -> dict[str, int]:
    return dict.fromkeys(COUNTED, 0)


def _speaker(row: Row, _: Log) -> str:
    return str(row.get("office") or row["delegation_code"])


def _topic(row: Row, log: Log) -> str:
    topics = {x["code"]: x["topic"] for moment in log["moments"] for x in moment["sessions"]}
    here = topics.get(row["session_code"]) if "topic" not in row else row["topic"]
    return str(here or "outside of a session")


def _place(row: Row, _: Log) -> str:
    return str(row["session_code"] or row["moment_code"])


def _day(row: Row, log: Log) -> str:
    if "day" in row:
        return str(row["day"])
    began = [x for x in log["sittings"] if x["began_at"] <= row["at"]]
    return str(began[-1]["day"]) if began else str(row["at"][:10])


CUTS = {"delegation": _speaker, "topic": _topic, "session": _place, "day": _day}


def _silent(log: Log) -> list[Row]:
    """Return those that came and have not spoken; of a meeting without a roll nothing is known."""
    heard = {row["delegation_code"] for row in log["remarks"] if _spoken(row) and not row["office"]}
    written = {row["delegation_code"] for row in log["remarks"] if not _spoken(row)}
    others = {x for row in log["remarks"] if _spoken(row) for x in row["on_behalf_of"]}
    stays: dict[str, bool] = {}
    for row in log["attendance"]:
        code = row["delegation_code"]
        stays[code] = stays.get(code, False) or row["left_at"] is None
    order = [row["delegation_code"] for row in log["not_spoken"]]
    silent = sorted(stays.keys() - heard, key=order.index) if stays else [*order]
    return [
        {
            "delegation_code": code,
            "present": stays.get(code, True),
            "in_writing": code in written,
            "spoken_for": code in others,
        }
        for code in silent
    ]


def _lengths(log: Log) -> list[Row]:
    """Return how long each part was planned for, and was on between the suspensions."""
    now = _at(log["closed_at"] or log["exported_at"])
    stops = [
        (_at(stop["since"]), _at(stop["until"]) if stop["until"] else now)
        for sitting in log["sittings"]
        for stop in sitting["suspensions"]
    ]
    found: list[Row] = []
    for moment in log["moments"]:
        sessions = moment["sessions"]
        timed = [length for x in sessions if (length := _planned(x)) is not None]
        inside = [visit for x in sessions for visit in x["visits"]]
        if moment["visits"] or inside:
            visits = inside if timed else moment["visits"]
            length = sum(timed) if timed else _planned(moment)
            on = any(visit["ended_at"] is None for visit in moment["visits"])
            found.append(_length(moment["code"], None, length, _on(visits, stops, now), on))
        for session in sessions:
            if visits := session["visits"]:
                on = any(visit["ended_at"] is None for visit in visits)
                actual = _on(visits, stops, now)
                found.append(_length(None, session["code"], _planned(session), actual, on))
    return found


def _length(moment: str | None, session: str | None, planned: Any, actual: int, on: bool) -> Row:
    open_still = planned is None or (on and actual <= planned)
    return {
        "moment_code": moment,
        "session_code": session,
        "planned_seconds": None if planned is None else planned / 1000,
        "actual_seconds": actual / 1000,
        "difference_seconds": None if open_still else (actual - planned) / 1000,
        "under_way": on,
    }


def _planned(part: Row) -> int | None:
    if not (part["planned_start"] and part["planned_end"]):
        return None
    return _at(part["planned_end"]) - _at(part["planned_start"])


def _on(visits: Iterable[Row], stops: Iterable[tuple[int, int]], now: int) -> int:
    length = 0
    for visit in visits:
        began, ended = (
            _at(visit["started_at"]),
            _at(visit["ended_at"]) if visit["ended_at"] else now,
        )
        stood = (min(ended, until) - max(began, since) for since, until in stops)
        length += ended - began - sum(max(0, lost) for lost in stood)
    return length


def _changeovers(log: Log) -> list[Row]:
    """Return the silences from one speaker of a session to the next that nothing else broke."""
    remarks = [row for row in log["remarks"] if _spoken(row)]
    breaks = [
        *(_at(row["floor_given_at"]) for row in remarks if not row["session_code"]),
        *(_at(stop["since"]) for x in log["sittings"] for stop in x["suspensions"]),
        *(_at(row["left_at"]) for row in log["not_heard"] if row["why"] == "absent"),
        *(
            _at(visit["ended_at"])
            for moment in log["moments"]
            for session in moment["sessions"]
            for visit in session["visits"]
            if visit["ended_at"]
        ),
    ]
    parts: list[tuple[str | None, str | None, list[Row]]] = [(None, None, remarks)]
    for moment in log["moments"]:
        for session in moment["sessions"]:
            code = session["code"]
            parts.append((code, None, [x for x in remarks if x["session_code"] == code]))
    for day in sorted({row["day"] for row in remarks}):
        parts.append((None, day, [row for row in remarks if row["day"] == day]))
    found = []
    for code, day, some in parts:
        if gaps := [*_gaps(some, breaks)]:
            mean, middle = round(sum(gaps) / len(gaps)), round(median(gaps))
            lengths = {"mean_seconds": mean, "median_seconds": middle, "longest_seconds": max(gaps)}
            row = {"session_code": code, "day": day, "number": len(gaps)}
            found.append(row | {key: value / 1000 for key, value in lengths.items()})
    return found


def _gaps(remarks: Iterable[Row], breaks: list[int]) -> Iterator[int]:
    of_sessions = (row for row in remarks if row["session_code"])
    for former, later in pairwise(of_sessions):
        if former["session_code"] != later["session_code"] or former["ended_at"] is None:
            continue
        over = _ms(former["overtime_seconds"]) if former["ended_by"] == "time_limit" else 0
        ended, began = _at(former["ended_at"]) + over, _at(later["floor_given_at"])
        gap = max(0, began - ended)
        if gap <= LONGEST_CHANGEOVER and not any(ended <= at <= began for at in breaks):
            yield gap


def _spoken(row: Row) -> bool:
    return row["floor_given_at"] is not None


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _at(told: str) -> int:
    return round(datetime.fromisoformat(told).timestamp() * 1000)
