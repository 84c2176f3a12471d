"""Names, apart from the log: a table that can be changed and erased, and is under no digest."""

from __future__ import annotations

import sqlite3

from tipfloor.store.protocol import Person, Shown
from tipfloor.store.schema import version_of


class People:
    """The people of one record, on the connection of its store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept = version_of(connection) > 1

    def all(self) -> list[Person]:
        """Return everyone, by delegation and name; nobody in a record of the first schema."""
        if not self._kept:
            return []
        found = self._connection.execute("SELECT * FROM people ORDER BY delegation, name, id")
        return [Person(*row) for row in found]

    def keep(self, person: Person) -> None:
        """Keep a person, in place of the one with the same id."""
        places = ", ".join("?" * len(person))
        self._connection.execute(f"INSERT OR REPLACE INTO people VALUES ({places})", person)

    def shown_in(self, person: str) -> list[Shown]:
        """Return the exports that showed a person, oldest first."""
        if not self._kept:
            return []
        query = "SELECT at, path, person FROM exports WHERE person = ? ORDER BY id"
        return [Shown(*row) for row in self._connection.execute(query, (person,))]

    def note_shown(self, shown: Shown) -> None:
        """Note that an export showed a person."""
        query = "INSERT INTO exports (at, path, person) VALUES (?, ?, ?)"
        self._connection.execute(query, shown)

    def erase(self, person: str) -> None:
        """Erase a person so that the name's bytes are gone from the file and from its log.

        Deleted text is overwritten, the file is written anew without its free pages, and the
        write-ahead log is emptied. Raises sqlite3.OperationalError while others hold the record.
        """
        self._connection.execute("DELETE FROM people WHERE id = ?", (person,))
        self._connection.execute("VACUUM")
        busy, _, _ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise sqlite3.OperationalError("database is locked")
