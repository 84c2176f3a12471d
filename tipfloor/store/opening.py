"""Opening a record's file: what it must be by its first bytes, and a connection to it."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

from tipfloor.store import schema
from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.held import reading
from tipfloor.store.leftovers import refuse_strange
from tipfloor.store.protocol import NotARecord, RecordNewer, StoreFault
from tipfloor.store.rows import text_of

APPLICATION_ID = 0x7469_7066
"""The bytes "tipf", at offset 68 of the file, by which a record is known."""

BUSY_SECONDS = 2.0
"""How long a command waits for another writer; a desk, which shows that it waits, looks sooner."""


def check_header(path: Path) -> None:
    """Refuse a file that is no record, or a later one, by its first 100 bytes alone.

    Raises StoreFault, NotARecord or RecordNewer; never writes.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotARecord("not_a_file", str(path))
        with reading(path) as file:
            head = file.read(100)
    except OSError as error:
        raise StoreFault("unreadable", str(path), error.strerror or str(error)) from error
    check_head(head, path)


def schema_of(data: bytes) -> int:
    """Return the schema of a record, by its first 100 bytes."""
    return int.from_bytes(data[60:64], "big")


def check_head(head: bytes, path: Path) -> None:
    """Refuse the first 100 bytes of what is no record, or a later one; `path` is where it lies.

    Raises NotARecord or RecordNewer.
    """
    if not head:
        raise NotARecord("empty", str(path))
    if head[:16] != b"SQLite format 3\0" or len(head) < 100:
        raise NotARecord("not_a_record", str(path))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotARecord("not_a_record", str(path))
    if schema_of(head) > schema.VERSION:
        raise RecordNewer("newer", str(path))


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open a record's file; read-only, no byte of it is changed. Raises StoreFault."""
    check_header(path)
    refuse_strange(path)
    uri = path.absolute().as_uri()
    modes = ["mode=ro"] if read_only else ["mode=rw"]
    if read_only and not path.with_name(f"{path.name}-wal").exists():
        # On a read-only medium SQLite cannot make its shared memory; with no log beside the
        # file, nobody writes, and the file alone is the whole record.
        modes.append("immutable=1")
    failure = "cannot be opened"
    for mode in modes:
        try:
            connection = opened(f"{uri}?{mode}")
            _prepare(connection, read_only)
            return connection
        except SQL_ERRORS as error:
            failure = str(error)
    raise StoreFault("unreadable", str(path), failure)


def opened(uri: str) -> sqlite3.Connection:
    """Open a connection that commits by itself and reads text that may be damaged."""
    # A desk hands its record over to a thread of its own, which is then the only one to use it.
    connection = sqlite3.connect(
        uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.text_factory = text_of
    return connection


def _prepare(connection: sqlite3.Connection, read_only: bool) -> None:
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    schema.bring_up_to_date(connection)
