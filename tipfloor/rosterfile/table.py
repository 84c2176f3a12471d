"""From a file to its table: the header, wherever it stands, and the rows below it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from tipfloor.core.ground.folding import fold_text
from tipfloor.listfile import ListUnusable
from tipfloor.listfile.rows import SEPARATORS, header_shown, records
from tipfloor.listfile.source import read_bytes, text_of
from tipfloor.rosterfile.headers import Columns, columns_of
from tipfloor.rosterfile.workbook import Cell, CellRow, is_workbook, workbook_rows
from tipfloor.words import say
from tipfloor.words.plain import plain

LARGEST = 10_000_000
"""Bytes: a workbook of five thousand people has a tenth, unless it holds pictures."""

MOST_ROWS = 5_000
"""One row a person: more are no accreditation list of one meeting."""

HEADER_WITHIN = 30
"""Rows from the top among which the header is looked for, below titles and blank rows."""


@dataclass(frozen=True, slots=True)
class CellsOfRow:
    """One row: its number in the file, from 1, and its cells by role."""

    row: int
    cells: dict[str, Cell]

    def text(self, role: str) -> str:
        """Return what a column says, plain and on one line, empty where there is no such column."""
        value = self.cells.get(role, "")
        return value.isoformat() if not isinstance(value, str) else plain(value).strip()


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a list below its header, and the headers of the columns that are left out."""

    rows: tuple[CellsOfRow, ...]
    columns: Columns
    dropped: tuple[str, ...]


def read_table(path: Path) -> Table:
    """Read a list in CSV or Excel's form, told apart by what it holds. Raises ListUnusable."""
    file = plain(str(path))
    data = read_bytes(path, LARGEST)
    if is_workbook(data):
        return _table([workbook_rows(data, file)], file)
    text = text_of(data, file)
    read: list[list[CellRow]] = []
    fault: ListUnusable | None = None
    for separator in SEPARATORS:
        if separator not in text and separator != SEPARATORS[0]:
            continue
        try:
            read.append([(number, [*cells]) for number, cells in records(text, separator, file)])
        except ListUnusable as unusable:
            fault = fault or unusable
        except csv.Error:  # a quotation mark that only another separator explains
            continue
    if fault and not read:
        raise fault
    return _table(read, file)


def _table(readings: list[list[CellRow]], file: str) -> Table:
    """Take the reading, and in it the header, that names the most columns."""
    found = [
        (len(columns.places), -reading, -place, columns)
        for reading, rows in enumerate(readings)
        for place, (_, cells) in enumerate(rows[:HEADER_WITHIN])
        if (columns := columns_of([*map(str, cells)])).names_delegations
    ]
    if not found:
        raise ListUnusable(say("roster.no_header", file=file, within=HEADER_WITHIN))
    _, reading, place, columns = max(found, key=lambda item: item[:3])
    rows = readings[-reading]
    header = [str(cell) for cell in rows[-place][1]]
    below = [item for item in rows[1 - place :] if not _repeats(item[1], header)]
    if not below:
        raise ListUnusable(say("listfile.only_header", file=file))
    if len(below) > MOST_ROWS:
        most, number = f"{MOST_ROWS:,}", f"{len(below):,}"
        raise ListUnusable(say("roster.too_many", file=file, number=number, most=most))
    dropped = tuple(header_shown(header[place]) for place in columns.dropped)
    return Table(tuple(_by_role(item, columns) for item in below), columns, dropped)


def _repeats(cells: list[Cell], header: list[str]) -> bool:
    """Tell whether a row is the header once more, as it stands at the head of a printed page."""
    return [fold_text(str(cell)) for cell in cells] == [fold_text(cell) for cell in header]


def _by_role(item: CellRow, columns: Columns) -> CellsOfRow:
    number, cells = item
    places = columns.places.items()
    return CellsOfRow(number, {role: cells[at] for role, at in places if at < len(cells)})
