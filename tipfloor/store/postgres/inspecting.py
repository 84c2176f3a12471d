"""What a database of records is like, seen the evening before; nothing in it is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tipfloor.stopwatch import stopwatch
from tipfloor.store.address import Database
from tipfloor.store.postgres import statements
from tipfloor.store.postgres.beginning import connected
from tipfloor.store.postgres.clock import Machine, Told, exchanged
from tipfloor.store.postgres.connecting import Bounded
from tipfloor.store.postgres.listening import FIRST_EXCHANGES
from tipfloor.store.protocol import StoreFault

HEARS_WITHIN = 1.0
"""Seconds in which a notice comes, if it comes at all."""

TRIED = "tipfloor_ready"
"""The channel on which that is tried: no record is told of on it."""

SERVER = """SELECT current_setting('server_version'), current_user::text,
pg_is_in_recovery(), pg_notification_queue_usage(),
coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false),
inet_server_addr() IS NOT NULL AND NOT inet_server_addr() <<= inet '127.0.0.0/8'
AND inet_server_addr() <> inet '::1',
current_setting('max_connections')::int - (SELECT count(*) FROM pg_stat_activity)::int,
array_remove(ARRAY[CASE WHEN current_setting('fsync') = 'off' THEN 'fsync' END,
CASE WHEN current_setting('full_page_writes') = 'off' THEN 'full_page_writes' END], NULL)"""

RIGHTS = """SELECT has_schema_privilege('tipfloor', 'USAGE')
AND has_table_privilege('tipfloor.events', 'SELECT'),
has_table_privilege('tipfloor.events', 'INSERT'),
pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'tipfloor.events'::regclass), 'USAGE')"""

IS_MADE = """SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'tipfloor' AND c.relname = 'events'"""


class Seen(NamedTuple):
    """A server, its line to this machine and what this role may do in a database.

    `trip` is one way there and back in ms. `far` is a line over a network, `queue` how full its
    notices are from 0 to 1, `free` connections, `unsafe` the settings that may lose acts.
    `may` is own, append, read, nothing, or begin where there are no tables yet. `offset` of its
    clock and `bound` of that are in ms; `heard` is how long a notice took, None where none came.
    """

    version: str
    role: str
    standby: bool
    queue: float
    encrypted: bool
    far: bool
    free: int
    unsafe: list[str]
    may: str
    trip: float
    offset: int
    bound: int
    heard: float | None


def inspect(database: Database, machine: Callable[[], Machine]) -> Seen:
    """Look at a database and its server. Raises StoreFault."""
    with connected(database, StoreFault, "unreadable", read_only=True) as connection:
        began = stopwatch()
        found = connection.execute(SERVER).fetchone()
        trip = (stopwatch() - began) * 1000
        assert found is not None
        heard = None if found[2] else _heard(connection, database)
        offset, bound = _clock(connection, machine)
        return Seen._make([*found, _may(connection), round(trip, 1), offset, bound, heard])


def _may(connection: Bounded) -> str:
    """Return what this role may do with the records of the database."""
    if not connection.execute(IS_MADE).fetchall():
        query = "SELECT has_database_privilege(current_database(), 'CREATE')"
        return "begin" if connection.execute(query).fetchone() == (True,) else "nothing_yet"
    read, append, own = connection.execute(RIGHTS).fetchone() or (False, False, False)
    if own:
        return "own"
    return ("append" if append else "read") if read else "nothing"


def _clock(connection: Bounded, machine: Callable[[], Machine]) -> tuple[int, int]:
    """Return by how much the database's clock is ahead of this machine's, and the bound, in ms."""

    def ask() -> Told:
        (utc,) = connection.execute(statements.NOW).fetchone() or (0,)
        return Told(int(utc), 0, 0)

    exchanges = [exchanged(ask, machine) for _ in range(FIRST_EXCHANGES)]
    best = min(exchanges, key=lambda one: one.bound)
    return best.told.utc - best.machine.utc, best.bound


def _heard(connection: Bounded, database: Database) -> float | None:
    """Return after how many ms a notice came that this role sent, None where none did.

    Behind a pooler in transaction mode LISTEN is answered, and nothing is ever heard.
    """
    with connected(database, StoreFault, "unreadable", read_only=True) as other:
        connection.execute(f"LISTEN {TRIED}")
        began = stopwatch()
        other.execute("SELECT pg_notify(%s, '')", (TRIED,))
        connection.seconds, usual = 2 * HEARS_WITHIN, connection.seconds
        came = [*connection.notifies(timeout=HEARS_WITHIN, stop_after=1)]
        connection.seconds = usual
        took = (stopwatch() - began) * 1000
        connection.execute(f"UNLISTEN {TRIED}")
    return round(took, 1) if came else None
