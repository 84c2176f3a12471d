"""The remarks as CSV: UTF-8 with a byte order mark, quoted as RFC 4180 has it.

What such a file cannot say on its face stands in a description beside it, in the form that the
World Wide Web Consortium gives to metadata of tables.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from tipfloor.export.cells import is_date, is_time
from tipfloor.export.rows import Row, each_row
from tipfloor.export.seal import seal_of
from tipfloor.export.signs import signs
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.plain import plain

BYTE_ORDER_MARK = "\ufeff"
COLUMNS = Row.__struct_fields__
KINDS = Row.__annotations__
"""The types of the fields of a row by name, as text."""

FORMULA_SIGNS = frozenset("=+-@\N{MINUS SIGN}")
"""Signs with which a spreadsheet takes text for a formula."""

SECONDS = "%.3f"

TEXTS_KEPT = 16_384
"""Texts, and columns of texts, whose cells are kept: they stand so in row after row."""


def written(snapshot: Snapshot) -> bytes:
    """Return the remarks as CSV with a header row.

    The internal form has the void remarks too, in their places.
    """
    lines = [",".join(COLUMNS)]
    for row in _rows(snapshot):
        lines.append(",".join([put(values(row)) for put, values in CELLS]))
    return (BYTE_ORDER_MARK + "\r\n".join(lines) + "\r\n").encode("utf-8")


def _rows(snapshot: Snapshot) -> Iterable[Row]:
    rows = each_row(snapshot)
    if not snapshot.internal:
        return rows
    from tipfloor.export.corrections.void_rows import with_void  # of internal files alone

    return with_void(rows, snapshot)


@lru_cache(maxsize=TEXTS_KEPT)
def _quoted(value: str | tuple[str, ...] | None) -> str:
    """Return a text, or texts joined, as the cell stands in a line: quoted where it has to be."""
    if not value:
        return ""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="").writerow([cell(value), ""])
    return line.getvalue().removesuffix(",")


def _plain_if_there(value: str | None) -> str:
    return value or ""


def _seconds(value: float | None) -> str:
    return "" if value is None else _exactly(value)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


_exactly: Callable[[Any], str] = SECONDS.__mod__
"""What makes the cell of a number of seconds that is always there."""


def _put(name: str, kind: str) -> Callable[[Any], str]:
    """Return what makes the cell of a column by its name and the type of its field, as text."""
    if is_time(name):
        return _plain_if_there  # our own, of digits alone, and in many rows like no other
    if kind == "float":
        return _exactly
    if kind.startswith("float"):
        return _seconds
    if kind.startswith("int"):
        return _number
    return _quoted


def _cells() -> Iterator[tuple[Callable[[Any], str], Callable[[Row], Any]]]:
    """Give what makes the cells of columns and what of a row they are made from.

    Columns of one kind that stand side by side are made at once: texts are the same together in
    many rows.
    """
    for put, found in groupby(COLUMNS, lambda name: _put(name, KINDS[name])):
        names = [*found]
        if len(names) > 1 and (together := _together(put, len(names))):
            yield together, attrgetter(*names)
        else:
            yield from ((put, attrgetter(name)) for name in names)


def _together(put: Callable[[Any], str], number: int) -> Callable[[Any], str] | None:
    """Return what makes so many cells of one kind from their values, None for the other kinds."""
    if put is _quoted:
        return lru_cache(maxsize=TEXTS_KEPT)(lambda values: ",".join(map(_quoted, values)))
    return ",".join([SECONDS] * number).__mod__ if put is _exactly else None


CELLS = tuple(_cells())
"""What makes the cells of all columns in order: found once, not by looking at each value."""


def described(snapshot: Snapshot, name: str) -> bytes:
    """Return the description of a table by its file's name: its columns, and what it is of.

    By the digest and the seal it can be checked against the record and made again.
    """
    about = snapshot.whole.plan.meeting
    told = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": plain(about.title),
        "dc:language": snapshot.language,
        "tableSchema": {"columns": [_column(name, KINDS[name]) for name in COLUMNS]},
        "notes": [
            {
                "form": snapshot.form,
                "signs": list(signs(snapshot)),
                "rehearsal": snapshot.rehearsal,
                "record_position": len(snapshot.history),
                "record_digest": snapshot.digest,
                "record_broken_at": snapshot.broken,
                "record_seal": str(seal_of(snapshot, "csv")),
            }
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _column(name: str, kind: str) -> dict[str, object]:
    """Return the description of a column from the type of its field, which is text."""
    found: dict[str, object] = {"name": name, "titles": name, "datatype": "string"}
    if is_time(name):
        found["datatype"] = "date" if is_date(name) else "dateTimeStamp"
    elif kind.startswith(("int", "float")):
        found["datatype"] = "integer" if kind.startswith("int") else "decimal"
    elif kind.startswith("tuple"):
        found["separator"] = "; "
    return found


def cell(value: object) -> str:
    """Return a value as it stands in a cell: seconds with three decimals, lists joined, or text.

    Text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return ""
    if isinstance(value, float):
        return SECONDS % value
    if isinstance(value, int):
        return str(value)
    return _text("; ".join(map(str, value)) if isinstance(value, tuple) else str(value))


@lru_cache(maxsize=TEXTS_KEPT)
def _text(value: str) -> str:
    text = plain(value)
    return f"'{text}" if _is_formula(text) else text


def _is_formula(text: str) -> bool:
    # Compatibility forms, such as the full-width equals sign, fold into the sign that they mean.
    first = text.lstrip()[:1]
    if first.isascii():
        return first in FORMULA_SIGNS
    return unicodedata.normalize("NFKC", first)[:1] in FORMULA_SIGNS
