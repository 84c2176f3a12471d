"""Files beside a record or its meeting file that a publication takes up: a logo, a template."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from tipfloor.export.snapshot import Snapshot
from tipfloor.filetext import NoText, read_bytes

LARGEST = 4_000_000
"""Bytes of such a file at most."""

PNG = b"\x89PNG\r\n\x1a\n"


class NoMaterial(Exception):
    """A file that the meeting file names and that cannot be used; `code` says why.

    It is missing, unfit, or what `filetext` says of it; `facts` are those of that code.
    """

    def __init__(self, name: str, code: str, folders: Sequence[Path], **facts: object) -> None:
        super().__init__(name, code)
        self.name, self.code, self.folders, self.facts = name, code, tuple(folders), facts


class Logo(Struct, frozen=True):
    """The bytes of a picture and their kind."""

    data: bytes
    kind: Literal["png", "svg"]


def logo_of(snapshot: Snapshot) -> Logo | None:
    """Return the logo that the meeting file names. Raises NoMaterial."""
    name = snapshot.whole.plan.publication.logo
    data = _found(name, snapshot.folders) if name else None
    if name is None or data is None:
        return None
    if data.startswith(PNG):
        return Logo(data, "png")
    if b"<svg" in data[:10_000] and b"<script" not in data.lower():
        return Logo(data, "svg")
    raise NoMaterial(name, "no_picture", snapshot.folders)


def template_of(snapshot: Snapshot) -> bytes | None:
    """Return the bytes of the Word template that the meeting file names. Raises NoMaterial."""
    name = snapshot.whole.plan.publication.template
    return _found(name, snapshot.folders) if name else None


def uses_others(snapshot: Snapshot, form: str) -> bool:
    """Tell whether a file is made with others beside the record, for which no row vouches."""
    stated = snapshot.whole.plan.publication
    published = snapshot.scope.reader_of(form) == "publication"
    return bool(published and stated.logo) or bool(form == "docx" and stated.template)


def _found(name: str, folders: Sequence[Path]) -> bytes | None:
    """Return what a file holds in the first folder that has it; None where no folder is known."""
    for folder in folders:
        try:
            return read_bytes(folder / name, LARGEST)
        except NoText as fault:
            if fault.code != "missing":
                raise NoMaterial(name, fault.code, [folder], **fault.facts) from None
    if folders:
        raise NoMaterial(name, "missing", folders)
    return None
