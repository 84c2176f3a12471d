"""A record's thread that the test moves by hand, one errand at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from tipfloor.proceedings.recorder import Recorder
from tipfloor.store import Store


class HandRecorder(Recorder):
    """Does an errand when it is told to; what came of it is heard when it is asked for."""

    def __init__(self, store: Store, look: Any, seen: Any) -> None:
        self._store, self._look, self._seen = store, look, seen
        self._sent: deque[Callable[[], None]] = deque()
        self._done: deque[Callable[[], None]] = deque()

    def begin(self, wake: Callable[[], None]) -> None:
        """There is no thread to start."""

    def send(self, errand: Any, heard: Any) -> None:
        self._sent.append(lambda: self._put(errand, heard))

    def results(self, within: float = 0.0) -> bool:
        if within and not self._done:
            self.step()
        told = bool(self._done)
        while self._done:
            self._done.popleft()()
        return told

    def end(self, within: float) -> bool:
        self._store.close()
        return True

    def step(self) -> bool:
        """Do the next errand, if there is one."""
        if self._sent:
            self._sent.popleft()()
            return True
        return False

    def look(self) -> None:
        """Look at the record, as the thread does between errands."""
        self._put(self._look, self._seen, quiet=True)

    def _put(self, errand: Any, heard: Any, *, quiet: bool = False) -> None:
        try:
            outcome = errand(self._store)
        except Exception as error:
            outcome = error
        if outcome is not None or not quiet:
            self._done.append(lambda: heard(outcome))
