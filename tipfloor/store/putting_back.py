"""A record that was deleted, written into its place again from the file that is still open."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from pathlib import Path

from tipfloor.store.creating import placed
from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.protocol import NotSaved, Row
from tipfloor.store.rows import rows_of, text_of


def put_back(source: sqlite3.Connection, path: Path) -> None:
    """Write all that a connection reads, its log included, into one file where none lies.

    It is read back and compared first. What lies in the place by then is left as it is.
    Raises NotSaved; then nothing is left behind.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(".new", ".tipfloor-", path.parent)
        os.close(handle)
        draft = Path(name)
        try:
            same = _filled(draft, source)
            if not same or not placed(draft, path):
                raise NotSaved("not_put_back", str(path), "read otherwise" if not same else "taken")
        finally:
            draft.unlink(missing_ok=True)
    except (OSError, *SQL_ERRORS) as error:
        raise NotSaved("not_put_back", str(path), str(error)) from error


def _filled(draft: Path, source: sqlite3.Connection) -> bool:
    """Fill a draft, synced and without a log, and tell whether it reads as its source does."""
    with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        copy.text_factory = text_of
        copy.execute("PRAGMA synchronous = FULL")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        made = _rows(copy)
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    return made == _rows(source)


def _rows(connection: sqlite3.Connection) -> list[Row]:
    return list(rows_of(connection))
