"""The annex of the internal minutes: what was void, corrected, tried and noted, and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tipfloor.core.corrections.void import VoidRemark
from tipfloor.core.ground.event import Event
from tipfloor.core.list.requests import RequestRefused
from tipfloor.core.registration.attempts import AttemptStopped
from tipfloor.export.corrections.corrections import correction_lines
from tipfloor.export.internal import LogRow, reason_of, told, voided
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.telltime import Times, local_date
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.times import date_of
from tipfloor.words.when import when

NOTED = "note_taken"
TOLD_OTHERWISE = (NOTED, "act_undone")
"""Kinds of event whose reasons the annex tells in a part of its own, as it does corrections."""


def annex(snapshot: Snapshot) -> Iterator[tuple[str, list[str]]]:
    """Give the parts of the internal annex that have anything: a title and its lines."""
    log = list(told(snapshot, _is_told))
    tried = told(snapshot, _is_attempt)
    parts = (
        ("void", [_void(item, snapshot) for item in voided(snapshot)]),
        ("corrections", correction_lines(snapshot)),
        ("attempts", [_line(row) for row in tried]),
        ("notes", [_line(row) for row in log if row.kind == NOTED]),
        ("reasons", [_line(row) for row in log if _has_reason(row)]),
    )
    for name, lines in parts:
        if lines:
            yield say(f"export.annex_{name}"), lines


def _is_told(event: Event) -> bool:
    return event.kind == NOTED or reason_of(event) is not None


def _is_attempt(event: Event) -> bool:
    old = isinstance(event, RequestRefused) and event.is_attempt
    return old or isinstance(event, AttemptStopped)


def _has_reason(row: LogRow) -> bool:
    told_otherwise = row.kind in TOLD_OTHERWISE or row.kind.endswith("_corrected")
    return bool(row.reason) and not told_otherwise


def _void(item: VoidRemark, snapshot: Snapshot) -> str:
    zone = snapshot.whole.plan.zone
    told = say(
        "export.void_remark",
        name=snapshot.whole.plan.name_of(item.delegation),
        began=when(item.began_at, zone, with_day=True),
        undone=Times(zone, local_date(item.began_at, zone)).when(item.undone_at),
    )
    if item.number:
        told = say("export.void_number", number=item.number, text=told)
    return say("log.reason", text=told, reason=item.reason) if item.reason else told


def _line(row: LogRow) -> str:
    at = datetime.fromisoformat(row.at)
    text = say("export.log_undone", text=row.text) if row.undone else row.text
    return say("export.annex_line", time=beside([date_of(at), f"{at:%H:%M:%S}"]), text=text)
