"""A record's file built whole beside its place, and put there only when it is finished."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """Give an empty file, mode 0600, in the folder of a path; it is gone afterwards."""
    import tempfile  # for what is written anew alone

    handle, name = tempfile.mkstemp(".new", ".tipfloor-", path.parent)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def fill(draft: Path, source: sqlite3.Connection) -> None:
    """Bring every page of one state of a record into a draft, synced, with no log beside it.

    Raises sqlite3.Error and OSError.
    """
    with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = FULL")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
    with draft.open("rb") as file:
        os.fsync(file.fileno())


def placed(draft: Path, path: Path, *, overwrite: bool = False) -> bool:
    """Put a finished draft in its place and sync the folder.

    False where something is there, unless it may be overwritten.
    """
    try:
        if overwrite:
            draft.replace(path)
        else:
            _link(draft, path)
    except FileExistsError:
        return False
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return True


def _link(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: an exclusive creation guards the rename instead.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        draft.replace(path)
