"""The record as files: tables, documents and text, made at any time from the meeting under way."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from tipfloor.export.files import InTheWay, write
from tipfloor.export.materials import NoMaterial
from tipfloor.export.narrowing import Chosen, NotInMeeting
from tipfloor.export.snapshot import Scope, Since, Snapshot, take
from tipfloor.forms import FORMS, Reader
from tipfloor.proceedings import Proceedings
from tipfloor.words import speaking
from tipfloor.words.people import shown_as


def export(
    proceedings: Proceedings, form: str, scope: Scope | None = None, folders: Sequence[Path] = ()
) -> bytes:
    """Return the record in one of `FORMS`, as the bytes of the file; public and whole by default.

    Raises NotInMeeting for a session or day that the meeting has not, NoMaterial for a logo or
    template that it names and that is in none of the folders.
    """
    return written(take(proceedings, scope, folders), form)


def written(snapshot: Snapshot, form: str) -> bytes:
    """Return a snapshot in one of `FORMS`, in its language; its module is loaded by then."""
    with speaking(snapshot.language):
        return cast(bytes, import_module(FORMS[form].module).written(snapshot))


def described(snapshot: Snapshot, form: str, name: str) -> bytes | None:
    """Return the description of a file by its name, None where the form has none."""
    if not FORMS[form].beside:
        return None
    with speaking(snapshot.language):
        return cast(bytes, import_module(FORMS[form].module).described(snapshot, name))


def people_shown(proceedings: Proceedings, reader: Reader) -> list[str]:
    """Return the ids of the people of whom an export shows more than the delegation.

    A publication lists all who agreed to be shown, other files those who spoke.
    """
    people = proceedings.people
    named = {remark.entry.person for remark in proceedings.meeting.all_remarks}
    listed = people if reader == "publication" else named
    return sorted(person for person in people if person in listed and shown_as(people[person]))


__all__ = [
    "Chosen",
    "InTheWay",
    "NoMaterial",
    "NotInMeeting",
    "Scope",
    "Since",
    "Snapshot",
    "described",
    "export",
    "people_shown",
    "take",
    "write",
    "written",
]
