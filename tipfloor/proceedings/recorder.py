"""The thread that a record lives on: errands go in, what became of each comes out, in order."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from tipfloor.stopwatch import stopwatch
from tipfloor.store import Store

LOOK_EVERY = 0.1
"""Seconds between two looks at the record where nothing tells of another process's act."""

FIRST_LOOK = 0.1
"""Seconds until the first look, with which the bell is hung: a screen that has just begun has its
keys before."""

LOOK_SELDOM = 1.0
"""Seconds between two looks where something does: a network's disk may keep it to itself."""

LISTENS_FIRST, LISTENS_LAST = 0.004, 0.064
"""Seconds after the bell until the record is looked at again, then four times as many each time:
it rings once a commit is there to be read, and while one is still on its way to the disk too."""

PATIENCE = 0.5
"""Seconds for which an errand waits for other writers before it says so."""

Outcome = TypeVar("Outcome")
Errand = Callable[[Store], Outcome]
"""Something to be done with the record."""

Heard = Callable[[Outcome | Exception], None]
"""What is told how an errand ended: with what it returned, or with what it raised."""


class Recorder:
    """Whoever has a screen never waits for a disk: this thread does.

    What comes out is taken by `results` on the thread that asks, which `begin` lets it wake.
    """

    def __init__(self, store: Store, look: Errand[object | None], seen: Heard[object]) -> None:
        self._store = store
        self._look, self._seen = look, seen
        self._errands: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._results: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._wake: Callable[[], None] = lambda: None
        self._every, self._next = LOOK_EVERY, FIRST_LOOK
        self._rung = False
        self._thread = Thread(target=self._work, name="recorder", daemon=True)

    def begin(self, wake: Callable[[], None]) -> None:
        """Start the thread, which calls `wake` whenever there is a result."""
        self._wake = wake
        self._thread.start()

    def send(self, errand: Errand[Outcome], heard: Heard[Outcome]) -> None:
        """Have an errand done behind those sent before; `results` tells `heard` of its end."""
        self._errands.put(lambda: self._end(errand, heard))

    def results(self, within: float = 0.0) -> bool:
        """Tell of the errands that ended, waiting so many seconds for the first of them.

        Returns whether there was any.
        """
        told = False
        with contextlib.suppress(Empty):
            while True:
                heard = self._results.get(timeout=within) if within else self._results.get_nowait()
                heard()
                told, within = True, 0.0
        return told

    def end(self, within: float) -> bool:
        """Let the record go behind what was sent before; tell whether it did within so many s."""
        if self._thread.is_alive():
            self._errands.put(None)
            self._thread.join(within)
        elif not self._thread.ident:
            self._store.close()
        return not self._thread.is_alive()

    def _work(self) -> None:
        self._store.be_patient(PATIENCE)
        looked, hung = stopwatch(), False
        while True:
            left = looked + self._next - stopwatch()
            if left <= 0:
                if not hung:
                    hung = True
                    self._every = LOOK_SELDOM if self._store.doorbell(self._ring) else LOOK_EVERY
                self._end(self._look, self._seen, quiet=True)
                looked, later = stopwatch(), max(LISTENS_FIRST, 4 * self._next)
                self._next = later if later <= LISTENS_LAST else self._every
                continue
            with contextlib.suppress(Empty):
                errand = self._errands.get(timeout=left)
                if errand is None:
                    break
                errand()
        self._store.close()

    def _ring(self) -> None:
        """Have the record looked at, on its own thread; a second ring before that adds nothing."""
        if not self._rung:
            self._rung = True
            self._errands.put(self._listen)

    def _listen(self) -> None:
        self._rung, self._next = False, 0.0

    def _end(self, errand: Errand[Outcome], heard: Heard[Outcome], *, quiet: bool = False) -> None:
        outcome: Outcome | Exception
        try:
            outcome = errand(self._store)
        except Exception as error:
            outcome = error
        if outcome is None and quiet:
            return
        self._results.put(lambda: heard(outcome))
        self._wake()
