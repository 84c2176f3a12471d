"""Writing an export to a file: whole or not at all, and never over what matters."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

from tipfloor.store.held import reading
from tipfloor.words import say

SQLITE = b"SQLite format 3\0"
"""How every record begins."""


class InTheWay(OSError):
    """Something that is never overwritten: `code` is record, directory or device."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(errno.EPERM, say(f"export.in_the_way_{code}"), str(path))
        self.code = code


def write(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file that only its owner may read, at once and whole.

    Raises FileExistsError unless it may overwrite, InTheWay where it never may, and any other
    OSError of the disk; then nothing is left behind.
    """
    path = path.resolve()
    refuse_in_the_way(path)
    if path.exists() and not overwrite:
        raise FileExistsError(str(path))
    handle, draft = _draft(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _place(draft, path, overwrite)
    finally:
        draft.unlink(missing_ok=True)


def _draft(path: Path) -> tuple[int, Path]:
    """Begin a file beside the one that is wanted. Raises OSError that names the wanted one."""
    try:
        handle, name = tempfile.mkstemp(prefix=".tipfloor-", suffix=".new", dir=path.parent)
    except OSError as error:
        where = path if path.parent.is_dir() else path.parent
        raise OSError(error.errno, error.strerror, str(where)) from None
    return handle, Path(name)


def refuse_in_the_way(path: Path) -> None:
    """Refuse a directory, a device, and a record or its log. Raises InTheWay or OSError."""
    if path.is_dir():
        raise InTheWay("directory", path)
    base = path.with_name(path.name.removesuffix("-wal").removesuffix("-shm"))
    for place in {path, base}:
        if place.is_file() and _begins_as_record(place):
            raise InTheWay("record", path)
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise InTheWay("device", path)


def _begins_as_record(path: Path) -> bool:
    try:
        with reading(path) as file:
            return file.read(len(SQLITE)) == SQLITE
    except PermissionError:
        return False


def _place(draft: Path, path: Path, overwrite: bool) -> None:
    """Put the finished draft in its place; without leave to overwrite, only where nothing is."""
    if overwrite:
        draft.replace(path)
        return
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: an exclusive creation guards the rename instead.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        draft.replace(path)
