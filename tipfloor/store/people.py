"""Names, apart from the log: a table that can be changed and erased, and is under no digest."""

from __future__ import annotations

import sqlite3

from tipfloor.store.protocol import Person, Shown
from tipfloor.store.schema import version_of
from tipfloor.store.transaction import transaction

FORGOTTEN = "forgotten"
"""What stands in a row, emptied of its person, until the bytes are known to be gone."""


class People:
    """The people of one record, on the connection of its store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def _kept(self) -> bool:
        """Whether the record has such a table; another process may bring it up to date."""
        return version_of(self._connection) > 1

    def all(self) -> list[Person]:
        """Return everyone, by delegation and name; nobody in a record of the first schema."""
        if not self._kept:
            return []
        query = "SELECT * FROM people WHERE shown != ? ORDER BY delegation, name, id"
        return [Person(*row) for row in self._connection.execute(query, (FORGOTTEN,))]

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

    def all_shown(self) -> list[Shown]:
        """Return every export that showed somebody, oldest first."""
        if not self._kept:
            return []
        query = "SELECT at, path, person FROM exports ORDER BY id"
        return [Shown(*row) for row in self._connection.execute(query)]

    def note_shown(self, shown: Shown) -> None:
        """Note that an export showed a person."""
        query = "INSERT INTO exports (at, path, person) VALUES (?, ?, ?)"
        self._connection.execute(query, shown)

    def hide(self, person: str) -> None:
        """Empty a person's row, and take the name out of the paths of files, at once."""
        named = "(SELECT name FROM people WHERE id = ?1)"
        with transaction(self._connection):
            for table in ("exports", "files"):
                self._connection.execute(
                    f"UPDATE {table} SET path = replace(path, {named}, '…')"
                    f" WHERE instr(path, {named}) AND {named} != ''",
                    (person,),
                )
            self._connection.execute(
                "UPDATE people SET delegation = '', name = '', office = '', shown = ?2,"
                " consented_at = NULL, withdrawn_at = NULL WHERE id = ?1",
                (person, FORGOTTEN),
            )

    def unerased(self) -> bool:
        """Tell whether bytes of someone hidden may be in the file or its log still."""
        if not self._kept:
            return False
        query = "SELECT 1 FROM people WHERE shown = ?"
        return self._connection.execute(query, (FORGOTTEN,)).fetchone() is not None

    def erased(self) -> None:
        """Let the emptied rows go, once no byte of those hidden is left."""
        if self._kept:
            self._connection.execute("DELETE FROM people WHERE shown = ?", (FORGOTTEN,))
