"""A connection that gives up at a deadline, however the server stands still."""

from __future__ import annotations

import contextlib
import os
import re
import socket
from collections.abc import Generator
from functools import cached_property
from typing import Any

import psycopg
from psycopg.rows import TupleRow

from tipfloor.stopwatch import stopwatch
from tipfloor.store.address import Database
from tipfloor.store.postgres.prepared import Prepared

SECONDS = 1.0
"""How long a server may be silent when it was asked something: by then it stands still."""

CONNECTING = 2
"""Seconds for which one attempt to connect may last; libpq knows no shorter."""


class TookTooLong(psycopg.OperationalError):
    """A statement that was not answered in time; whether it was done is not known."""


class Bounded(psycopg.Connection[TupleRow]):
    """A connection of which every statement ends in time, if only by its socket being shut down.

    Nothing gentler works on a server that stands still: it hears no request to cancel.
    """

    seconds = SECONDS

    @cached_property
    def prepared(self) -> Prepared:
        """What the server keeps prepared for this connection."""
        return Prepared(self)

    def wait(self, gen: Any, *told: Any, **named: Any) -> Any:
        """Wait for an answer as psycopg does, but no longer than the deadline."""
        try:
            return super().wait(_within(gen, self.seconds), *told, **named)
        except TookTooLong:
            self.cut()
            raise

    def cut(self) -> None:
        """Shut the socket down and let the connection go, without a word to the server."""
        with (
            contextlib.suppress(OSError, psycopg.Error),
            socket.socket(fileno=os.dup(self.fileno())) as line,
        ):
            line.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(psycopg.Error):
            self.close()


def connect(database: Database, name: str, *, read_only: bool = False) -> Bounded:
    """Connect to a database; `name` is what its administrator sees the connection as.

    What is acknowledged is on disk, even where the server is told otherwise for others.
    Raises psycopg.Error.
    """
    told: dict[str, Any] = {"connect_timeout": CONNECTING, "gssencmode": "disable"}
    told |= {"application_name": name, "client_encoding": "utf8"}
    told |= dict(database.parameters) | dict(database.secrets)
    connection = Bounded.connect(autocommit=True, **told)
    try:
        query = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting("
        connection.execute(query + "'synchronous_commit') IN ('off', 'local')")
        if read_only:
            connection.execute("SET default_transaction_read_only = on")
    except BaseException:
        connection.cut()
        raise
    return connection


def fault_of(error: psycopg.Error, database: Database, otherwise: str) -> tuple[str, str]:
    """Return the code of what a database raised and its own words, without what is secret."""
    words = database.hiding(" ".join(str(error).split()))
    if isinstance(error, psycopg.DataError):
        return "unfit_text", words
    if error.sqlstate is None:
        told = (code for said, code in _AT_THE_DOOR.items() if re.search(said, words))
        otherwise = next(told, otherwise)
    return _CODES.get(error.sqlstate or "", otherwise), words


_CODES = {
    "3F000": "no_schema",
    "42P01": "no_schema",
    "42501": "no_right",
    "25006": "only_read_there",
    "28P01": "not_let_in",
    "28000": "not_let_in",
    "3D000": "no_database",
}
"""What the states of SQL say that somebody can do something about."""


_AT_THE_DOOR = {
    "password authentication failed": "not_let_in",
    "no password supplied": "not_let_in",
    "no pg_hba.conf entry": "not_let_in",
    'FATAL: role ".+" (does not exist|is not permitted)': "not_let_in",
    'FATAL: database ".+" does not exist': "no_database",
}
"""What a server says that lets nobody in: libpq keeps no state of SQL of an attempt to connect.

In another language than English it is taken for a server that does not answer, in its own words.
"""


def is_gone(connection: psycopg.Connection[TupleRow], error: psycopg.Error) -> bool:
    """Tell whether an error came with the end of the connection, so that nothing is known."""
    return connection.closed or isinstance(error, TookTooLong)


def _within(gen: Generator[Any, Any, Any], seconds: float) -> Generator[Any, Any, Any]:
    """Go on with what waits for the server as long as it is never silent for so many seconds."""
    end = stopwatch() + seconds
    ready: Any = None
    while True:
        try:
            wants = gen.send(ready)
        except StopIteration as done:
            return done.value
        ready = yield wants
        now = stopwatch()
        if ready:
            end = now + seconds
        elif now >= end:
            raise TookTooLong("no answer")
