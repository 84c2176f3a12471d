"""The back ends that hold to the store's contract; another one is a class and a line more."""

from pathlib import Path
from typing import Protocol

import psycopg

from tests.helpers import postgres_server
from tipfloor.records import machine_of
from tipfloor.store import Store, Unsealed
from tipfloor.store.address import Database, read_address
from tipfloor.store.creating import create
from tipfloor.store.postgres.beginning import begin
from tipfloor.store.postgres.store import PostgresStore
from tipfloor.store.sqlite import SqliteStore

FIRST = Unsealed("first", 1, "{}")


class BackEnd(Protocol):
    """A place for one record that begins with one event."""

    def __init__(self, place: str) -> None: ...

    @property
    def address(self) -> str:
        """What makes the same of it in another process."""

    def open(self) -> Store:
        """Open the record on a connection of its own."""


class Sqlite:
    """The record as a file in a folder."""

    def __init__(self, place: str) -> None:
        self._path = Path(place) / "record.tipfloor"
        if not self._path.exists():
            assert create(self._path, [FIRST])

    @property
    def address(self) -> str:
        """The folder."""
        return str(self._path.parent)

    def open(self) -> Store:
        """Open the file."""
        return SqliteStore(self._path)


class Postgres:
    """The record in a database, whose address names it."""

    def __init__(self, place: str) -> None:
        database = read_address(place)
        assert isinstance(database, Database)
        self.database = database
        begin(database, lambda line: [FIRST], machine_of())

    @property
    def address(self) -> str:
        """The address of the record."""
        return str(self.database)

    def open(self) -> PostgresStore:
        """Connect to it."""
        return PostgresStore(self.database, machine_of())


BACK_ENDS: dict[str, type[BackEnd]] = {"Sqlite": Sqlite, "Postgres": Postgres}


def new_database(server: postgres_server.Server, name: str) -> None:
    """Make a database with nothing in it."""
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
