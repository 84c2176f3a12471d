"""Void remarks as rows among the others, for a table of one row a remark."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tipfloor.core.corrections.void import VoidRemark
from tipfloor.core.ground.listed import session_of
from tipfloor.export.internal import voided
from tipfloor.export.list.unheard import moment_title, session_title
from tipfloor.export.narrowing import day_of
from tipfloor.export.rows import Row
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.marks import mark_text
from tipfloor.words.times import iso


def with_void(rows: Iterable[Row], snapshot: Snapshot) -> Iterable[Row]:
    """Return the rows with those of the void remarks in their places; of a public form, as is."""
    if not snapshot.internal:
        return rows
    found = [*rows, *(_row(item, snapshot) for item in voided(snapshot))]
    found.sort(key=lambda row: datetime.fromisoformat(row.floor_given_at or row.requested_at))
    return found


def _row(item: VoidRemark, snapshot: Snapshot) -> Row:
    """Return the row of a void remark: it has its number, and not a second of any length."""
    meeting, plan = snapshot.whole, snapshot.whole.plan
    planned = plan.session(item.session or "")
    reason = (item.reason,) if item.reason else ()
    return Row(
        number=item.number,
        day=day_of(item.began_at, meeting),
        moment_code=planned.moment if planned else "",
        moment=moment_title(meeting, planned.moment) if planned else "",
        session_code=session_of(item.session) if item.session else None,
        session=session_title(meeting, item.session) if item.session else "",
        topic=planned.topic if planned else "",
        delegation_code=item.delegation,
        delegation=plan.name_of(item.delegation),
        capacity=None,
        capacity_text="",
        on_behalf_of=(),
        kind=None,
        kind_text="",
        requested_at=iso(item.began_at, plan.zone),
        floor_given_at=iso(item.began_at, plan.zone),
        ended_at=iso(item.undone_at, plan.zone),
        allotted_seconds=None,
        speaking_seconds=0.0,
        paused_seconds=0.0,
        overtime_seconds=0.0,
        ended_by=None,
        ended_by_text="",
        marks=("void",),
        marks_text=(mark_text("void"), *reason),
        office="",
        replies_to=None,
        speaker="",
    )
