"""The remarks of a session as a table of a document."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.export.minutes import Remarks
from tipfloor.export.paragraphs import names_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.plain import plain
from tipfloor.words.times import span_exact, wall

HEAD = ("number", "time", "delegation", "spoken", "over_time", "details")
"""The columns, by the words that the catalogue has for them."""

WIDTHS = (0.07, 0.22, 0.26, 0.13, 0.11, 0.21)
"""The share of the page that each column takes."""


def cells(block: Remarks, snapshot: Snapshot) -> Iterator[list[str]]:
    """Give each remark as the texts of a row."""
    plan, now = snapshot.meeting.plan, snapshot.now
    for remark, row in block.found:
        ended = remark.ended_at
        over = remark.over_time(now)
        yield [
            str(row.number),
            f"{wall(remark.given_at, plan.zone, seconds=True)}-"
            + (wall(ended, plan.zone, seconds=True) if ended else ""),
            plain(names_of([remark.entry], plan)),
            span_exact(remark.speaking(now)),
            span_exact(over) if over else "",
            plain(", ".join([row.ended_by, *row.marks])),
        ]
