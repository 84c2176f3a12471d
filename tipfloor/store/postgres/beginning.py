"""Records in a database: those that there are, and beginning one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence

import psycopg
from psycopg.errors import UniqueViolation

from tipfloor.store.address import Database
from tipfloor.store.chain import chained
from tipfloor.store.postgres import statements
from tipfloor.store.postgres.clock import Machine, SharedClock, exchanged
from tipfloor.store.postgres.connecting import Bounded, connect, fault_of, is_gone
from tipfloor.store.postgres.listening import FIRST_EXCHANGES, time_at
from tipfloor.store.postgres.schema import STATEMENTS, VERSION
from tipfloor.store.protocol import (
    FIRST_DIGEST,
    Away,
    NotSaved,
    Row,
    StoreFault,
    TimeLine,
    Unsealed,
)

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Those of the name of a record's clock: none is taken for another."""

WAITS_FOR_LOCK = "SET LOCAL lock_timeout = '1s'"
"""Else whoever only reads could hold the making of tables up for as long as he likes."""


def names_in(database: Database) -> list[str]:
    """Return the names of the records in a database, in order; none where it has no tables yet.

    Raises StoreFault.
    """
    with connected(database, StoreFault, "unreadable", read_only=True) as connection:
        if not _is_made(connection):
            return []
        query = "SELECT name FROM tipfloor.records ORDER BY name"
        return [str(name) for (name,) in connection.execute(query)]


def present_at(database: Database) -> set[str]:
    """Return the names of those who are connected to a database, as they are in records.

    Raises StoreFault.
    """
    with connected(database, StoreFault, "unreadable", read_only=True) as connection:
        found = connection.execute(statements.PRESENT).fetchall()
    return {str(name).removeprefix("tipfloor ") for (name,) in found}


def begin(
    database: Database,
    events: Callable[[TimeLine], Sequence[Unsealed]],
    machine: Callable[[], Machine],
) -> bool:
    """Begin a record with events told on its own time line; False where there is one of the name.

    Where the database has no tables yet they are made, which its owner alone may. Raises NotSaved.
    """
    with connected(database, NotSaved, "not_created") as connection:
        make_tables(connection)
        line = new_line()
        rows = chained(FIRST_DIGEST, 0, events(_measured(connection, line, machine)))
        return _put_record(connection, database.record, line, rows)


def new_line() -> str:
    """Return a name for the clock of a new record."""
    import secrets  # for whoever begins one

    return "pg-" + "".join(secrets.choice(LETTERS) for _ in range(8))


def _put_record(connection: Bounded, record: str, line: str, rows: Sequence[Row]) -> bool:
    """Put a record with its rows into a database, all of it; False where the name is taken."""
    try:
        with connection.transaction():
            query = "INSERT INTO tipfloor.records (name, line, version) VALUES (%s, %s, %s)"
            connection.execute(query, (record, line, VERSION))
            put_rows(connection, record, rows)
    except UniqueViolation:
        return False
    return True


def put_rows(connection: Bounded, record: str, rows: Sequence[Row]) -> None:
    """Put many rows into a record as they are, in a transaction that is on."""
    with connection.cursor() as cursor, cursor.copy(statements.COPIED) as copied:
        for row in rows:
            copied.write_row((record, *row))


def make_tables(connection: Bounded) -> None:
    """Make the tables of records where there are none. Raises psycopg.Error."""
    if _is_made(connection):
        return
    others_came_first = psycopg.errors.DuplicateSchema, UniqueViolation
    with contextlib.suppress(*others_came_first), connection.transaction():
        connection.execute(WAITS_FOR_LOCK)
        for statement in STATEMENTS:
            connection.execute(statement)


def _is_made(connection: Bounded) -> bool:
    query = "SELECT to_regclass('tipfloor.records') IS NOT NULL"
    return connection.execute(query).fetchone() == (True,)


def _measured(connection: Bounded, line: str, machine: Callable[[], Machine]) -> TimeLine:
    clock = SharedClock(line)
    for _ in range(FIRST_EXCHANGES):
        clock.heard(exchanged(lambda: time_at(connection, ""), machine))
    assert clock.line is not None
    return clock.line


@contextlib.contextmanager
def connected(
    database: Database, fault: type[StoreFault], code: str, *, read_only: bool = False
) -> Iterator[Bounded]:
    """Give a connection for a moment. Raises StoreFault."""
    connection: Bounded | None = None
    try:
        connection = connect(database, "tipfloor", read_only=read_only)
        yield connection
    except psycopg.Error as error:
        known, words = fault_of(error, database, code)
        if connection is None or is_gone(connection, error):
            known = "away" if known == code else known
            raise (Away if known == "away" else fault)(known, str(database), words) from error
        raise fault(known, str(database), words) from error
    finally:
        if connection is not None:
            connection.cut()
