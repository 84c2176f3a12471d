"""The back ends that hold to the store's contract; another one is a class and a line more."""

from pathlib import Path
from typing import Protocol

from tipfloor.store import Store, Unsealed
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

FIRST = Unsealed("first", 1, "{}")


class BackEnd(Protocol):
    """A place for one record that begins with one event."""

    def __init__(self, folder: Path) -> None: ...

    @property
    def address(self) -> str:
        """What `opener` understands in another process."""

    def open(self) -> Store:
        """Open the record on a connection of its own."""


class Sqlite:
    """The record as a file in a folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "record.tipfloor"
        if not self._path.exists():
            assert create(self._path, [FIRST])

    @property
    def address(self) -> str:
        """The folder."""
        return str(self._path.parent)

    def open(self) -> Store:
        """Open the file."""
        return SqliteStore(self._path)


BACK_ENDS: dict[str, type[BackEnd]] = {"Sqlite": Sqlite}
