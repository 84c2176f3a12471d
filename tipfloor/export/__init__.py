"""The record as files: tables, documents and text, made at any time from the meeting under way."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Literal, cast

from tipfloor.export.data import data
from tipfloor.export.files import InTheWay, write
from tipfloor.export.log import log_text
from tipfloor.export.rows import Row, rows
from tipfloor.export.snapshot import Snapshot, take
from tipfloor.export.stages import moments
from tipfloor.export.table import table
from tipfloor.export.text import text
from tipfloor.export.unheard import not_heard, refusals
from tipfloor.proceedings import Proceedings

Form = Literal["csv", "json", "text", "xlsx", "docx", "pdf"]

FORMS: dict[Form, Callable[[Snapshot], str]] = {"csv": table, "json": data, "text": text}
"""The forms that are text, by name."""

BINARY: dict[Form, str] = {
    "xlsx": "tipfloor.export.workbook",
    "docx": "tipfloor.export.document",
    "pdf": "tipfloor.export.pdf",
}
"""The modules of the other forms, loaded when they are asked for; each has a `written`."""


def export(proceedings: Proceedings, form: Form) -> bytes:
    """Return the log in a form, as the bytes of the file. Raises ModuleNotFoundError."""
    snapshot = take(proceedings)
    if form in FORMS:
        return FORMS[form](snapshot).encode("utf-8")
    return cast(bytes, import_module(BINARY[form]).written(snapshot))


__all__ = [
    "BINARY",
    "FORMS",
    "Form",
    "InTheWay",
    "Row",
    "Snapshot",
    "export",
    "log_text",
    "moments",
    "not_heard",
    "refusals",
    "rows",
    "take",
    "write",
]
