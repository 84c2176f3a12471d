"""The record as files: tables, documents and text, made at any time from the meeting under way."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from tipfloor.export.course.stages import moments
from tipfloor.export.files import InTheWay, write
from tipfloor.export.list.unheard import not_heard, refusals
from tipfloor.export.log import log_text
from tipfloor.export.narrowing import Chosen, NotInMeeting
from tipfloor.export.rows import Row, rows
from tipfloor.export.snapshot import Scope, Snapshot, take
from tipfloor.forms import FORMS
from tipfloor.proceedings import Proceedings
from tipfloor.words import speaking
from tipfloor.words.people import shown_as


def export(proceedings: Proceedings, form: str, scope: Scope | None = None) -> bytes:
    """Return the record in one of `FORMS`, as the bytes of the file; public and whole by default.

    Raises NotInMeeting for a session or day that the meeting has not.
    """
    return written(take(proceedings, scope), form)


def written(snapshot: Snapshot, form: str) -> bytes:
    """Return a snapshot in one of `FORMS`, in its language; its module is loaded by then."""
    with speaking(snapshot.language):
        return cast(bytes, import_module(FORMS[form].module).written(snapshot))


def people_shown(proceedings: Proceedings) -> list[str]:
    """Return the ids of the people of whom an export shows more than the delegation."""
    people = proceedings.people
    named = {remark.entry.person for remark in proceedings.meeting.all_remarks}
    return sorted(person for person in people if person in named and shown_as(people[person]))


__all__ = [
    "Chosen",
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
