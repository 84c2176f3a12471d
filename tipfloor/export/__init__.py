"""The record as files: CSV, JSON and text, made at any time from the meeting under way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

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

Form = Literal["csv", "json", "text"]

FORMS: dict[Form, Callable[[Snapshot], str]] = {"csv": table, "json": data, "text": text}
"""The forms of an export by name."""


def export(proceedings: Proceedings, form: Form) -> bytes:
    """Return the log in a form, as the UTF-8 bytes of the file."""
    return FORMS[form](take(proceedings)).encode("utf-8")


__all__ = [
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
