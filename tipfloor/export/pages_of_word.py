"""On which page of a Word document each heading stands, reckoned from the height of what is there.

Programs reckon the numbers anew, Word only when it is told to: until then these are shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.export.blocks import Heading, Paragraph, Tabled
from tipfloor.export.inline import unmarked
from tipfloor.export.paper import Paper
from tipfloor.export.word_styles import MARGIN, PAGES

LINE = {"text": 13.0, "note": 11.0, "cell": 11.5, "toc": 15.2}
"""Points of a line: of the text, a footnote, a table's cell, the contents."""

WIDE = {"text": 5.15, "cell": 4.5}
"""Points of a character on average, in the text and in a cell."""

AFTER, CELL_ROOM = 6.0, 3.0
ABOVE = {1: 20.0, 2: 14.0}
HIGH = {1: 18.0, 2: 15.0}
USUAL = 1.8
"""Lines of a row of remarks on average."""

KEPT = 45.0
"""Points that have to be left below a heading, or it stands on the next page."""


def pages_of(paper: Paper) -> list[int]:
    """Return the page of each heading in order, from 1."""
    width, height = ((size - 2 * MARGIN) / 20 for size in PAGES[paper.size])
    cover = 1 if paper.masthead else 0
    contents = -(-len(paper.headings) * LINE["toc"] // height)
    page, used = int(cover + max(1, contents)) + 1, 0.0
    found: list[int] = []
    for high, is_heading in _heights(paper, width):
        if used + high + (KEPT if is_heading else 0) > height and used:
            page, used = page + 1, 0.0
        if is_heading:
            found.append(page)
        used += high
        page, used = page + int(used // height), used % height
    return found


def _heights(paper: Paper, width: float) -> Iterator[tuple[float, bool]]:
    """Give the height of each line or row in points, and whether it is a heading."""
    for block in paper.blocks:
        if isinstance(block, Heading):
            yield ABOVE[block.level] + HIGH[block.level] + AFTER, True
        elif isinstance(block, Paragraph):
            lines = _lines(unmarked(block.text), width, WIDE["text"])
            notes = sum(_lines(unmarked(x), width, WIDE["cell"]) for x in block.notes)
            yield lines * LINE["text"] + notes * LINE["note"] + (2 if block.item else AFTER), False
        elif isinstance(block, Tabled):
            yield from ((high, False) for high in _rows(block, width))


def _rows(block: Tabled, width: float) -> Iterator[float]:
    yield 2 * LINE["cell"] + 14
    if block.anchors:  # these rows are given once, by the thousand
        yield from (USUAL * LINE["cell"] + CELL_ROOM for _ in range(block.number))
        return
    for row in block.table.rows:
        cells = zip(row, block.table.widths, strict=True)
        lines = max(_lines(unmarked(text), width * share, WIDE["cell"]) for text, share in cells)
        yield lines * LINE["cell"] + CELL_ROOM


def _lines(text: str, width: float, wide: float) -> int:
    return max(1, -(-int(len(text) * wide) // int(width)))
