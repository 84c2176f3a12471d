"""Lists of rows as flat tables: what is nested in a row becomes columns, or a table of its own.

Every table has the column `row`, which numbers its rows from 1; one that was nested has
`parent_row`, the number of the row that it belongs to.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from msgspec import Struct


class Column(NamedTuple):
    """A column by name; `kind` is str, int, float or bool, `values` those that there can be."""

    name: str
    kind: type
    values: tuple[str, ...] = ()


class Table(Struct):
    """A table: its name, that of the table in whose rows it was nested, its columns and cells."""

    name: str
    parent: str | None
    columns: list[Column]
    rows: list[list[Any]] = []


def tables_of(name: str, kind: Any, rows: Sequence[Any]) -> list[Table]:
    """Return the tables that a list of rows of one kind makes, itself first."""
    made = _Tables()
    made.table(name, kind, None)
    for row in rows:
        made.put(name, row, None)
    return list(made.tables.values())


class _Tables:
    """Tables by name, and the rows put into them."""

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {}

    def table(self, name: str, kind: Any, parent: str | None) -> None:
        """Make the table of a kind of row, and those of what is nested in it."""
        columns = [Column("row", int), *([Column("parent_row", int)] if parent else [])]
        self.tables[name] = Table(name, parent, columns + list(_columns(kind)))
        for inner, of in _nested(kind):
            if _is_row(of):
                self.table(f"{name}_{inner}", of, name)
            else:
                pair = [Column("row", int), Column("parent_row", int), Column("of", str)]
                self.tables[f"{name}_{inner}"] = Table(
                    f"{name}_{inner}", name, [*pair, Column("number", int)]
                )

    def put(self, name: str, row: Any, parent: int | None) -> None:
        """Put a row into its table, and what is nested in it into theirs."""
        table = self.tables[name]
        number = len(table.rows) + 1
        table.rows.append([number, *([parent] if table.parent else []), *_cells(type(row), row)])
        for inner, value in _nests(type(row), row):
            nested = f"{name}_{inner}"
            if isinstance(value, Mapping):
                rows = self.tables[nested].rows
                rows += [[len(rows) + n, number, *x] for n, x in enumerate(value.items(), start=1)]
            else:
                for item in value:
                    self.put(nested, item, number)


class _Field(NamedTuple):
    """A field of a kind of row: its name, its type, and what becomes of it in a table."""

    name: str
    kind: Any
    becomes: Literal["cell", "columns", "table"]


@cache
def _fields(kind: Any) -> tuple[_Field, ...]:
    """Return the fields of a kind of row in order: every row of a list asks for them."""
    hints = get_type_hints(kind)
    return tuple(_field(name, hints[name]) for name in kind.__struct_fields__)


def _field(name: str, told: Any) -> _Field:
    """Return a field by its type, without what may be None."""
    if get_origin(told) in (Union, types.UnionType):
        [told] = [one for one in get_args(told) if one is not type(None)]
    origin = get_origin(told)
    if _is_row(told):
        return _Field(name, told, "columns")
    nested = origin is dict or (origin is tuple and _is_row(get_args(told)[0]))
    return _Field(name, told, "table" if nested else "cell")


def _is_row(told: Any) -> bool:
    return isinstance(told, type) and issubclass(told, Struct)


def _columns(kind: Any, before: str = "") -> Iterator[Column]:
    for name, told, becomes in _fields(kind):
        if becomes == "columns":
            yield from _columns(told, f"{before}{name}_")
        elif get_origin(told) is Literal:
            yield Column(before + name, str, tuple(map(str, get_args(told))))
        elif becomes == "cell":
            yield Column(before + name, told if told in (int, float, bool) else str)


def _nested(kind: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Give what is nested: lists of rows with their kind, and mappings."""
    for name, told, becomes in _fields(kind):
        if becomes == "columns":
            yield from _nested(told, f"{before}{name}_")
        elif becomes == "table":
            yield before + name, get_args(told)[0]


def _cells(kind: Any, row: Any) -> Iterator[Any]:
    for name, told, becomes in _fields(kind):
        if becomes == "table":
            continue
        value = None if row is None else getattr(row, name)
        if becomes == "columns":
            yield from _cells(told, value)
        else:
            yield value


def _nests(kind: Any, row: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, told, becomes in _fields(kind):
        if becomes == "cell":
            continue
        value = None if row is None else getattr(row, name)
        if becomes == "columns":
            yield from _nests(told, value, f"{before}{name}_")
        else:
            yield before + name, value or ()
