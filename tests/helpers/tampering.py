"""Changing a record as one does who has the file and knows SQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def tampered(path: Path, statement: str) -> None:
    """Change a record behind its triggers."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in ("changed", "deleted"):
            connection.execute(f"DROP TRIGGER events_are_not_{name}")
        connection.execute(statement)


def mistyped(path: Path, statement: str) -> None:
    """Change a record behind its triggers and its types, as a changed bit in a row's head does."""
    with closing(sqlite3.connect(path)) as connection:
        [[strict]] = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'events'")
    _declare(path, strict.replace("NOT NULL", "").replace("STRICT", ""))
    tampered(path, statement)
    _declare(path, strict)


def _declare(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'events'", (table,))
        connection.commit()
