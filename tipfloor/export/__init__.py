"""The record as files: tables, documents and text, made at any time from the meeting under way."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Literal, cast

from tipfloor.export.course.stages import moments
from tipfloor.export.csv import table
from tipfloor.export.data import data
from tipfloor.export.files import InTheWay, write
from tipfloor.export.list.unheard import not_heard, refusals
from tipfloor.export.log import log_text
from tipfloor.export.narrowing import Chosen, NotInMeeting
from tipfloor.export.rows import Row, rows
from tipfloor.export.snapshot import Scope, Snapshot, take
from tipfloor.export.text import text
from tipfloor.proceedings import Proceedings
from tipfloor.words import speaking
from tipfloor.words.people import shown_as

Form = Literal["csv", "json", "text", "xlsx", "docx", "pdf"]

FORMS: dict[Form, Callable[[Snapshot], str]] = {"csv": table, "json": data, "text": text}
"""The forms that are text, by name."""

BINARY: dict[Form, str] = {
    "xlsx": "tipfloor.export.workbook",
    "docx": "tipfloor.export.word",
    "pdf": "tipfloor.export.pdf",
}
"""The modules of the other forms, loaded when they are asked for; each has a `written`."""


def export(proceedings: Proceedings, form: Form, scope: Scope | None = None) -> bytes:
    """Return the record in a form, as the bytes of the file; public and whole without a scope.

    Raises NotInMeeting for a session or day that the meeting has not.
    """
    return written(take(proceedings, scope), form)


def written(snapshot: Snapshot, form: Form) -> bytes:
    """Return a snapshot in a form, in its language."""
    with speaking(snapshot.language):
        if form in FORMS:
            return FORMS[form](snapshot).encode("utf-8")
        return cast(bytes, import_module(BINARY[form]).written(snapshot))


def people_shown(proceedings: Proceedings) -> list[str]:
    """Return the ids of the people of whom an export shows more than the delegation."""
    people = proceedings.people
    named = {remark.entry.person for remark in proceedings.meeting.all_remarks}
    return sorted(person for person in people if person in named and shown_as(people[person]))


__all__ = [
    "BINARY",
    "FORMS",
    "Chosen",
    "Form",
    "InTheWay",
    "NotInMeeting",
    "Row",
    "Scope",
    "Snapshot",
    "export",
    "log_text",
    "moments",
    "not_heard",
    "people_shown",
    "refusals",
    "rows",
    "take",
    "write",
    "written",
]
