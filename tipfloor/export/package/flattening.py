"""Lists of rows as flat tables: what is nested in a row becomes columns, or a table of its own.

Every table has the column `row`, which numbers its rows from 1; one that was nested has
`parent_row`, the number of the row that it belongs to.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints


class Column(NamedTuple):
    """A column by name; `kind` is str, int, float or bool, `values` those that there can be."""

    name: str
    kind: type
    values: tuple[str, ...] = ()


@dataclass(slots=True)
class Table:
    """A table: its name, that of the table in whose rows it was nested, its columns and cells."""

    name: str
    parent: str | None
    columns: list[Column]
    rows: list[list[Any]] = field(default_factory=list)


def tables_of(name: str, kind: Any, rows: Sequence[Any]) -> list[Table]:
    """Return the tables that a list of dataclasses of one kind makes, itself first."""
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
            if is_dataclass(of):
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


def _hints(kind: Any) -> Iterator[tuple[str, Any]]:
    """Give the fields of a kind of row with their types, without what may be None."""
    hints = get_type_hints(kind)
    for item in fields(kind):
        told = hints[item.name]
        if get_origin(told) in (Union, types.UnionType):
            [told] = [one for one in get_args(told) if one is not type(None)]
        yield item.name, told


def _columns(kind: Any, before: str = "") -> Iterator[Column]:
    for name, told in _hints(kind):
        if is_dataclass(told):
            yield from _columns(told, f"{before}{name}_")
        elif get_origin(told) is Literal:
            yield Column(before + name, str, tuple(map(str, get_args(told))))
        elif not _is_nest(told):
            yield Column(before + name, told if told in (int, float, bool) else str)


def _nested(kind: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Give what is nested: lists of rows with their kind, and mappings."""
    for name, told in _hints(kind):
        if is_dataclass(told):
            yield from _nested(told, f"{before}{name}_")
        elif _is_nest(told):
            yield before + name, get_args(told)[0]


def _is_nest(told: Any) -> bool:
    origin = get_origin(told)
    return origin is dict or (origin is tuple and is_dataclass(get_args(told)[0]))


def _cells(kind: Any, row: Any) -> Iterator[Any]:
    for name, told in _hints(kind):
        value = None if row is None else getattr(row, name)
        if is_dataclass(told):
            yield from _cells(told, value)
        elif not _is_nest(told):
            yield value


def _nests(kind: Any, row: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, told in _hints(kind):
        value = None if row is None else getattr(row, name)
        if is_dataclass(told):
            yield from _nests(told, value, f"{before}{name}_")
        elif _is_nest(told):
            yield before + name, value or ()
