"""Records as bytes: a copy that holds together, and one that is opened without a file."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.opening import check_head, connect
from tipfloor.store.pages import connected
from tipfloor.store.people import People
from tipfloor.store.protocol import Person, StoreFault, Unsealed
from tipfloor.store.rows import text_of
from tipfloor.store.schema import bring_up_to_date, version_of
from tipfloor.store.sqlite import SqliteStore

_JOURNAL = slice(18, 20)
"""Where SQLite keeps how a file is written; a write-ahead log cannot be held in memory."""

_ROLLBACK = b"\x01\x01"


class InMemoryStore(SqliteStore):
    """A record held in memory and only read; nothing is made beside the file it came from."""

    def __init__(self, data: bytes, path: Path) -> None:
        check_head(data[:100], path)
        super().__init__(path, read_only=True, connection=_held(data, path))


def copied(
    path: Path, kept: Callable[[Sequence[Person]], Sequence[Person]], exports: bool
) -> bytes:
    """Return a record as one whole file of bytes, what still lies in its log included.

    `kept` says which people the copy keeps, and how; of the others no byte is left. With `exports`
    it knows which file showed whom. The record itself is only read. Raises StoreFault.
    """
    try:
        with (
            contextlib.closing(connect(path, read_only=True)) as source,
            contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as copy,
        ):
            source.backup(copy)
            copy.text_factory = text_of
            copy.execute("PRAGMA secure_delete = ON")
            if version_of(copy) > 1:
                _keep(People(copy), copy, kept, exports)
            if version_of(copy) > 2 and not exports:
                copy.execute("DELETE FROM files")
            copy.execute("VACUUM")
            data = copy.serialize()
    except SQL_ERRORS as error:
        raise StoreFault("unreadable", str(path), str(error)) from error
    return data[: _JOURNAL.start] + _ROLLBACK + data[_JOURNAL.stop :]


def blacked_out(
    data: bytes, path: Path, after: int, texts: Mapping[int, str], events: Sequence[Unsealed]
) -> bytes:
    """Return a record of bytes with other bodies at some positions, and the events that say so.

    Of what stood there no byte is left. `path` is where it lies, `after` its last position.
    Raises StoreFault.
    """
    with contextlib.closing(_held(data, path)) as connection:
        try:
            connection.execute("PRAGMA query_only = OFF")
            connection.execute("PRAGMA secure_delete = ON")
            bring_up_to_date(connection)
            store = SqliteStore(path, connection=connection)
            store.black_out(after, texts, events)
            changed = connection.serialize()
        except SQL_ERRORS as error:
            raise StoreFault("unreadable", str(path), str(error)) from error
    return changed[: _JOURNAL.start] + _ROLLBACK + changed[_JOURNAL.stop :]


def _keep(
    people: People,
    copy: sqlite3.Connection,
    kept: Callable[[Sequence[Person]], Sequence[Person]],
    exports: bool,
) -> None:
    chosen = kept(people.all())
    copy.execute("DELETE FROM people")
    for person in chosen:
        people.keep(person)
    if not exports:
        copy.execute("DELETE FROM exports")


def _held(data: bytes, path: Path) -> sqlite3.Connection:
    held = bytearray(data)
    held[_JOURNAL] = _ROLLBACK
    connection = connected(held)
    try:
        connection.execute("SELECT count(*) FROM events").fetchone()
        connection.execute("PRAGMA query_only = ON")
    except SQL_ERRORS as error:
        connection.close()
        raise StoreFault("unreadable", str(path), str(error)) from error
    return connection
