"""A whole copy of a record in a database: checked there, and gone on with where it grew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tipfloor.store.address import Database
from tipfloor.store.copying import Copy, copy_of
from tipfloor.store.postgres import statements
from tipfloor.store.postgres.beginning import connected, make_tables, new_line, put_rows
from tipfloor.store.postgres.connecting import Bounded
from tipfloor.store.postgres.schema import VERSION
from tipfloor.store.protocol import Made, NotSaved, Person, Row, Shown, Store, StoreFault

SECONDS = 60.0
"""For each statement: a record of years is many rows at once."""


def copy_in(store: Store, database: Database, *, overwrite: bool) -> Copy:
    """Copy a record into a database under the name that the address has.

    With `overwrite` an older copy of the same record is brought up to date, and nothing else: what
    it lacks is appended. All is in one transaction, and is read back and compared before that ends.
    Raises StoreFault; then the database is as it was.
    """
    rows, people = store.read(), store.people()
    _refuse_unfit(store.where, rows, people)
    with connected(database, NotSaved, "not_copied_there") as connection:
        connection.seconds = SECONDS
        make_tables(connection)
        with connection.transaction():
            there = _there(connection, database, overwrite=overwrite)
            _refuse_newer(database, there, rows)
            put_rows(connection, database.record, rows[len(there) :])
            _put_beside(connection, database.record, people, store)
            made = _read(connection, database.record)
            if made != rows:
                words = "the copy reads otherwise than the record"
                raise StoreFault("not_copied_there", str(database), words)
            connection.execute(statements.TOLD, (database.record,))
    return copy_of(made)


def _refuse_newer(database: Database, there: Sequence[Row], rows: Sequence[Row]) -> None:
    """Refuse to go on with what is not an older copy of the same record. Raises StoreFault."""
    if [row.digest for row in there] != [row.digest for row in rows[: len(there)]]:
        raise StoreFault("copy_in_the_way", str(database))
    for copied, row in zip(there, rows, strict=False):
        if copied != row:
            raise StoreFault("copy_blacked_since", str(database), str(row.position))


def _there(connection: Bounded, database: Database, *, overwrite: bool) -> list[Row]:
    """Return the rows that the copy has already, having begun it where it is not there."""
    query = """INSERT INTO tipfloor.records (name, line, version) VALUES (%s, %s, %s)
    ON CONFLICT DO NOTHING"""
    begun = connection.execute(query, (database.record, new_line(), VERSION)).rowcount
    if begun:
        return []
    if not overwrite:
        raise StoreFault("copy_exists", str(database))
    return _read(connection, database.record)


def _read(connection: Bounded, record: str) -> list[Row]:
    found = connection.execute(statements.ROWS, (record, 0, None))
    return [Row._make(row) for row in found]


def _put_beside(connection: Bounded, record: str, people: Iterable[Person], store: Store) -> None:
    """Put the people in, and the notes of files that are not there yet."""
    for person in people:
        connection.execute(statements.KEPT, (record, *person))
    _put_new(connection, record, "exports", Shown, store.all_shown())
    _put_new(connection, record, "files", Made, store.made_since(0))


def _put_new(
    connection: Bounded,
    record: str,
    table: str,
    kind: type[Shown] | type[Made],
    notes: Iterable[Shown | Made],
) -> None:
    columns = ", ".join(kind._fields)
    query = f"SELECT {columns} FROM tipfloor.{table} WHERE record = %s"
    there = set(connection.execute(query, (record,)))
    new = [note for note in dict.fromkeys(notes) if tuple(note) not in there]
    places = ", ".join(["%s"] * (len(kind._fields) + 1))
    query = f"INSERT INTO tipfloor.{table} (record, {columns}) VALUES ({places})"
    with connection.cursor() as cursor:
        cursor.executemany(query, [(record, *note) for note in new])


def _refuse_unfit(where: str, rows: Sequence[Row], people: Iterable[Person]) -> None:
    """Refuse what a database cannot hold as text: the character 0, and damaged UTF-8.

    Raises StoreFault, naming the first row, or the person.
    """
    for row in rows:
        if not _fits(row):
            raise StoreFault("copy_unfit_row", where, str(row.position))
    for person in people:
        if not _fits(person):
            raise StoreFault("copy_unfit_person", where, person.id)


def _fits(values: Iterable[object]) -> bool:
    texts = [value for value in values if isinstance(value, str)]
    try:
        return all("\0" not in text and text.encode() is not None for text in texts)
    except UnicodeEncodeError:
        return False
