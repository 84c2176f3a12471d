"""Erasing: what was taken out of a record leaves its file and its log too."""

from __future__ import annotations

import sqlite3


def vacuum(connection: sqlite3.Connection) -> None:
    """Write the file anew without its free pages, and empty the write-ahead log.

    Deleted text was overwritten before. Raises sqlite3.OperationalError while others hold the
    record.
    """
    connection.execute("PRAGMA temp_store = MEMORY")  # no name on another disk
    connection.execute("VACUUM")
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("database is locked")
