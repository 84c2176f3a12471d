"""The record as one SQLite file: WAL, every commit synced, append-only by trigger."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tipfloor.store import schema
from tipfloor.store.blacking import Blacking
from tipfloor.store.chain import chained
from tipfloor.store.doorbell import Unhook, hung, pull
from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.opening import BUSY_SECONDS, connect
from tipfloor.store.people import People
from tipfloor.store.place import Known, Place
from tipfloor.store.protocol import (
    FIRST_DIGEST,
    Made,
    Moved,
    NotErased,
    NotSaved,
    Person,
    Row,
    Shown,
    StoreFault,
    TimeLine,
    Unsealed,
)
from tipfloor.store.rows import insert, read_rows, rows_of
from tipfloor.store.transaction import transaction

TOLD = "act != '' AND act = ?"
"""The rows of an act, in the words by which SQLite knows that their index holds them."""


class SqliteStore:
    """A record open in one SQLite connection; `read_only` promises to write nothing."""

    _unhook: Unhook | None = None

    def __init__(
        self, path: Path, *, read_only: bool = False, connection: sqlite3.Connection | None = None
    ) -> None:
        self._path, self._read_only = path, read_only
        self._known: Known | None = None
        self._patience = BUSY_SECONDS
        self._use(connection or connect(path, read_only=read_only))
        self._place = None if connection else Place(path, log=not read_only)
        self._seen: int | None = self._data_version()
        if not read_only:
            self._finish_erasing()

    @property
    def where(self) -> str:
        """The path of the file."""
        return str(self._path)

    def be_patient(self, seconds: float) -> None:
        """Let SQLite wait so long for the lock of another connection."""
        self._patience = seconds
        self._use(self._connection)

    def read(self, after: int = 0) -> list[Row]:
        """Return the rows after a position, in order."""
        with self._faults(StoreFault, "unreadable"):
            rows = read_rows(self._connection, after)
        self._know(rows)
        return rows

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Give the rows after a position in order, one at a time."""
        return self._rows(after)

    def positions_of(self, act: str) -> list[int]:
        """Return the positions of the rows of an act."""
        if schema.version_of(self._connection) < 3:
            return []
        query = f"SELECT position FROM events WHERE {TOLD} ORDER BY nth"
        with self._faults(StoreFault, "unreadable"):
            return [position for (position,) in self._connection.execute(query, (act,))]

    def time_line(self) -> TimeLine | None:
        """Return None: a file has the time of the machine that it lies on."""
        return None

    def append(self, after: int, events: Sequence[Unsealed]) -> list[Row]:
        """Append events behind position `after` in one transaction, synced before it returns.

        What went into a file that no longer lies in its place by then is not saved.
        """
        self._find_in_place(NotSaved)
        with self._faults(NotSaved, "not_saved"), transaction(self._connection):
            rows = self._put(after, events)
        self._find_in_place(NotSaved, committed=True)
        self._know(rows)
        pull(self._path)
        return rows

    def black_out(self, after: int, texts: Mapping[int, str], events: Sequence[Unsealed]) -> None:
        """Put bodies in place of others and append the events that say so, in one transaction.

        Then erase what was there, from free pages and the write-ahead log too.
        """
        with self._faults(NotSaved, "not_blacked_out"), transaction(self._connection):
            self._put(after, events)
            self._blacking.put(texts)
        with self._faults(NotErased, "not_erased_text"):
            self._erase()

    def note_made(self, made: Made) -> None:
        """Note that a file was made of the record."""
        with self._faults(NotSaved, "not_saved"):
            self._blacking.note_made(made)

    def made_since(self, position: int) -> list[Made]:
        """Return the files that were made of a position or later ones."""
        with self._faults(StoreFault, "unreadable"):
            return self._blacking.made_since(position)

    def changed(self) -> bool:
        """Ask SQLite's data version, which another connection's commit changes.

        Raises StoreFault where the record does not lie in its place any more.
        """
        self._find_in_place(StoreFault)
        seen, self._seen = self._seen, self._data_version()
        return seen != self._seen

    def doorbell(self, ring: Callable[[], None]) -> bool:
        """Listen to what happens to the file and its log, where the system tells of that."""
        self._unhook = hung(self._path, ring) if self._place else None
        return self._unhook is not None

    def people(self) -> list[Person]:
        """Return everyone whose name is kept apart from the log."""
        with self._faults(StoreFault, "unreadable"):
            return self._people.all()

    def keep_person(self, person: Person) -> None:
        """Keep a person's name, office and consent, in place of what was kept before."""
        with self._faults(NotSaved, "not_saved"):
            self._people.keep(person)

    def forget_person(self, person: str) -> None:
        """Erase a person for good, from free pages and the write-ahead log too."""
        with self._faults(NotSaved, "not_forgotten"):
            self._people.hide(person)
        with self._faults(NotErased, "not_erased"):
            self._erase()

    def shown_in(self, person: str) -> list[Shown]:
        """Return the exports that showed a person."""
        with self._faults(StoreFault, "unreadable"):
            return self._people.shown_in(person)

    def all_shown(self) -> list[Shown]:
        """Return every export that showed somebody."""
        with self._faults(StoreFault, "unreadable"):
            return self._people.all_shown()

    def note_shown(self, shown: Shown) -> None:
        """Note that an export showed a person."""
        with self._faults(NotSaved, "not_saved"):
            self._people.note_shown(shown)

    def sound(self) -> bool:
        """Tell whether the pages of the file hold together, whatever its rows say."""
        with self._faults(StoreFault, "unreadable"):
            return bool(self._connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))

    def fold_log(self) -> None:
        """Bring what lies in the log into the file, as far as it can be done without waiting."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        with contextlib.suppress(StoreFault):
            if self._place:
                self._place.folded()

    def put_back(self) -> None:
        """Write a record that was deleted into its place again: what is open has all of it.

        One that lies elsewhere now is not: it would go on in two places. Raises NotSaved.
        """
        if self._place is None or not self._place.deleted:
            raise NotSaved("not_deleted", self.where)
        from tipfloor.store.putting_back import put_back  # hardly ever

        put_back(self._connection, self._path)

    def close(self) -> None:
        """Close the connection; the last one to close folds the log into the file.

        Into another file that was copied over the record nothing is folded.
        """
        if self._unhook:
            self._unhook()
        if self._place and self._place.refused:
            _leave_open(self._connection)
            return
        self._connection.close()
        if self._place:
            self._place.close()

    def _digest_at(self, after: int) -> str:
        last = "SELECT position, digest FROM events ORDER BY position DESC LIMIT 1"
        position, digest = self._connection.execute(last).fetchone() or (0, FIRST_DIGEST)
        if self._known and position < self._known.position:
            raise NotSaved("shorter", self.where, f"{position} / {self._known.position}")
        if position != after:
            raise Moved
        if self._known and position == self._known.position and digest != self._known.last:
            raise NotSaved("replaced", self.where, "another course of this meeting")
        return str(digest)

    def _use(self, connection: sqlite3.Connection) -> None:
        connection.execute(f"PRAGMA busy_timeout = {round(self._patience * 1000)}")
        self._connection = connection
        self._people = People(connection)
        self._blacking = Blacking(connection)

    def _know(self, rows: Sequence[Row]) -> None:
        """Keep in mind where the chain begins and ends, by which the record is known again."""
        first = self._known.first if self._known else self._first_digest()
        if rows and first and (self._known is None or rows[-1].position >= self._known.position):
            self._known = Known(first, rows[-1].position, rows[-1].digest)

    def _first_digest(self) -> str | None:
        first = "SELECT digest FROM events WHERE position = 1"
        with self._faults(StoreFault, "unreadable"):
            found = self._connection.execute(first).fetchone()
        return None if found is None else str(found[0])

    def _open_anew(self, place: Place, *, fold: bool) -> None:
        """Open what lies in the place; a log that is gone is folded first, for it is open still.

        The former file is let go before the new connection has its locks: closing it later would
        take them away, and whoever leaves the record then would delete the log under this one.
        """
        if fold:
            with self._faults(NotSaved, "not_saved"):
                busy, *_ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise NotSaved("busy", self.where, "its log is being read")
        self._connection.close()
        place.close()
        self._use(connect(self._path, read_only=self._read_only))
        self._place = Place(self._path, log=not self._read_only)
        self._seen = None

    def _find_in_place(self, fault: type[StoreFault], *, committed: bool = False) -> None:
        """See that the record lies in its place; open it anew where it was put back otherwise."""
        if self._place is None:
            return
        try:
            if committed:
                if not self._place.kept():
                    raise StoreFault("replaced", self.where, "while it was written")
                if self._place.log_gone:
                    self._open_anew(self._place, fold=True)
                else:
                    self._place.folded()
            elif self._place.moved(self._known):
                self._open_anew(self._place, fold=self._place.lacks_log)
        except StoreFault as found:
            raise fault(found.code, self.where, found.detail) from found

    def _rows(self, after: int) -> Iterator[Row]:
        with self._faults(StoreFault, "unreadable"):
            yield from rows_of(self._connection, after)

    def _put(self, after: int, events: Sequence[Unsealed]) -> list[Row]:
        """Chain events behind a position and insert them, in a transaction that is on."""
        rows = chained(self._digest_at(after), after, events)
        told = f"SELECT 1 FROM events WHERE {TOLD} AND nth = ?"
        if any(self._connection.execute(told, (row.act, row.nth)).fetchone() for row in rows):
            raise Moved
        insert(self._connection, rows)
        return rows

    def _erase(self) -> None:
        """Erase what was hidden so that no byte is left in the file, its log or its checkpoint.

        Raises sqlite3.OperationalError while others hold the record.
        """
        from tipfloor.store.checkpoint import take_away  # when something is to be erased
        from tipfloor.store.erasing import vacuum

        try:
            if self._place:
                take_away(self._path)
        except OSError as error:
            raise sqlite3.OperationalError(str(error)) from error
        finally:
            vacuum(self._connection)
        self._people.erased()
        self._blacking.erased()
        if self._place:
            self._place.folded()

    def _finish_erasing(self) -> None:
        """Erase what an earlier process could only hide; at the next opening, where it cannot."""
        with self._faults(StoreFault, "unreadable"):
            if not (self._people.unerased() or self._blacking.unerased()):
                return
        with contextlib.suppress(sqlite3.Error):
            self._erase()

    def _data_version(self) -> int:
        with self._faults(StoreFault, "unreadable"):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @contextlib.contextmanager
    def _faults(self, fault: type[StoreFault], code: str) -> Iterator[None]:
        try:
            yield
        except SQL_ERRORS as error:
            busy = code in ("not_saved", "unreadable") and _is_busy(error)
            raise fault("busy" if busy else code, self.where, str(error)) from error


def _is_busy(error: Exception) -> bool:
    """Tell whether another connection holds the record, which passes by itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
    )


def _leave_open(connection: sqlite3.Connection) -> None:
    """Keep a connection from being closed, by Python too, for as long as the process lasts.

    SQLite would fold the log of the record into whatever was copied over it.
    """
    import ctypes  # for this alone

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))
