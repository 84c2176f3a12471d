"""From the text of a prepared list to what it names in each row, whatever its separator."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from tipfloor.core.ground.folding import fold_text
from tipfloor.listfile.fault import ListUnusable
from tipfloor.words import say
from tipfloor.words.plain import plain

SEPARATORS = (",", ";", "\t")

MOST_ROWS = 2_000
"""More rows are no list of speakers: a meeting file has five hundred delegations at most."""

MOST_COLUMNS = 200
"""More columns are no table of delegations: a form of registration has some dozens."""

LONGEST_CELL = 131_072
"""Characters of a cell: a longer one is a quotation mark that nothing closes."""

LONGEST_HEADER = 40
"""Characters of a column's header that are shown."""

CODE_HEADERS = (
    *("code", "iso3", "iso 3", "alpha 3", "iso 3166 1 alpha 3", "codigo", "iso", "iso code"),
    *("iso2", "iso 2", "alpha 2", "iso 3166 1 alpha 2"),
)

NAME_HEADERS = ("name", "nombre", "nome", "nom")
"""Headers of a delegation's name; beside a column of countries, that of a person's."""

DELEGATION_HEADERS = (
    *CODE_HEADERS,
    *("delegation", "delegacion", "delegacao", "delegations", "delegaciones"),
    *("country", "pais", "pays", "pais estado", "country state", "estado pais", "state"),
    *("member state", "estado", "estado miembro", "estado membro", "etat", "etat membre"),
    *NAME_HEADERS,
)
"""How the column of delegations is headed, case and accents aside, the surest first."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a row names a delegation by, and the row's line in the file, from 1.

    `several` marks a row of several columns in a file whose columns nothing names; `beside` is
    what further columns of delegations say.
    """

    row: int
    text: str
    several: bool = False
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a list in order, and the headers of the columns that were left out."""

    named: tuple[Named, ...]
    dropped: tuple[str, ...] = ()


def rows_of(text: str, file: str) -> Rows:
    """Return what each row names, blank rows left out. Raises ListUnusable."""
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if len(lines) > MOST_ROWS:
        most, number = f"{MOST_ROWS:,}", f"{len(lines):,}"
        raise ListUnusable(say("listfile.too_many", file=file, number=number, most=most))
    first = text.split("\n")[lines[0] - 1]
    separator = _separator(first)
    if separator is None:
        return Rows(tuple(_alone(number, cells) for number, cells in records(text, "\t", file)))
    (_, header), *rest = records(text, separator, file)
    return _column(header, rest, file)


def _column(header: list[str], records: list[tuple[int, list[str]]], file: str) -> Rows:
    if len(header) > MOST_COLUMNS:
        number = f"{len(header):,}"
        raise ListUnusable(say("listfile.too_wide", file=file, number=number, most=MOST_COLUMNS))
    folded = [fold_text(cell) for cell in header]
    found = next(folded.index(name) for name in DELEGATION_HEADERS if name in folded)
    known = set(DELEGATION_HEADERS)
    if folded[found] not in CODE_HEADERS:
        known -= set(NAME_HEADERS)
    beside = [place for place, name in enumerate(folded) if name in known and place != found]
    named = tuple(
        Named(
            number,
            _cell(cells, found),
            beside=tuple(_cell(cells, place) for place in beside),
        )
        for number, cells in records
    )
    if not named:
        raise ListUnusable(say("listfile.only_header", file=file))
    others = [cell for place, cell in enumerate(header, start=1) if place != found + 1]
    return Rows(named, tuple(header_shown(cell) for cell in others if cell.strip()))


def _cell(cells: list[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _alone(number: int, cells: list[str]) -> Named:
    """Return what a row of a file without headers names; trailing separators say nothing."""
    text = "\t".join(cells).strip().rstrip("".join(SEPARATORS)).strip()
    return Named(number, text, several=any(separator in text for separator in ";\t"))


def _separator(first: str) -> str | None:
    """Return the separator of a header that names the column of delegations, if it is one."""
    for separator in SEPARATORS:
        try:
            cells = next(csv.reader([first], delimiter=separator), [])
        except csv.Error:
            continue
        if any(fold_text(cell) in DELEGATION_HEADERS for cell in cells):
            return separator
    return None


def records(text: str, separator: str, file: str) -> list[tuple[int, list[str]]]:
    """Return the cells of each row that is not blank, with the line on which the row begins.

    Raises ListUnusable for a quotation mark out of place.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if any(len(cell) > LONGEST_CELL for cell in cells):
                raise csv.Error  # whatever limit another package has set for this process
            if any(cell.strip() for cell in cells):
                found.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error:
        raise ListUnusable(say("listfile.quotes", file=file, row=begins)) from None
    return found


def header_shown(cell: str) -> str:
    """Return a column's header as it is shown: plain, and cut where it is long."""
    shown = plain(cell.strip())
    return shown if len(shown) <= LONGEST_HEADER else shown[:LONGEST_HEADER] + "…"
