"""The minutes as a tagged PDF (PDF/UA-1), set by Typst with its own fonts embedded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

import typst

from tipfloor.export.floor.remark_table import remark_table
from tipfloor.export.front import front_lines
from tipfloor.export.minutes import Block, Heading, Paragraph, Remarks, marks, minutes, sealed
from tipfloor.export.reckoning.figures_told import Figures
from tipfloor.export.seal import seal_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.tables import Table
from tipfloor.words import say
from tipfloor.words.plain import plain

LAYOUT = b"""
#let it = json(bytes(sys.inputs.record))
#set document(title: it.title, keywords: (it.sealed, it.seal))
#set text(lang: it.language, size: 10pt)
#set par(leading: 0.6em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 2.3cm, y: 2.4cm),
  header: text(size: 8pt, [#it.header #h(1fr) #strong(it.marks)]),
  footer: context text(size: 8pt, align(right,
    it.page.at(0) + counter(page).display() + it.page.at(1)
      + str(counter(page).final().first()) + it.page.at(2))),
)
#show title: set text(size: 20pt, fill: rgb("1f3a5f"))
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading: set text(fill: rgb("1f3a5f"))
#show outline.entry.where(level: 1): set block(above: 0.9em)
#for mark in it.marked { par(text(size: 12pt, weight: "bold", fill: rgb("a01c1c"), mark)) }
#title()
#for line in it.lines { par(line) }
#outline(title: it.contents)
#pagebreak(weak: true)
#for block in it.blocks {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "paragraph" { par(block.text) }
  else {
    set text(size: 8.5pt)
    table(
      columns: block.widths.map(width => width * 1fr),
      align: block.right.map(right => if right { end } else { start }),
      inset: (x: 4pt, y: 3.2pt),
      stroke: (x: none, y: 0.4pt + rgb("bfc7d1")),
      table.header(..block.head.map(title => table.cell(fill: rgb("dce6f1"), strong(title)))),
      ..block.rows.flatten(),
    )
  }
}
#par(text(size: 8pt, it.sealed))
#par(text(size: 6pt, it.seal.split(";").join(";" + sym.zws)))
"""

ROWS = 40
"""Remarks in one table, about a page: a longer one takes half as much memory again to set."""


MOST_IN_TABLES = 2_000
"""Remarks that a file sets in tables; more are set as lines, which take a third of the memory."""

MOST_SET = 6_000
"""Remarks that a file sets at all: each takes 25 KiB of memory until the last page is known."""

BETWEEN, EMPTY = " · ", "-"
"""What stands between two cells of a line, and for an empty one, so that none takes its place."""

Standard = Literal["ua-1", "1.7"]

ATTEMPTS: tuple[tuple[bool, Standard], ...] = ((True, "ua-1"), (False, "ua-1"), (False, "1.7"))
"""Whether only Typst's own fonts are used, and the standard kept.

PDF/UA allows no character without a glyph: a name in another script takes the machine's fonts, and
where those lack it too, the file is tagged still but does not claim the standard.
"""


def written(snapshot: Snapshot) -> bytes:
    """Return the document as the bytes of its file."""
    inputs = _inputs(snapshot)
    for own_fonts, standard in ATTEMPTS[:-1]:
        try:
            return _set(inputs, snapshot, own_fonts, standard)
        except typst.TypstError:
            continue
    return _set(inputs, snapshot, *ATTEMPTS[-1])


def needs_fonts(snapshot: Snapshot) -> bool:
    """Tell whether a record has characters for which Typst's own fonts have no glyph."""
    own_fonts, standard = ATTEMPTS[0]
    try:
        _set(_inputs(snapshot), snapshot, own_fonts, standard)
    except typst.TypstError:
        return True
    return False


def _inputs(snapshot: Snapshot) -> dict[str, str]:
    return {"record": json.dumps(_plain(_told(snapshot)), ensure_ascii=False)}


def _set(inputs: dict[str, str], snapshot: Snapshot, own_fonts: bool, standard: Standard) -> bytes:
    made = typst.compile(
        LAYOUT,
        format="pdf",
        sys_inputs=inputs,
        ignore_system_fonts=own_fonts,
        pdf_standards=standard,
        timestamp=int(snapshot.made_from.utc.timestamp()),
    )
    return bytes(made)


def _plain(value: Any) -> Any:
    """Return what is told with every text on one line that every form can hold."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return list(map(_plain, value)) if isinstance(value, list | tuple) else value


def _told(snapshot: Snapshot) -> dict[str, Any]:
    about = snapshot.meeting.plan.meeting
    return {
        "title": about.title,
        "language": snapshot.language,
        "header": about.short_title,
        "marked": marks(snapshot),
        "marks": " ".join(marks(snapshot)),
        "page": say("export.page_of", page="\x01", pages="\x01").split("\x01"),
        "lines": front_lines(snapshot),
        "contents": say("export.contents"),
        "blocks": [*_all_blocks(snapshot)],
        "sealed": sealed(snapshot),
        "seal": str(seal_of(snapshot, "pdf")),
    }


def _all_blocks(snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    """Give the blocks of the minutes with the first remarks, and say how many are left out."""
    every, room = len(snapshot.meeting.all_remarks), MOST_SET
    if every > MOST_SET:
        told = say("export.remarks_left_out", number=MOST_SET, every=every)
        yield {"kind": "paragraph", "text": told}
    for block in minutes(snapshot):
        if isinstance(block, Remarks):
            block = replace(block, found=block.found[:room])
            room -= len(block.found)
        yield from _blocks(block, snapshot)


def _blocks(block: Block, snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    if isinstance(block, Heading):
        yield {"kind": "heading", "level": block.level, "text": block.text}
    elif isinstance(block, Paragraph):
        yield {"kind": "paragraph", "text": block.text}
    elif isinstance(block, Figures):
        yield from _tables(block.table)
    elif len(snapshot.meeting.all_remarks) > MOST_IN_TABLES:
        yield from _lines(remark_table(block, snapshot))
    else:
        yield from _tables(remark_table(block, snapshot))


def _lines(table: Table) -> Iterator[dict[str, Any]]:
    """Give each row as a line of its own, told by the titles once."""
    yield {"kind": "paragraph", "text": BETWEEN.join(table.head)}
    for row in table.rows:
        yield {"kind": "paragraph", "text": BETWEEN.join(cell or EMPTY for cell in row)}


def _tables(table: Table) -> Iterator[dict[str, Any]]:
    rows = list(table.rows)
    whole = {"kind": "table", "head": table.head, "widths": table.widths, "right": table.right}
    for first in range(0, len(rows), ROWS):
        yield {**whole, "rows": rows[first : first + ROWS]}
