"""What is asked of a database; a record is named in each, for there may be several."""

from __future__ import annotations

from functools import cache
from itertools import count
from typing import LiteralString

from tipfloor.store.postgres.schema import CHANNEL, CLOCK_CHANNEL
from tipfloor.store.protocol import Person, Row

COLUMNS = ", ".join(Row._fields)

TYPES = {"position": "bigint", "nth": "bigint", "version": "bigint"}
"""The columns that are whole numbers; all others are texts."""

ROWS = f"""SELECT {COLUMNS} FROM tipfloor.events
WHERE record = %s AND position > %s ORDER BY position LIMIT %s"""

LAST = """SELECT position, digest, at FROM tipfloor.events
WHERE record = %s ORDER BY position DESC LIMIT 1"""

DIGEST = "SELECT digest FROM tipfloor.events WHERE record = %s AND position = %s"

OF_ACT = """SELECT position FROM tipfloor.events
WHERE record = %s AND act <> '' AND act = %s ORDER BY nth"""

FOUND = f"""SELECT {COLUMNS} FROM tipfloor.events
WHERE record = %s AND act <> '' AND act = ANY(%s) ORDER BY position"""
"""The rows of some acts: how it is known whether one whose answer was lost is there."""

PEOPLE = f"""SELECT {", ".join(Person._fields)} FROM tipfloor.people
WHERE record = %s ORDER BY delegation COLLATE "C", name COLLATE "C", id"""

_PATHS = """ SET path = replace(path, kept.name, '…') FROM tipfloor.people kept
WHERE kept.record = %(record)s AND kept.id = %(id)s AND kept.name <> ''
AND noted.record = %(record)s AND strpos(noted.path, kept.name) > 0"""

FORGOTTEN = (
    f"UPDATE tipfloor.exports noted{_PATHS}",
    f"UPDATE tipfloor.files noted{_PATHS}",
    "DELETE FROM tipfloor.people WHERE record = %(record)s AND id = %(id)s",
)
"""Somebody's name goes out of the paths of files too."""

STATE = """SELECT
(SELECT max(position) FROM tipfloor.events WHERE record = %(record)s),
(SELECT md5(string_agg(p::text, '' ORDER BY p.id)) FROM tipfloor.people p
WHERE p.record = %(record)s),
(SELECT count(*) FROM tipfloor.shifts WHERE record = %(record)s)"""
"""By what it is seen that another connection has written: rows, people, shifts of the time."""

NOW = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"

PRESENT = """SELECT application_name FROM pg_stat_activity
WHERE datname = current_database() AND application_name LIKE 'tipfloor %'"""
"""Who is connected, by the names that they gave themselves."""

TIME = """SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
(SELECT coalesce(sum(milliseconds), 0)::bigint FROM tipfloor.shifts WHERE record = %(record)s),
(SELECT count(*) FROM tipfloor.shifts WHERE record = %(record)s)"""

SHIFTED = f"""WITH put AS (
INSERT INTO tipfloor.shifts VALUES (%s, %s, %s) ON CONFLICT DO NOTHING RETURNING record
) SELECT pg_notify('{CLOCK_CHANNEL}', record) FROM put"""

KEPT = f"""INSERT INTO tipfloor.people (record, {", ".join(Person._fields)})
VALUES (%s{", %s" * len(Person._fields)})
ON CONFLICT (record, id) DO UPDATE
SET {", ".join(f"{name} = excluded.{name}" for name in Person._fields[1:])}"""

COPIED = f"COPY tipfloor.events (record, {COLUMNS}) FROM STDIN"

TOLD = f"SELECT pg_notify('{CHANNEL}', %s)"

_TYPED = tuple(TYPES.get(name, "text") for name in Row._fields)


@cache
def appended(rows: int) -> LiteralString:
    """Return what puts so many rows behind the last, if it is still the last, and tells everyone.

    It is one statement: one way to the server and back, and all of it or nothing. It is told the
    record, the position and digest of the last row, and the fields of the rows. Rows are listed
    one by one, which takes the server two thirds of the time that arrays of them do, and what is
    told once for each is sent out once.
    """
    numbers = count(4)
    listed = ", ".join(
        [f"({', '.join([f'${next(numbers)}::{of}' for of in _TYPED])})" for _ in range(rows)]
    )
    return f"""INSERT INTO tipfloor.events (record, {COLUMNS})
SELECT $1::text, told.* FROM (VALUES {listed}) AS told
WHERE ($2::bigint, $3::text) = (
SELECT position, digest FROM tipfloor.events WHERE record = $1 ORDER BY position DESC LIMIT 1)
RETURNING pg_notify('{CHANNEL}', $1)"""
