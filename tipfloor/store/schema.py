"""The schema of a record as SQLite keeps it, and the steps from each former one to the present."""

from __future__ import annotations

import sqlite3

from tipfloor.store.transaction import transaction

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

# The sign before old.position takes its type from the comparison: else no index would serve it.
ENVELOPE = (
    "ALTER TABLE events RENAME TO former_events",
    """CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    act TEXT NOT NULL,
    nth INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    salt TEXT NOT NULL,
    seal TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT""",
    """INSERT INTO events
SELECT position, '', 0, '', '', kind, version, body, '', '', digest FROM former_events""",
    "DROP TABLE former_events",
    """CREATE INDEX blackings ON events (json_extract(body, '$.position'))
WHERE kind = 'text_blacked_out'""",
    "CREATE UNIQUE INDEX acts ON events (act, nth) WHERE act != ''",
    """CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
WHEN NOT (
    new.position = old.position AND new.act = old.act AND new.nth = old.nth
    AND new.by = old.by AND new.at = old.at
    AND new.kind = old.kind AND new.version = old.version
    AND new.seal = old.seal AND new.digest = old.digest
    AND new.salt = '' AND (old.salt != '' OR old.seal = '')
    AND old.kind != 'text_blacked_out'
    AND (
        SELECT count(*) FROM events
        WHERE kind = 'text_blacked_out' AND json_extract(body, '$.position') = +old.position
    ) = 1
    AND EXISTS (SELECT 1 FROM blacking_out WHERE position = old.position)
)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    """CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    """CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE position = new.position)
    OR EXISTS (SELECT 1 FROM events WHERE act != '' AND act = new.act AND nth = new.nth)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    "CREATE TABLE blacking_out (position INTEGER PRIMARY KEY) STRICT",
    """CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    path TEXT NOT NULL,
    position INTEGER NOT NULL,
    form TEXT NOT NULL
) STRICT""",
)
"""Schema 3: acts, tellers, times and seals; a body changes once, where a row says that it was
blacked out; `blacking_out` names those whose bytes may be in the file still; which files were made.
"""

STEPS = (EVENTS, PEOPLE, ENVELOPE)
"""What leads from each schema to the next; the last is the present one."""

VERSION = len(STEPS)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Take the steps that a record has not taken yet, all or none; a present one is left alone."""
    if version_of(connection) == VERSION:
        return
    with transaction(connection):
        for statements in STEPS[version_of(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema that a record has, 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
