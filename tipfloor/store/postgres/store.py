"""A record in PostgreSQL, open for one process of several, on whatever machines they are."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, LiteralString

import psycopg
from psycopg.errors import UniqueViolation

from tipfloor.store.address import Database
from tipfloor.store.chain import chained
from tipfloor.store.postgres import statements
from tipfloor.store.postgres.clock import Machine
from tipfloor.store.postgres.connecting import Bounded, connect, fault_of, is_gone
from tipfloor.store.postgres.listening import Listener
from tipfloor.store.protocol import (
    FIRST_DIGEST,
    Away,
    Made,
    Moved,
    NotBlackedOut,
    NotErased,
    NotSaved,
    Person,
    Row,
    Shown,
    StoreFault,
    TimeLine,
    Unanswered,
    Unsealed,
)

AT_ONCE = 5_000
"""Rows that are fetched in one piece."""

ERASED: tuple[LiteralString, ...] = ("events", "people", "exports", "files")
"""The tables in which names and typed texts stand. They are written anew together: the note that
something was erased does not say in which of them."""

ERASING = 30.0
"""Seconds that a table may take to be written anew without what was erased."""


class PostgresStore:
    """One connection that asks and writes, and another that listens once somebody wants to hear.

    `by` is what the database's administrator sees both as; `machine` reads this machine's clocks.
    """

    def __init__(
        self,
        database: Database,
        machine: Callable[[], Machine],
        *,
        read_only: bool = False,
        by: str = "tipfloor",
    ) -> None:
        self._database, self._read_only, self._by = database, read_only, by
        self._known: tuple[int, str] = (0, FIRST_DIGEST)
        self._unsure = False  # whether an append was sent whose answer was lost
        self._connection: Bounded | None = None
        self._listener = Listener(self.opened, database.record, machine, read_only=read_only)
        try:
            with self._asking(StoreFault, "unreadable") as connection:
                self._listener.learn(connection)
                self._seen = self._state(connection)
            if not read_only:
                self._finish_erasing()
        except BaseException:
            self.close()
            raise

    @property
    def where(self) -> str:
        """The address of the record, without what is secret."""
        return str(self._database)

    def opened(self) -> Bounded:
        """Return a new connection to the database. Raises psycopg.Error."""
        return connect(self._database, self._by, read_only=self._read_only)

    def be_patient(self, seconds: float) -> None:
        """Keep to the deadline: nobody holds a record in a database for long."""

    def read(self, after: int = 0) -> list[Row]:
        """Return the rows after a position, in order."""
        return list(self.rows(after))

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Give the rows after a position in order, piece by piece."""
        while True:
            told = (self._database.record, after, AT_ONCE)
            found = [Row._make(row) for row in self._fetched(statements.ROWS, told)]
            self._know(found)
            yield from found
            if len(found) < AT_ONCE:
                return
            after = found[-1].position

    def positions_of(self, act: str) -> list[int]:
        """Return the positions of the rows of an act."""
        found = self._fetched(statements.OF_ACT, (self._database.record, act))
        return [int(position) for (position,) in found]

    def time_line(self) -> TimeLine | None:
        """Return the time of the database as it was last measured; nobody waits for it here."""
        return self._listener.line

    def append(self, after: int, events: Sequence[Unsealed]) -> list[Row]:
        """Append events behind position `after` in one statement that its server has on disk.

        Where its answer was lost, the next call looks for its act before anything is sent again.
        """
        if self._unsure or not self._is_last(after):
            with self._asking(NotSaved, "not_saved_there") as connection:
                if found := self._found(connection, events):
                    return found
                self._look_for_last(connection, after)
        rows = chained(self._known[1], after, events)
        self._put(rows)
        self._know(rows)
        self._seen = (rows[-1].position, *self._seen[1:])
        return rows

    def black_out(self, after: int, texts: Mapping[int, str], events: Sequence[Unsealed]) -> None:
        """Put bodies in place of others and append the events that say so, in one transaction.

        Then write the table anew. Backups, replicas and archived logs of the server keep the text.
        """
        with self._asking(NotSaved, "not_blacked_out") as connection:
            self._look_for_last(connection, after)
            rows = chained(self._known[1], after, events)
            try:
                with connection.transaction():
                    if not self._inserted(connection, rows):
                        raise Moved
                    self._blacken(connection, texts)
            except UniqueViolation:
                raise Moved from None
            except psycopg.errors.RaiseException as refused:
                raise NotBlackedOut from refused
        with self._asking(NotErased, "not_erased_text"):
            self._erase()

    def note_made(self, made: Made) -> None:
        """Note that a file was made of the record."""
        query = "INSERT INTO tipfloor.files (record, at, path, position, form)"
        self._change(query + " VALUES (%s, %s, %s, %s, %s)", made)

    def made_since(self, position: int) -> list[Made]:
        """Return the files that were made of a position or later ones."""
        query = """SELECT at, path, position, form FROM tipfloor.files
        WHERE record = %s AND position >= %s ORDER BY id"""
        return [Made._make(row) for row in self._fetched(query, (self._database.record, position))]

    def changed(self) -> bool:
        """Tell whether another connection may have written; what listens knows without asking.

        Raises Away where the database does not answer.
        """
        if self._listener.listens:
            self._listener.raise_if_away(self.where)
            return self._listener.rang()
        with self._asking(StoreFault, "unreadable") as connection:
            seen, self._seen = self._seen, self._state(connection)
            self._listener.keep_level(connection, at_once=seen[-1] != self._seen[-1])
        return seen != self._seen

    def doorbell(self, ring: Callable[[], None]) -> bool:
        """Listen on a connection and a thread of their own; a standby refuses, and is asked."""
        self._listener.begin(ring)
        return True

    def people(self) -> list[Person]:
        """Return everyone whose name is kept apart from the log."""
        told = (self._database.record,)
        return [Person._make(row) for row in self._fetched(statements.PEOPLE, told)]

    def keep_person(self, person: Person) -> None:
        """Keep a person's name, office and consent, in place of what was kept before."""
        self._change(statements.KEPT, person, tell=True)

    def forget_person(self, person: str) -> None:
        """Erase a person for good, which only the owner of the tables may.

        Backups, replicas and archived logs of the server keep the name.
        """
        with self._asking(NotSaved, "not_forgotten") as connection, connection.transaction():
            self._note_erasing(connection, 0)
            for query in statements.FORGOTTEN:
                connection.execute(query, {"record": self._database.record, "id": person})
            connection.execute(statements.TOLD, (self._database.record,))
        with self._asking(NotErased, "not_erased"):
            self._erase()

    def shown_in(self, person: str) -> list[Shown]:
        """Return the exports that showed a person."""
        query = """SELECT at, path, person FROM tipfloor.exports
        WHERE record = %s AND person = %s ORDER BY id"""
        return [Shown._make(row) for row in self._fetched(query, (self._database.record, person))]

    def all_shown(self) -> list[Shown]:
        """Return every export that showed somebody."""
        query = "SELECT at, path, person FROM tipfloor.exports WHERE record = %s ORDER BY id"
        return [Shown._make(row) for row in self._fetched(query, (self._database.record,))]

    def note_shown(self, shown: Shown) -> None:
        """Note that an export showed a person."""
        query = "INSERT INTO tipfloor.exports (record, at, path, person) VALUES (%s, %s, %s, %s)"
        self._change(query, shown)

    def fold_log(self) -> None:
        """Do nothing: the server keeps its log by itself."""

    def put_back(self) -> None:
        """Refuse: what was taken from a database is put back by its administrator."""
        raise NotSaved("not_deleted", self.where)

    def close(self) -> None:
        """Let both connections go."""
        self._listener.end()
        if self._connection is not None:
            self._connection.cut()

    # Appending.

    def _found(self, connection: Bounded, events: Sequence[Unsealed]) -> list[Row]:
        """Return the rows of acts that were sent before and are there, none where they are not."""
        if not self._unsure:
            return []
        acts = list({event.act for event in events})
        told = (self._database.record, acts)
        rows = [Row._make(row) for row in connection.execute(statements.FOUND, told)]
        same = [(row.act, row.nth) for row in rows] == [(one.act, one.nth) for one in events]
        if not same or not acts[0]:
            return []
        self._unsure = False
        self._know(rows)
        return rows

    def _is_last(self, after: int) -> bool:
        """Tell whether the last row is at a position, as far as it is known here."""
        return self._known[0] == after > 0

    def _look_for_last(self, connection: Bounded, after: int) -> None:
        """See which row is the last, unless that is known. Raises Moved where others are behind."""
        if self._is_last(after):
            return
        position, digest, _ = self._last(connection)
        if position != after or not after:
            raise Moved
        self._known = position, digest

    def _put(self, rows: Sequence[Row]) -> None:
        """Insert rows; what becomes of them where the answer is lost is not known. Raises Moved."""
        connection = self._connected()
        try:
            put = self._inserted(connection, rows)
        except UniqueViolation:
            raise Moved from None
        except psycopg.Error as error:
            if is_gone(connection, error):
                self._unsure = True
                raise Unanswered("unanswered", self.where, rows[-1].act) from error
            code, words = fault_of(error, self._database, "not_saved_there")
            raise NotSaved(code, self.where, words) from error
        except UnicodeError as error:
            raise NotSaved("unfit_text", self.where, str(error)) from error
        if not put:
            raise Moved
        self._unsure = False

    def _inserted(self, connection: Bounded, rows: Sequence[Row]) -> bool:
        told = (self._database.record, rows[0].position - 1, self._known[1])
        statement = statements.appended(len(rows))
        return connection.prepared.done(statement, (*told, *chain.from_iterable(rows))) == len(rows)

    def _last(self, connection: Bounded) -> tuple[int, str, str]:
        found = connection.execute(statements.LAST, (self._database.record,)).fetchone()
        position, digest, at = found or (0, FIRST_DIGEST, "")
        return int(position), str(digest), str(at)

    def _know(self, rows: Sequence[Row]) -> None:
        if rows and rows[-1].position >= self._known[0]:
            self._known = rows[-1].position, rows[-1].digest

    # Erasing.

    def _blacken(self, connection: Bounded, texts: Mapping[int, str]) -> None:
        query = """UPDATE tipfloor.events SET body = %s, salt = ''
        WHERE record = %s AND position = %s"""
        for position, body in texts.items():
            self._note_erasing(connection, position)
            told = (body, self._database.record, position)
            if connection.execute(query, told).rowcount != 1:
                raise NotBlackedOut

    def _note_erasing(self, connection: Bounded, position: int) -> None:
        """Note that bytes of a row, or of somebody where it is 0, may be in the tables still."""
        query = "INSERT INTO tipfloor.blacking_out VALUES (%s, %s) ON CONFLICT DO NOTHING"
        connection.execute(query, (self._database.record, position))

    def _erase(self) -> None:
        """Write the tables anew, so that no byte is left in them of what was erased.

        They are held against everybody meanwhile, so it is given up where others hold them.
        """
        connection = self._connected()
        connection.seconds, usual = ERASING, connection.seconds
        try:
            connection.execute("SET lock_timeout = '1s'")
            for table in ERASED:
                connection.execute(f"VACUUM (FULL) tipfloor.{table}")
            gone = "DELETE FROM tipfloor.blacking_out WHERE record = %s"
            connection.execute(gone, (self._database.record,))
        finally:
            connection.seconds = usual

    def _finish_erasing(self) -> None:
        """Erase what an earlier process could only hide, where this one may."""
        query = "SELECT FROM tipfloor.blacking_out WHERE record = %s LIMIT 1"
        if self._fetched(query, (self._database.record,)):
            with contextlib.suppress(psycopg.Error):
                self._erase()

    # Asking.

    def _state(self, connection: Bounded) -> tuple[Any, ...]:
        told = {"record": self._database.record}
        return connection.execute(statements.STATE, told).fetchone() or (None, None, 0)

    def _fetched(self, query: LiteralString, told: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._asking(StoreFault, "unreadable") as connection:
            return connection.execute(query, told).fetchall()

    def _change(self, query: LiteralString, told: Sequence[object], *, tell: bool = False) -> None:
        """Change what is kept beside the rows of the record."""
        record = self._database.record
        with self._asking(NotSaved, "not_saved_there") as connection, connection.transaction():
            connection.execute(query, (record, *told))
            if tell:
                connection.execute(statements.TOLD, (record,))

    @contextlib.contextmanager
    def _asking(self, fault: type[StoreFault], code: str) -> Iterator[Bounded]:
        """Give the connection, and say in the words of the store what becomes of it."""
        connection = self._connected()
        try:
            yield connection
        except psycopg.Error as error:
            known, words = fault_of(error, self._database, code)
            if is_gone(connection, error):
                connection.cut()
                raise Away("away", self.where, words) from error
            raise fault(known, self.where, words) from error
        except UnicodeError as error:
            raise fault("unfit_text", self.where, str(error)) from error

    def _connected(self) -> Bounded:
        """Return the connection, made anew where it was lost. Raises StoreFault.

        Nothing is tried while what listens knows that the database is away.
        """
        if self._connection is not None and not self._connection.closed:
            return self._connection
        self._listener.raise_if_away(self.where)
        try:
            connection = self.opened()
            self._recognize(connection)
        except psycopg.Error as error:
            code, words = fault_of(error, self._database, "away")
            kind = Away if code == "away" else StoreFault
            raise kind(code, self.where, words) from error
        self._connection = connection
        return connection

    def _recognize(self, connection: Bounded) -> None:
        """See that a database which came back has the record as it is known here."""
        position, digest = self._known
        if not position:
            return
        told = (self._database.record, position)
        found = connection.execute(statements.DIGEST, told).fetchone()
        if found != (digest,):
            connection.cut()
            code = "shorter" if found is None else "replaced"
            raise StoreFault(code, self.where, str(position))
