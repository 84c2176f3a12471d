"""Typed texts blacked out for good, and the files that were made while they could be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from tipfloor.store.protocol import Made, NotBlackedOut
from tipfloor.store.schema import version_of


class Blacking:
    """The bodies of one record that are replaced once, on the connection of its store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def _kept(self) -> bool:
        """Whether the record has the tables; another process may bring it up to date."""
        return version_of(self._connection) > 2

    def put(self, texts: Mapping[int, str]) -> None:
        """Put a body in place of the one at each position, and let its salt go.

        In a transaction in which the rows that say so are appended already. Raises NotBlackedOut.
        """
        for position, body in texts.items():
            self._connection.execute("INSERT INTO blacking_out VALUES (?)", (position,))
            query = "UPDATE events SET body = ?, salt = '' WHERE position = ?"
            try:
                changed = self._connection.execute(query, (body, position)).rowcount
            except sqlite3.IntegrityError as refused:
                raise NotBlackedOut from refused
            if changed != 1:
                raise NotBlackedOut

    def unerased(self) -> bool:
        """Tell whether bytes of a text blacked out may be in the file or its log still."""
        if not self._kept:
            return False
        found = self._connection.execute("SELECT 1 FROM blacking_out LIMIT 1").fetchone()
        return found is not None

    def erased(self) -> None:
        """Note that no byte is left of what was blacked out."""
        if self._kept:
            self._connection.execute("DELETE FROM blacking_out")

    def note_made(self, made: Made) -> None:
        """Note that a file was made of the record."""
        query = "INSERT INTO files (at, path, position, form) VALUES (?, ?, ?, ?)"
        self._connection.execute(query, made)

    def made_since(self, position: int) -> list[Made]:
        """Return the files that were made of a position or later ones, oldest first."""
        if not self._kept:
            return []
        query = "SELECT at, path, position, form FROM files WHERE position >= ? ORDER BY id"
        return [Made(*row) for row in self._connection.execute(query, (position,))]
