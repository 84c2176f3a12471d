"""A document as a tagged PDF (PDF/UA-1), set by Typst with its own fonts embedded."""

from __future__ import annotations

import io
import itertools
import json
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from tipfloor.export.blocks import Bars, Block, Heading, Paragraph, Tabled
from tipfloor.export.inline import pieces, unmarked
from tipfloor.export.long_words import breakable
from tipfloor.export.materials import logo_of
from tipfloor.export.paper import Paper, paper_of
from tipfloor.export.pdf_layout import LAYOUT
from tipfloor.export.pdf_tags import with_row_heads
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.typesetting import SIZES, first_set, sets_in_own_fonts
from tipfloor.words import say
from tipfloor.words.joining import apart
from tipfloor.words.plain import plain
from tipfloor.words.times import span

ROWS = 400
"""Rows in one table: a longer one takes half as much memory again to set."""


LINES = 25
"""Lines in one paragraph: each paragraph of its own takes 7 KiB more to set."""

MOST_IN_TABLES = 2_000
"""Remarks that a file sets in tables; more are set as lines, which take a third of the memory."""

MOST_SET = 2_200
"""Remarks that a file sets at all: each takes 20 KiB of memory until the last page is known."""

MOST_WHOLE = 1_500
"""Characters of a paragraph with notes that is kept whole, and with the headings above it.

Notes take such a paragraph, or all but its first line, to the next page, away from its heading.
"""

LINE, TITLE, HEADINGS, BODY, BELOW = 42.0, 21.0, {1: 28.0, 2: 33.0}, 33.0, 36.0
"""How much a line of each size holds on the narrower paper, in parts of the size of its letters."""

TABLE, OF_CELL, BARS = 54.0, 1.0, 18.0
"""Likewise a whole row of a table, what each of its cells keeps free, and the names of a chart."""

BETWEEN, EMPTY = " · ", "-"
"""What stands between two cells of a line, and for an empty one, so that none takes its place."""


def written(snapshot: Snapshot) -> bytes:
    """Return the document as the bytes of its file."""
    return with_row_heads(io.BytesIO(first_set(LAYOUT, _document(snapshot), snapshot)))


def lacks_letters(data: bytes) -> bool:
    """Tell whether a PDF has boxes for letters: it claims no PDF/UA where no font had them."""
    return b"pdfuaid" not in data


def left_out(snapshot: Snapshot) -> str:
    """Tell as a sentence how many remarks a PDF leaves out; empty where it has them all."""
    if len(snapshot.meeting.all_remarks) <= MOST_SET:
        return ""
    every = _remarks(paper_of(snapshot, "pdf"))
    return say("export.remarks_left_out", number=MOST_SET, every=every) if every > MOST_SET else ""


def _remarks(paper: Paper) -> int:
    return sum(block.number for block in paper.blocks if isinstance(block, Tabled))


def needs_fonts(snapshot: Snapshot) -> bool:
    """Tell whether a record has characters for which Typst's own fonts have no glyph."""
    return not sets_in_own_fonts(LAYOUT, _document(snapshot), snapshot)


def _document(snapshot: Snapshot) -> str:
    """Return the document as JSON: as a tree it would take as much memory again to be set."""
    return json.dumps(_told(paper_of(snapshot, "pdf"), snapshot), ensure_ascii=False)


def _told(paper: Paper, snapshot: Snapshot) -> dict[str, Any]:
    few = len(snapshot.meeting.all_remarks) <= MOST_IN_TABLES
    logo = logo_of(snapshot)
    return {
        "title": _line(paper.title, TITLE),
        "name": plain("".join(piece.text for piece in pieces(paper.title))),
        "language": paper.language,
        "paper": SIZES[paper.size],
        "header": breakable(plain(paper.short_title), LINE),
        "marked": [plain(mark) for mark in paper.marks],
        "page": say("export.page_of", page="\x01", pages="\x01").split("\x01"),
        "masthead": [_line(line) for line in paper.masthead],
        "body": _line(paper.body, BODY) if paper.body else [],
        "logo": {"data": list(logo.data), "kind": logo.kind} if logo and paper.masthead else None,
        "lines": [_line(line, BELOW) for line in paper.lines],
        "contents": say("export.contents") if paper.headings else "",
        "blocks": list(_kept_together(_grouped(_all_blocks(paper, few)))),
        "sealed": paper.sealed,
        "seal": paper.seal,
    }


def _all_blocks(paper: Paper, few: bool) -> Iterator[dict[str, Any]]:
    """Give the blocks with the first remarks of the tables, and say how many are left out."""
    every, room = _remarks(paper), MOST_SET
    if every > MOST_SET:
        told = say("export.remarks_left_out", number=MOST_SET, every=every)
        yield from _block(Paragraph(told), few)
    captions = 0
    for block in paper.blocks:
        if isinstance(block, Tabled) and block.anchors:
            rows = list(itertools.islice(block.table.rows, room))
            block = replace(block, table=replace(block.table, rows=rows))
            room -= len(rows)
        if isinstance(block, Tabled) and block.caption:
            captions += 1
            caption = say("publication.table", number=captions, title=block.caption)
            block = replace(block, caption=caption)
        yield from _block(block, few)


def _line(text: str, room: float = LINE) -> list[dict[str, str]]:
    return [
        {"text": breakable(piece.text, room), "language": piece.language} for piece in pieces(text)
    ]


def _block(block: Block, few: bool) -> Iterator[dict[str, Any]]:
    if isinstance(block, Heading):
        room = HEADINGS[block.level]
        yield {"kind": "heading", "level": block.level, "text": _line(block.text, room)}
    elif isinstance(block, Paragraph):
        yield {
            "kind": "item" if block.item else "paragraph",
            "within": block.within,
            "text": _line(block.text),
            "numbered": block.numbered,
            "leads": block.leads,
            "whole": bool(block.notes) and len(block.text) <= MOST_WHOLE,
            "notes": [_line(note) for note in block.notes],
        }
    elif isinstance(block, Bars):
        yield _bars(block)
    elif few or not block.anchors:
        yield from _tables(block)
    else:
        yield from _lines(block)


def _grouped(told: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the blocks with the items that follow each other as one list, and lists within it."""
    items: list[dict[str, Any]] = []
    for block in told:
        if block["kind"] == "item":
            if block["within"] and items:
                items[-1]["items"].append(block)
            else:
                items.append({**block, "items": []})
            continue
        if items:
            yield {"kind": "items", "items": items}
            items = []
        yield block
    if items:
        yield {"kind": "items", "items": items}


def _kept_together(told: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the blocks, a paragraph that is to stay whole as one block with its headings."""
    headings: list[dict[str, Any]] = []
    for block in told:
        if block["kind"] == "heading":
            headings.append(block)
        elif block.get("whole"):
            yield {"kind": "together", "parts": [*headings, block]}
            headings = []
        else:
            yield from (*headings, block)
            headings = []
    yield from headings


def _lines(block: Tabled) -> Iterator[dict[str, Any]]:
    """Give each row as a line, told by the titles once; so many lines are one paragraph."""
    rows = [block.table.head, *block.table.rows]
    cells = ([plain(unmarked(cell)) or EMPTY for cell in row] for row in rows)
    lines = [breakable(BETWEEN.join(row), LINE) for row in cells]
    for first in range(0, len(lines), LINES):
        yield {"kind": "lines", "lines": lines[first : first + LINES]}


def _tables(block: Tabled) -> Iterator[dict[str, Any]]:
    table, rooms = block.table, [width * TABLE - OF_CELL for width in block.table.widths]
    rows = [list(map(_line, row, rooms)) for row in table.rows]
    whole = {
        "kind": "table",
        "head": [breakable(plain(x), room) for x, room in zip(table.head, rooms, strict=True)],
        "widths": table.widths,
        "right": table.right,
    }
    caption = _line(block.caption) if block.caption else []
    for first in range(0, len(rows), ROWS):
        yield {**whole, "caption": [] if first else caption, "rows": rows[first : first + ROWS]}


def _bars(block: Bars) -> dict[str, Any]:
    longest = max((length for _, length in block.bars), default=0) or 1
    told = [(plain(name), length / longest, span(length)) for name, length in block.bars]
    return {
        "kind": "bars",
        "title": plain(block.title),
        "rows": [(breakable(name, BARS), share, length) for name, share, length in told],
        "told": apart(f"{name} {length}" for name, _, length in told),
    }
