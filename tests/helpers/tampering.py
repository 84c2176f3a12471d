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
