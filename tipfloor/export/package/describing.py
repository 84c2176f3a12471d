"""What a data package says of its tables: types, units, what each value can be, and the keys."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from tipfloor.export.cells import is_date, is_length, is_time
from tipfloor.export.csv import cell
from tipfloor.export.package.flattening import Column, Table

KEYS = {
    "delegation_code": ("delegations", "code"),
    "moment_code": ("moments", "code"),
    "session_code": ("moments_sessions", "code"),
    "remark_number": ("remarks", "number"),
    "replies_to": ("remarks", "number"),
}
"""The columns that name a row of another table, with that table and its column."""


def data_of(table: Table) -> bytes:
    """Return a table as CSV in UTF-8: times in UTC with three decimals each, seconds as numbers."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(c, x) for c, x in zip(table.columns, row, strict=True)])
    return file.getvalue().encode()


def resource(table: Table, data: bytes, tables: Mapping[str, Table], told: str) -> dict[str, Any]:
    """Return the description of a table, with its size and digest."""
    return {
        "name": table.name,
        "path": path_of(table),
        "description": told,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": ["row"],
            "foreignKeys": list(_keys(table, tables)),
        },
    }


def path_of(table: Table) -> str:
    """Return where a table lies in its package."""
    return f"data/{table.name}.csv"


def _field(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "type": _type(column)}
    if column.values:
        told["constraints"] = {"enum": list(column.values)}
    if is_length(column.name) and column.kind in (int, float):
        told["unit"] = "s"
    return told


def _type(column: Column) -> str:
    if column.kind is str and is_time(column.name):
        return "date" if is_date(column.name) else "datetime"
    return {bool: "boolean", int: "integer", float: "number", str: "string"}[column.kind]


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if column.kind is str and is_time(column.name) and not is_date(column.name):
        return _utc(str(value))
    return cell(value)


def _utc(text: str) -> str:
    """Return a time in UTC to the millisecond, as it is where it is none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return cell(text)
    if at.tzinfo is None:
        return cell(text)
    there = at.astimezone(UTC).replace(tzinfo=None)
    return f"{there.isoformat(timespec='milliseconds')}Z"


def _keys(table: Table, tables: Mapping[str, Table]) -> Iterator[dict[str, Any]]:
    """Give the keys of a table: to the row in which it was nested, and to those that codes name.

    A part of a meeting, or a plan that was replaced, may lack what a code names: then it is none.
    """
    if table.parent:
        yield _key("parent_row", table.parent, "row")
    for place, column in enumerate(table.columns):
        other, name = KEYS.get(column.name, ("", ""))
        if other in tables and other != table.name:
            named = {row[place] for row in table.rows} - {None, ""}
            if named <= _held(tables[other], name):
                yield _key(column.name, other, name)


def _key(column: str, other: str, name: str) -> dict[str, Any]:
    return {"fields": [column], "reference": {"resource": other, "fields": [name]}}


def _held(table: Table, name: str) -> set[Any]:
    place = [column.name for column in table.columns].index(name)
    return {row[place] for row in table.rows}
