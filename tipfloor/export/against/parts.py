"""Word documents and workbooks beside what the record makes: their parts, by paragraph and cell."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from tipfloor.export.against.differing import Difference, between, shown
from tipfloor.export.against.zips import Zip, ZipFault

PIECES = re.compile(rb"(?<=</w:p>)|(?<=</c>)|(?<=</si>)|(?<=</property>)|(?<=><)(?=[a-z]+:)")
"""Where a part is cut: after a paragraph, a cell, a text of the workbook, a property."""

CELL = re.compile(rb'<c r="([A-Z]+\d+)"')
TEXT_CELL = re.compile(rb'<c r="([A-Z]+\d+)"[^>]* t="s"[^>]*><v>(\d+)</v>')
SHEET = re.compile(rb'<sheet name="([^"]*)"')
TEXTS = re.compile(rb"<(?:w:)?t(?: [^>]*)?>([^<]*)<")

TEXTS_OF_WORKBOOK = "xl/sharedStrings.xml"


def of_zip(path: Path, in_record: bytes) -> Iterator[Difference]:
    """Give the parts that differ, with the place in each where it can be told."""
    with zipfile.ZipFile(io.BytesIO(in_record)) as made:
        ours = {item.filename: made.read(item) for item in made.infolist()}
    try:
        with Zip(path) as theirs:
            yield from _names(theirs, ours)
            for name in ours:
                if name in theirs.names:
                    yield from _part(name, theirs, ours)
    except ZipFault as fault:
        yield Difference("unreadable", str(fault), None, None)


def _names(theirs: Zip, ours: dict[str, bytes]) -> Iterator[Difference]:
    yield from (Difference("part", name, shown(name), None) for name in theirs.twice)
    for name in dict.fromkeys(theirs.names):
        if name not in ours:
            yield Difference("part", shown(name), shown(name), None)
    for name in ours:
        if name not in theirs.names:
            yield Difference("part", name, None, name)


def _part(name: str, theirs: Zip, ours: dict[str, bytes]) -> Iterator[Difference]:
    ours_here = ours[name]
    found = theirs.read(name, 2 * len(ours_here) + 100_000)
    if found is None:
        yield Difference("longer", name, None, None)
        return
    if found == ours_here:
        return

    def told(place: int, one: bytes | None, other: bytes | None) -> Iterator[Difference]:
        where = _place(name, place, other or one or b"", ours)
        left, right = (None if piece is None else _text(piece) for piece in (one, other))
        if left == right:  # then it is not the text that differs
            left, right = (None if x is None else shown(x) for x in (one, other))
        yield Difference("part", where, left, right)

    yield from between(PIECES.split(found), PIECES.split(ours_here), told)


def _place(name: str, place: int, piece: bytes, ours: dict[str, bytes]) -> str:
    """Return where a piece of a part stands: the cell of a sheet, else which piece it is."""
    if name == TEXTS_OF_WORKBOOK:
        return next(_cells_of(place, ours), name)
    cell = CELL.search(piece)
    sheet = _sheet(name, ours)
    if cell and sheet:
        return f"{sheet}!{cell[1].decode()}"
    return f"{sheet or name}, {place + 1}"


def _cells_of(text: int, ours: dict[str, bytes]) -> Iterator[str]:
    """Give the cells of the record's workbook that have one of its texts, by number."""
    for name, part in ours.items():
        if sheet := _sheet(name, ours):
            for cell, number in TEXT_CELL.findall(part):
                if int(number) == text:
                    yield f"{sheet}!{cell.decode()}"


def _sheet(name: str, ours: dict[str, bytes]) -> str:
    """Return the title of the sheet that a part has, empty for any other part."""
    found = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
    if not found:
        return ""
    titles = SHEET.findall(ours["xl/workbook.xml"])
    return unescape(titles[int(found[1]) - 1].decode())


def _text(piece: bytes) -> str:
    """Return the text of a piece, the piece itself where it has none."""
    texts = b"".join(TEXTS.findall(piece))
    return shown(unescape(texts.decode("utf-8", "replace"))) if texts else shown(piece)
