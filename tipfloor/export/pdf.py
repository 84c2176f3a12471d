"""The minutes as a tagged PDF (PDF/UA-1), set by Typst with its own fonts embedded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import typst

from tipfloor.export.figures_told import Figures
from tipfloor.export.minutes import Block, Heading, Paragraph, heading, minutes, sealed, under_way
from tipfloor.export.remark_table import HEAD, WIDTHS, cells
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.plain import plain

LAYOUT = b"""
#let it = json(bytes(sys.inputs.record))
#set document(title: it.title, keywords: (it.sealed,))
#set text(lang: it.language, size: 10pt)
#set page(paper: "a4", numbering: "1 / 1", header: text(size: 8pt, it.header))
#show heading: set block(above: 1.4em, below: 0.8em)
#show table.cell.where(y: 0): strong
#title()
#for line in it.lines { par(line) }
#outline(title: it.contents)
#for block in it.blocks {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "paragraph" { par(block.text) }
  else {
    set text(size: 8.5pt)
    table(
      columns: block.widths.map(width => width * 1fr),
      stroke: (x: none, y: 0.4pt + gray),
      table.header(..block.head),
      ..block.rows.flatten(),
    )
  }
}
#par(text(size: 8pt, it.sealed))
"""


def written(snapshot: Snapshot) -> bytes:
    """Return the document as the bytes of its file."""
    inputs = {"record": json.dumps(_told(snapshot), ensure_ascii=False)}
    made = typst.compile(
        LAYOUT,
        format="pdf",
        sys_inputs=inputs,
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(snapshot.now.utc.timestamp()),
    )
    return bytes(made)


def _told(snapshot: Snapshot) -> dict[str, Any]:
    about = snapshot.meeting.plan.meeting
    provisional = [say("export.provisional")] if under_way(snapshot) else []
    lines = [plain(line) for line in heading(snapshot) if line and line != about.title]
    return {
        "title": plain(about.title),
        "language": about.language,
        "header": " - ".join([plain(about.short_title), *provisional]),
        "lines": [*lines, *provisional],
        "contents": say("export.contents"),
        "blocks": [_block(block, snapshot) for block in minutes(snapshot)],
        "sealed": sealed(snapshot),
    }


def _block(block: Block, snapshot: Snapshot) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "level": block.level, "text": plain(block.text)}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": plain(block.text)}
    if isinstance(block, Figures):
        return _table(block.head, block.widths, block.rows)
    head = [say(f"export.column_{name}") for name in HEAD]
    return _table(head, WIDTHS, cells(block, snapshot))


def _table(
    head: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[str]]
) -> dict[str, Any]:
    return {"kind": "table", "head": head, "widths": widths, "rows": list(rows)}
