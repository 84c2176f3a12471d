"""A document as one HTML file without scripts or requests, for a website and screen readers."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape

from tipfloor.export.blocks import Bars, Heading, Paragraph, Tabled
from tipfloor.export.html_look import LOOK
from tipfloor.export.inline import Piece, pieces, unmarked
from tipfloor.export.materials import logo_of
from tipfloor.export.paper import Paper, paper_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.svg import bars_svg
from tipfloor.words import say
from tipfloor.words.plain import plain

SIZES = {"a4": "A4", "letter": "letter"}
"""The paper as a page's look names it."""

KINDS = {"png": "image/png", "svg": "image/svg+xml"}

LONG = 24
"""Letters of a word that a column may not have room for."""


def written(snapshot: Snapshot) -> bytes:
    """Return the document as the bytes of its file."""
    paper = paper_of(snapshot, "html")
    return "\n".join(_page(paper, snapshot)).encode("utf-8")


def _page(paper: Paper, snapshot: Snapshot) -> Iterator[str]:
    look = LOOK.replace("SIZE", SIZES[paper.size])
    yield f'<!doctype html>\n<html lang="{paper.language}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(unmarked(paper.title))}</title>\n<style>{look}</style>\n</head>\n<body>"
    yield from _head(paper, snapshot)
    body = _Body()
    main = list(body.written(paper))
    if paper.headings:
        yield f'<nav aria-label="{escape(say("export.contents"))}">'
        yield f"<h2>{escape(say('export.contents'))}</h2>\n<ol>"
        for place, heading in enumerate(paper.headings, start=1):
            link = f'<a href="#part-{place}">{escape(unmarked(heading.text))}</a>'
            yield f'<li class="level-{heading.level}">{link}</li>'
        yield "</ol>\n</nav>"
    yield "<main>"
    yield from main
    yield "</main>\n<footer>"
    yield f"<p>{escape(paper.sealed)}</p>"
    yield f'<p class="seal">{escape(paper.seal)}</p>\n</footer>\n</body>\n</html>\n'


def _head(paper: Paper, snapshot: Snapshot) -> Iterator[str]:
    yield "<header>"
    yield from (f'<p class="mark">{escape(plain(mark))}</p>' for mark in paper.marks)
    if paper.masthead:
        yield f'<p class="masthead">{"<br>".join(map(_line, paper.masthead))}</p>'
    logo = logo_of(snapshot) if paper.masthead else None
    if logo:
        data = b64encode(logo.data).decode("ascii")
        source = f"data:{KINDS[logo.kind]};base64,{data}"
        yield f'<img class="logo" src="{source}" alt="{escape(unmarked(paper.body))}">'
    if paper.body:
        yield f'<p class="body">{_line(paper.body)}</p>'
    yield f"<h1>{_line(paper.title)}</h1>"
    yield from (f'<p class="below">{_line(line)}</p>' for line in paper.lines)
    yield "</header>"


def _line(text: str) -> str:
    """Return a line, its passages in their languages and its places to link to."""
    return "".join(map(_piece, pieces(text)))


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.language:
        return f'<span lang="{piece.language}">{text}</span>'
    return f'<span id="{piece.anchor}">{text}</span>' if piece.anchor else text


def _cell(text: str, side: str) -> str:
    """Return a cell without its tag's name; a word too long for a column breaks, others do not."""
    long = max(map(len, unmarked(text).split()), default=0) > LONG
    look = side or (' class="long"' if long else "")
    return f"{look}>{_line(text)}"


def _between_items(former: int, here: int) -> str:
    """Return what ends and begins lists from one block to the next, by how deep these stand."""
    if here > former:
        return "<ul>" * (here - former)
    ended = "</li></ul>" * (former - here)
    return f"{ended}</li>" if here else ended


class _Body:
    """Writes the blocks: paragraphs, tables and notes are numbered in their order."""

    def __init__(self) -> None:
        self._parts, self._number, self._tables = 0, 0, 0
        self._notes: list[str] = []

    def written(self, paper: Paper) -> Iterator[str]:
        """Give every block in order, the items that follow each other as one list."""
        deep = 0
        for block in paper.blocks:
            here = 1 + block.within if isinstance(block, Paragraph) and block.item else 0
            yield _between_items(deep, here)
            deep = here
            if isinstance(block, Heading):
                self._parts += 1
                tag = f"h{block.level + 1}"
                yield f'<{tag} id="part-{self._parts}">{_line(block.text)}</{tag}>'
            elif isinstance(block, Paragraph):
                yield self._paragraph(block)
            elif isinstance(block, Tabled):
                yield from self._table(block)
            elif isinstance(block, Bars):
                yield bars_svg(block)
        yield _between_items(deep, 0)
        yield from self._endnotes()

    def _paragraph(self, block: Paragraph) -> str:
        text = _line(block.text) + "<sup>, </sup>".join(map(self._note, block.notes))
        place = f' id="{block.anchor}"' if block.anchor else ""
        if block.item:
            return f"<li{place}>{text}"
        place += ' class="leads"' if block.leads else ""
        if not block.numbered:
            return f"<p{place}>{text}</p>"
        self._number += 1
        number = f'<a class="number" id="p-{self._number}" href="#p-{self._number}">'
        return f"<p{place}>{number}{self._number}.</a> {text}</p>"

    def _note(self, text: str) -> str:
        self._notes.append(text)
        number = len(self._notes)
        link = f'<a id="mark-{number}" href="#note-{number}" role="doc-noteref">{number}</a>'
        return f"<sup>{link}</sup>"

    def _endnotes(self) -> Iterator[str]:
        if not self._notes:
            return
        yield f'<section role="doc-endnotes"><h2>{escape(say("publication.notes"))}</h2>\n<ol>'
        for number, note in enumerate(self._notes, start=1):
            back = f'<a href="#mark-{number}" role="doc-backlink" aria-label="{number}">\u21a9</a>'
            yield f'<li id="note-{number}">{_line(note)} {back}</li>'
        yield "</ol></section>"

    def _table(self, block: Tabled) -> Iterator[str]:
        yield "<table>"
        if block.caption:
            self._tables += 1
            caption = say("publication.table", number=self._tables, title=block.caption)
            yield f"<caption>{_line(caption)}</caption>"
        right = [' class="right"' if item else "" for item in block.table.right]
        titles = zip(block.table.head, right, strict=True)
        heads = (f'<th scope="col"{side}>{escape(plain(title))}</th>' for title, side in titles)
        widths = (f'<col style="width:{share:.0%}">' for share in block.table.widths)
        yield f"<colgroup>{''.join(widths)}</colgroup>"
        yield f"<thead><tr>{''.join(heads)}</tr></thead>\n<tbody>"
        for row in block.table.rows:
            first, *others = (_cell(cell, side) for cell, side in zip(row, right, strict=True))
            place = f' id="{block.anchors}-{row[0]}"' if re.fullmatch("[0-9]+", row[0]) else ""
            place = place if block.anchors else ""
            cells = "".join(f"<td{cell}</td>" for cell in others)
            yield f'<tr{place}><th scope="row"{first}</th>{cells}</tr>'
        yield "</tbody>\n</table>"
