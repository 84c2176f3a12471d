"""The remarks as CSV: UTF-8 with a byte order mark, quoted as RFC 4180 has it."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import fields, replace

from tipfloor.export.annex import signs
from tipfloor.export.corrections.void_rows import with_void
from tipfloor.export.rows import Row, rows
from tipfloor.export.seal import seal_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.plain import plain

BYTE_ORDER_MARK = "\ufeff"
COLUMNS = tuple(field.name for field in fields(Row))

SEAL = ("record_position", "record_digest", "form", "record_broken_at", "record_seal")
"""The last columns: by which the file can be checked against the record and made again, and the
first row that is missing or altered, empty in a sound record."""

FORMULA_SIGNS = frozenset("=+-@\N{MINUS SIGN}")
"""Signs with which a spreadsheet takes text for a formula."""


def written(snapshot: Snapshot) -> bytes:
    """Return the remarks as CSV with a header row; what a file says on its face is in their marks.

    The internal form has the void remarks too, in their places.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow((*COLUMNS, *SEAL))
    position, own = str(len(snapshot.history)), str(seal_of(snapshot, "csv"))
    seal = (position, snapshot.digest, snapshot.form, cell(snapshot.broken), own)
    for row in with_void(rows(snapshot), snapshot):
        marked = replace(row, marks_text=(*signs(snapshot), *row.marks_text))
        writer.writerow([*(cell(getattr(marked, name)) for name in COLUMNS), *seal])
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8")


def cell(value: object) -> str:
    """Return a value as it stands in a cell: seconds with three decimals, lists joined, or text.

    Text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, int):
        return str(value)
    text = plain("; ".join(value) if isinstance(value, tuple) else str(value))
    return f"'{text}" if _is_formula(text) else text


def _is_formula(text: str) -> bool:
    # Compatibility forms, such as the full-width equals sign, fold into the sign that they mean.
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])
    return first[:1] in FORMULA_SIGNS if first else False
