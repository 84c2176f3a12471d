"""A document as plain text to paste."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from tipfloor.export.blocks import Heading, Paragraph, Tabled
from tipfloor.export.inline import unmarked
from tipfloor.export.paper import Paper, paper_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say

WIDTH = 78


def written(snapshot: Snapshot) -> bytes:
    """Return the document as text in lines of at most 78 columns, but for words that are longer."""
    paper = paper_of(snapshot, "text")
    lines = [*_face(paper), *_body(paper), "", paper.sealed, paper.seal, ""]
    return "\n".join(line for item in lines for line in _wrapped(item)).encode("utf-8")


def _face(paper: Paper) -> Iterator[str]:
    for group in (paper.marks, paper.masthead, (paper.body,) if paper.body else ()):
        if group:
            yield from (*group, "")
    yield from (paper.title, *paper.lines)


def _body(paper: Paper) -> Iterator[str]:
    """Give the blocks as lines, numbered paragraphs with their numbers and the notes at the end."""
    notes: list[str] = []
    number = 0
    for block in paper.blocks:
        if isinstance(block, Tabled):
            yield from block.lines
        elif isinstance(block, Heading):
            yield from ("", block.text)
        elif isinstance(block, Paragraph):
            number += block.numbered
            if block.apart or block.numbered:
                yield ""
            marks = "".join(
                f" [{place}]" for place in range(len(notes) + 1, len(notes) + 1 + len(block.notes))
            )
            notes += block.notes
            yield f"{_sign(block, number)}{block.text}{marks}"
    if notes:
        yield from ("", say("publication.notes"))
        yield from (f"[{place}] {note}" for place, note in enumerate(notes, start=1))


def _sign(block: Paragraph, number: int) -> str:
    if block.numbered:
        return f"{number}. "
    indent = "  " if block.within else ""
    return f"{indent}- " if block.item else ""


def _wrapped(paragraph: str) -> list[str]:
    lines = wrap(
        unmarked(paragraph),
        WIDTH,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [""]
