"""The schema of a record as SQLite keeps it, and the steps from each former one to the present."""

from __future__ import annotations

import sqlite3

EVENTS = (
    """CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT""",
    """CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    """CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
)
"""Schema 1: the events alone."""

PEOPLE = (
    """CREATE TABLE people (
    id TEXT PRIMARY KEY,
    delegation TEXT NOT NULL,
    name TEXT NOT NULL,
    office TEXT NOT NULL,
    shown TEXT NOT NULL,
    consented_at TEXT,
    withdrawn_at TEXT
) STRICT""",
    """CREATE TABLE exports (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    path TEXT NOT NULL,
    person TEXT NOT NULL
) STRICT""",
)
"""Schema 2: names apart from the events and outside their digests, and which file showed whom."""

STEPS = (EVENTS, PEOPLE)
"""What leads from each schema to the next; the last is the present one."""

VERSION = len(STEPS)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Take the steps that a record has not taken yet, all or none; a present one is left alone."""
    if version_of(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in STEPS[version_of(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema that a record has, 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
