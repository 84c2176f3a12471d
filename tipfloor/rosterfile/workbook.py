"""The rows of an Excel workbook's first sheet, whatever else the file turns out to be."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any
from xml.parsers import expat

from tipfloor.listfile import ListUnusable
from tipfloor.words import say

Cell = str | date
CellRow = tuple[int, list[Cell]]

UNPACKED = 40_000_000
"""Bytes that a workbook's parts may have; a list of five thousand people has a tenth."""

MOST_ROWS, MOST_COLUMNS = 20_000, 200

MOST_ELEMENTS, DEEPEST = 1_000_000, 40
"""Elements of all parts, and within one another: a list of five thousand people has half a million,
eight deep."""

XML = (".xml", ".rels")

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a workbook begins, and how a former one or one with a password does."""

_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(rb'mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def is_workbook(data: bytes) -> bool:
    """Tell whether bytes begin as those of a workbook, of whatever age."""
    return data.startswith((ZIP, OLD))


def workbook_rows(data: bytes, file: str) -> list[CellRow]:
    """Return the rows of the first sheet that is shown, by their number. Raises ListUnusable."""
    if data.startswith(OLD):
        key = "roster.protected" if _PROTECTED in data else "roster.old_workbook"
        raise ListUnusable(say(key, file=file))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _refuse_strange(parts, file)
            return _read(data, parts)
    except ListUnusable:
        raise
    except Exception:  # a broken workbook fails in openpyxl in any way there is
        raise ListUnusable(say("roster.broken", file=file)) from None


def _refuse_strange(parts: zipfile.ZipFile, file: str) -> None:
    if "xl/workbook.xml" not in parts.namelist():
        raise ListUnusable(say("roster.no_workbook", file=file))
    if sum(part.file_size for part in parts.infolist()) > UNPACKED:
        raise ListUnusable(say("roster.unpacks", file=file, largest=f"{UNPACKED:,}"))
    elements = sum(_elements(parts, name) for name in parts.namelist() if name.endswith(XML))
    if elements > MOST_ELEMENTS:
        raise ListUnusable(say("roster.unpacks", file=file, largest=f"{UNPACKED:,}"))


def _elements(parts: zipfile.ZipFile, name: str) -> int:
    """Return how many elements a part has, looked through piece by piece.

    Raises ValueError where they lie deeper within one another than in any workbook: a tree of
    them would take all memory.
    """
    depth = number = 0
    parser = expat.ParserCreate()

    def begun(element: str, attributes: object) -> None:
        nonlocal depth, number
        depth, number = depth + 1, number + 1
        if depth > DEEPEST or number > MOST_ELEMENTS:
            raise ValueError(name)

    def ended(element: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*of: object) -> None:
        raise ValueError(name)

    parser.StartElementHandler, parser.EndElementHandler = begun, ended
    parser.StartDoctypeDeclHandler = declared
    with parts.open(name) as part:
        parser.ParseFile(part)
    return number


def _read(data: bytes, parts: zipfile.ZipFile) -> list[CellRow]:
    from openpyxl.reader.excel import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what a list does not need
        packed = io.BytesIO(data)
        book = load_workbook(packed, read_only=True, data_only=True)  # type: ignore[no-untyped-call]
        sheet = next(item for item in book.worksheets if item.sheet_state == "visible")
        # A sheet may claim a million rows; without its claim it has those that it has.
        sheet.reset_dimensions()
        values = enumerate(islice(sheet.iter_rows(values_only=True), MOST_ROWS), start=1)
        rows = {number: _cells(row) for number, row in values if any(x is not None for x in row)}
        # Only the sheet's own XML says what is merged when a workbook is read row by row.
        _fill(rows, parts.read(sheet._worksheet_path.lstrip("/")))
        book.close()
    return [(number, row) for number, row in rows.items() if any(row)]


def _cells(row: tuple[Any, ...]) -> list[Cell]:
    return [_cell(value) for value in row[:MOST_COLUMNS]]


def _cell(value: Any) -> Cell:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


def _fill(rows: dict[int, list[Cell]], xml: bytes) -> None:
    """Let a cell that is merged over several rows stand in each of them, where a row has cells."""
    for column, first, last in _merged(xml):
        top = rows.get(first, [])
        value = top[column] if column < len(top) else ""
        for number in range(first + 1, last + 1) if value and last - first < 1000 else ():
            row = rows.get(number)
            if row is not None and column < len(row) and not row[column] and any(row):
                row[column] = value


def _merged(xml: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield each merge within one column: the column from 0, its first and its last row."""
    for left, first, right, last in _MERGED.findall(xml):
        if left == right:
            column = 0
            for letter in left:
                column = column * 26 + letter - 64
            yield column - 1, int(first), int(last)
