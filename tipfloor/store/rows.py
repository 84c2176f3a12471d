"""The rows of a record: asked for in whichever form it keeps them, inserted in the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from tipfloor.store.protocol import Row
from tipfloor.store.schema import version_of

ROW = ", ".join(Row._fields)
"""The columns of a row, as they stand in a record of the present schema."""

FORMER_ROW = "position, '', 0, '', '', kind, version, body, '', '', digest"
"""The same in a record that was never written to since, and is only read."""


NUMBERS = ("position", "nth", "version")
"""The columns that are whole numbers; all others are texts."""

TYPES = tuple(int if name in NUMBERS else str for name in Row._fields)

NO_NUMBER, NO_TEXT = -1, "\ufffd"
"""What stands for a value of another type, which only damage leaves: no row that was written has
it there, so that its digest tells."""


def rows_of(connection: sqlite3.Connection, after: int = 0) -> Iterator[Row]:
    """Give the rows behind a position in the form that the record has as they are read.

    Sound text is read by SQLite itself, which is quicker; from the first that is not on, each by
    `text_of`.
    """
    connection.text_factory = str
    try:
        for row in _asked(connection, after):
            after = max(after, row.position)
            yield row
    except (sqlite3.OperationalError, UnicodeDecodeError) as error:
        if "decode" not in str(error):
            raise
        connection.text_factory = text_of
        yield from _asked(connection, after)
    finally:
        connection.text_factory = text_of


_row_of: Callable[[tuple[Any, ...]], Row] = partial(tuple.__new__, Row)
"""A row of its values; what Row itself does in twice the time."""


def read_rows(connection: sqlite3.Connection, after: int = 0) -> list[Row]:
    """Return the rows behind a position at once, in half the time of one by one."""
    try:
        connection.text_factory = str
        return list(_asked(connection, after))
    except (sqlite3.OperationalError, UnicodeDecodeError) as error:
        if "decode" not in str(error):
            raise
        connection.text_factory = text_of
        return list(_asked(connection, after))
    finally:
        connection.text_factory = text_of


def _asked(connection: sqlite3.Connection, after: int) -> Iterator[Row]:
    while True:
        version = version_of(connection)
        kept = ROW if version > 2 else FORMER_ROW
        query = f"SELECT {kept} FROM events WHERE position > ? ORDER BY position"
        found = connection.execute(query, (after,))
        # Another process may bring the record up to date; the rows asked for hold still now.
        if version_of(connection) == version:
            return map(_row, found)


def _row(values: tuple[object, ...]) -> Row:
    if tuple(map(type, values)) == TYPES:
        return _row_of(values)
    stand_ins = {int: NO_NUMBER, str: NO_TEXT}
    pairs = zip(values, TYPES, strict=True)
    return Row._make(value if type(value) is kind else stand_ins[kind] for value, kind in pairs)


def text_of(stored: bytes) -> str:
    """Read text that may be damaged, so that the digest can tell where."""
    return stored.decode("utf-8", "surrogateescape")


def insert(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
    """Insert rows that are chained, in a transaction that is on."""
    places = ", ".join("?" * len(Row._fields))
    connection.executemany(f"INSERT INTO events VALUES ({places})", rows)
