"""The remarks of a session as a table of a document."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tipfloor.core.state.remark import Remark
from tipfloor.export.blocks import Tabled
from tipfloor.export.paragraphs import name_of, remark_line
from tipfloor.export.rows import Row
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.tables import Table
from tipfloor.export.telltime import Times
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain
from tipfloor.words.subjects import subject_title
from tipfloor.words.times import span_whole


class Remarks(Struct, frozen=True):
    """The remarks of a session in order, each with its row, and how their times are told."""

    found: tuple[tuple[Remark, Row], ...]
    times: Times


HEAD = ("number", "time", "delegation", "kind", "spoken", "over_time", "details")
"""The columns, by the words that the catalogue has for them."""

WIDTHS = (0.06, 0.17, 0.21, 0.12, 0.13, 0.14, 0.17)
"""The share of the page that each column takes."""

FIGURES = ("number", "spoken", "over_time")
"""The columns that are set to the right."""

NO_TIME = "\N{EN DASH}"
"""The time of what was never given the floor: a statement in writing."""


def remark_table(block: Remarks, snapshot: Snapshot, title: str) -> Tabled:
    """Return the remarks of a session as a table with its caption, and as lines."""
    plan, now = snapshot.meeting.plan, snapshot.now
    table = Table(
        head=[say(f"export.column_{name}") for name in HEAD],
        widths=WIDTHS,
        right=[name in FIGURES for name in HEAD],
        rows=_cells(block, snapshot),
    )
    return Tabled(
        table,
        lines=(remark_line(*pair, plan, now, block.times) for pair in block.found),
        caption=say("export.table_of_remarks", title=title),
        anchors="remark",
        number=len(block.found),
        delegations=tuple(remark.entry.delegation for remark, _ in block.found),
    )


def _cells(block: Remarks, snapshot: Snapshot) -> Iterator[list[str]]:
    plan, now = snapshot.meeting.plan, snapshot.now
    for remark, row in block.found:
        over = remark.over_time(now)
        name = name_of(remark.entry, plan)
        yield [
            str(row.number),
            block.times.spanned(remark.given_at, remark.ended_at) if remark.was_spoken else NO_TIME,
            plain(beside([name, row.speaker]) if row.speaker else name),
            _kind(row),
            span_whole(remark.speaking(now)) if remark.was_spoken else "",
            span_whole(over) if over else "",
            plain(beside(_details(remark, row, snapshot))),
        ]


def _kind(row: Row) -> str:
    return say("export.reply_to", number=row.replies_to) if row.replies_to else row.kind_text


def _details(remark: Remark, row: Row, snapshot: Snapshot) -> Iterator[str]:
    if subject := subject_title(remark.entry, snapshot.meeting.plan):
        yield subject
    if remark.was_spoken:
        yield row.ended_by_text
    if paused := remark.paused(snapshot.now):
        yield say("export.paused", paused=span_whole(paused))
    yield from row.marks_text
