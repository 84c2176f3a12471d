"""Statements that a server keeps prepared: what an act waits for is made ready in no time."""

from __future__ import annotations

from collections.abc import Iterable

import psycopg
from psycopg import generators
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult
from psycopg.rows import TupleRow

DONE = (ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK)


class Prepared:
    """The prepared statements of a connection, which it forgets with its end.

    A cursor of psycopg prepares them too, but takes longer to be told its values than the server
    takes to insert a row.
    """

    def __init__(self, connection: psycopg.Connection[TupleRow]) -> None:
        self._connection = connection
        self._names = dict[str, bytes]()

    def done(self, statement: str, values: Iterable[object]) -> int:
        """Do a statement, its numbered values told as texts; return how many rows it wrote.

        Raises psycopg.Error, and UnicodeError for half a character.
        """
        texts = [None if value is None else str(value).encode() for value in values]
        if b"\0" in b"".join(filter(None, texts)):
            raise psycopg.DataError("a text with a NUL")
        with self._connection.lock:
            name = self._names.get(statement) or self._prepare(statement)
            self._connection.pgconn.send_query_prepared(name, texts)
            return self._answer().command_tuples or 0

    def _prepare(self, statement: str) -> bytes:
        name = f"tipfloor_{len(self._names)}".encode()
        self._connection.pgconn.send_prepare(name, statement.encode())
        self._answer()
        self._names[statement] = name
        return name

    def _answer(self) -> PGresult:
        """Wait for the answer to what was sent, which is one. Raises psycopg.Error."""
        found: list[PGresult] = self._connection.wait(generators.execute(self._connection.pgconn))
        if found[0].status not in DONE:
            encoding = self._connection.info.encoding
            raise psycopg.errors.error_from_result(found[0], encoding=encoding)
        return found[0]
