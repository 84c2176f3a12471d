"""A record on a disk that the test holds up: the real store, with a gate before it."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event
from typing import Any

from tipfloor.store import Row, Store, StoreFault, Unsealed

PATIENCE = 60.0
"""Seconds after which a gate that a failed test left closed opens by itself."""


class GatedStore:
    """A store whose appends wait at a gate, and its reading too where the disk is stalled."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.gate, self.reading = Event(), Event()
        self.fault: StoreFault | None = None
        """What each reading and writing fails of, where it does."""
        self.let_through()

    def hold_up(self, *, reading: bool = False) -> None:
        """Close the gate; with `reading`, nothing is read either."""
        self.gate.clear()
        if reading:
            self.reading.clear()

    def let_through(self) -> None:
        """Open the gate."""
        self.gate.set()
        self.reading.set()

    def append(self, after: int, events: Sequence[Unsealed]) -> list[Row]:
        self.gate.wait(PATIENCE)
        self._fail()
        return self._store.append(after, events)

    def changed(self) -> bool:
        self.reading.wait(PATIENCE)
        self._fail()
        return self._store.changed()

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)
