"""The publication as it grows: blocks that a page can show and search, with who spoke how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from tipfloor.core.reckoning.statistics import by_delegation
from tipfloor.export.blocks import Block, Heading, Paragraph, Tabled
from tipfloor.export.inline import unmarked
from tipfloor.export.paper import paper_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.figures import figures_name
from tipfloor.words.plain import plain


class Piece(Struct, frozen=True):
    """A heading of a moment or session, a paragraph, a row of a table, or a footnote."""

    kind: Literal["moment", "session", "paragraph", "row", "note"]
    text: str
    delegation_code: str | None = None


class Spoken(Struct, frozen=True):
    """How often and how long a delegation spoke, in seconds."""

    code: str
    name: str
    remarks: int
    speaking_seconds: float


class Minutes(Struct, frozen=True):
    """The publication up to a position of the record; `final` once the meeting is closed."""

    position: int
    language: str
    final: bool
    head: tuple[str, ...]
    blocks: tuple[Piece, ...]
    figures: tuple[Spoken, ...]


def minutes_told(snapshot: Snapshot) -> Minutes:
    """Return the publication of a snapshot in the language that is spoken."""
    paper = paper_of(snapshot, "text")
    head = (*paper.marks, *paper.masthead, paper.body, paper.title, *paper.lines)
    return Minutes(
        position=len(snapshot.history),
        language=snapshot.language,
        final=snapshot.whole.closed_at is not None,
        head=tuple(unmarked(line) for line in head if line),
        blocks=tuple(_numbered(paper.blocks)),
        figures=tuple(_figures(snapshot)),
    )


def _numbered(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Give the blocks in order, paragraphs with their numbers, and the footnotes at the end."""
    number, notes = 0, list[str]()
    for block in blocks:
        if isinstance(block, Heading):
            yield Piece("moment" if block.level == 1 else "session", unmarked(block.text))
        elif isinstance(block, Paragraph):
            number += block.numbered
            sign = f"{number}. " if block.numbered else ""
            first = len(notes) + 1
            notes += block.notes
            marks = "".join(f" [{place}]" for place in range(first, len(notes) + 1))
            yield Piece("paragraph", f"{sign}{unmarked(block.text)}{marks}")
        elif isinstance(block, Tabled):
            yield from _rows(block)
    yield from (Piece("note", f"[{n}] {unmarked(note)}") for n, note in enumerate(notes, 1))


def _rows(block: Tabled) -> Iterator[Piece]:
    if block.caption:
        yield Piece("paragraph", unmarked(block.caption))
    codes = dict(enumerate(block.delegations))
    for place, line in enumerate(block.lines):
        yield Piece("row", unmarked(line), codes.get(place))


def _figures(snapshot: Snapshot) -> Iterator[Spoken]:
    meeting = snapshot.meeting
    for item in by_delegation(meeting, snapshot.now):
        if item.remarks:
            name = plain(figures_name(meeting, "delegation", item))
            yield Spoken(item.key, name, item.remarks, item.speaking / 1000)
