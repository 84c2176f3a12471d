"""The lists of the files as flat sheets: what is nested in a row has a sheet of its own.

Such a sheet begins with what names the row that it belongs to. A list of more columns than a page
is wide goes on in another sheet, which begins with what names its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tipfloor.export.package.flattening import Table, tables_of
from tipfloor.words import has, say

NAMING = ("number", "position", "code", "title", "office", "held_in")
"""Columns that name a row to whoever reads what was nested in it."""

AGAIN = ("number", "position", "day", "delegation_code", "code", "document", "at", "session_code")
"""Columns that name a row where its list goes on in another sheet; the first three do."""

FIRST = {
    "remarks": (
        *("number", "day", "delegation_code", "delegation", "floor_given_at", "ended_at"),
        *("allotted_seconds", "speaking_seconds", "paused_seconds", "overtime_seconds"),
        "requested_at",
    ),
    "planned_and_actual": (
        *("number", "moment_code", "moment", "session_code", "session", "planned_seconds"),
        *("actual_seconds", "difference_seconds", "under_way"),
    ),
}
"""Columns of a list that stand before its others, so that they are on its first sheet."""

LONGEST_TITLE = 31
"""Characters of the name of a sheet."""


class Column(NamedTuple):
    """A column of a sheet: the field by whose name its values are read, and its head."""

    field: str
    head: str


class Listed(NamedTuple):
    """A list as a sheet: its title, columns and rows; the first `naming` columns name a row."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Any]]


def listed(name: str, kind: Any, rows: Sequence[Any]) -> Iterator[Listed]:
    """Give a list of rows of one kind as sheets, itself first, then what is nested in it.

    Of a code and its words it is the words, under the head of the code.
    """
    titles = {name: say(f"export.sheet_{name}")}
    columns: dict[str, list[tuple[Column, int]]] = {}
    naming: dict[str, dict[int, list[Any]]] = {}
    heads: dict[str, list[Column]] = {}
    for table in tables_of(name, kind, rows):
        inner = table.name.removeprefix(f"{table.parent}_")
        if table.parent:
            titles[table.name] = _nested_title(titles[table.parent], head_of(inner))
        shown = list(_shown(table, inner))
        columns[table.name] = shown
        before = heads.get(table.parent or "", [])
        found = [(c, place) for c, place in shown if c.field in NAMING]
        said = titles[table.name]
        heads[table.name] = [*before, *(_within(said, column) for column, _ in found)]
        of = {row[0]: _before(table, row, naming) for row in table.rows}
        naming[table.name] = {
            row[0]: [*of[row[0]], *(row[place] for _, place in found)] for row in table.rows
        }
        if table.parent and not table.rows:
            continue
        told = [[*of[row[0]], *(row[place] for _, place in shown)] for row in table.rows]
        yield Listed(titles[table.name], (*before, *(c for c, _ in shown)), told)


def _before(table: Table, row: Sequence[Any], naming: dict[str, dict[int, list[Any]]]) -> list[Any]:
    """Return what names the row in which a row was nested, nothing of one that was not."""
    return naming[table.parent][row[1]] if table.parent else []


def _shown(table: Table, inner: str) -> Iterator[tuple[Column, int]]:
    """Give the columns of a table with their places in its rows, those of `FIRST` first."""
    names = [column.name for column in table.columns]
    first = FIRST.get(table.name, ())
    order = [*(x for x in first if x in names), *(x for x in names if x not in first)]
    for name in order:
        if name in ("row", "parent_row") or f"{name}_text" in names:
            continue
        code = name.removesuffix("_text")
        if code != name and code in names:
            yield Column(name, head_of(code)), names.index(name)
        else:
            counted = {"of": "delegation", "number": inner} if "of" in names else {}
            field = known(counted.get(name, name))
            yield Column(field, head_of(field)), names.index(name)


def known(name: str) -> str:
    """Return the field that a column is of: without the name of what was put in its row whole."""
    while not has(f"export.column_{name}") and "_" in name:
        name = name.partition("_")[2]
    return name


def head_of(name: str) -> str:
    """Return the head of a column in words."""
    return say(f"export.column_{known(name)}")


def _nested_title(of: str, head: str) -> str:
    """Return the title of a sheet of what was nested in another, that one's shortened to fit."""
    room = LONGEST_TITLE - len(head) - 2
    return f"{of if len(of) <= room else f'{of[: room - 1]}…'}, {head}"


def parted(columns: Sequence[Column], widths: Sequence[float], page: float) -> list[list[int]]:
    """Return which columns stand on each sheet, by their places, so that none is wider than a page.

    Each sheet behind the first begins with what names its rows.
    """
    again = [x for x, column in enumerate(columns) if column.field in AGAIN][:3]
    sheets: list[list[int]] = []
    here: list[int] = []
    for place in range(len(columns)):
        if here and sum(widths[x] for x in (*here, place)) > page:
            sheets.append(here)
            here = [x for x in again if x < place]
        here.append(place)
    return [*sheets, here]


def filling(least: Sequence[float], wanted: Sequence[float], page: float) -> list[float]:
    """Return widths between the least and the wanted ones that a page has room for.

    What there is beyond the least is shared out by what each column still wants.
    """
    wants = [max(most - few, 0) for few, most in zip(least, wanted, strict=True)]
    share = min(1, (page - sum(least)) / (sum(wants) or 1))
    return [few + want * share for few, want in zip(least, wants, strict=True)]


def _within(title: str, column: Column) -> Column:
    """Return a column of a list as one within it names it, with the list's title before it."""
    return Column(column.field, say("export.column_told", column=title, text=column.head))
