"""The minutes as plain text to paste."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from tipfloor.export.minutes import Paragraph, Remarks, heading, minutes, sealed
from tipfloor.export.paragraphs import remark_line
from tipfloor.export.reckoning.figures_told import Figures
from tipfloor.export.seal import seal_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.plain import plain

WIDTH = 78


def written(snapshot: Snapshot) -> bytes:
    """Return the log as text in lines of at most 78 columns, but for words that are longer."""
    lines = [
        *heading(snapshot),
        *_paragraphs(snapshot),
        "",
        sealed(snapshot),
        str(seal_of(snapshot, "text")),
        "",
    ]
    return "\n".join(line for item in lines for line in _wrapped(item)).encode("utf-8")


def _paragraphs(snapshot: Snapshot) -> Iterator[str]:
    plan, now = snapshot.meeting.plan, snapshot.now
    for block in minutes(snapshot):
        if isinstance(block, Remarks):
            yield from (remark_line(*pair, plan, now, block.times) for pair in block.found)
            continue
        if isinstance(block, Figures):
            yield from block.lines
            continue
        if not isinstance(block, Paragraph) or block.apart:
            yield ""
        yield block.text


def _wrapped(paragraph: str) -> list[str]:
    lines = wrap(
        plain(paragraph),
        WIDTH,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [""]
