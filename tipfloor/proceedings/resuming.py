"""A record resumed from its checkpoint: shown at once, read and checked whole behind that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock

from tipfloor import __version__
from tipfloor.core.course.unread import RowUnread
from tipfloor.core.ground.event import Event, Recorded, UnreadableEvent, decode
from tipfloor.core.state.laid_down import Unlike, laid_down, taken_up
from tipfloor.core.state.log import Log
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings.milestones import Milestone, Milestones
from tipfloor.proceedings.recent import Recent
from tipfloor.proceedings.view import View
from tipfloor.reading import Place, read_on
from tipfloor.store import Row, Store, StoreFault
from tipfloor.store.checkpoint import Checkpoint, lay, take_away

LEAST = 2_048
"""Rows of the shortest record that a checkpoint is laid for: one of fewer is read in no time."""

LAST = 256
"""Rows that are read at once: more than a screen shows of the log."""


class Whole:
    """A record read whole, once, by whichever thread first needs it; it goes on from a row.

    Nobody else uses the store before.
    """

    def __init__(self, store: Store, row: Row) -> None:
        self._store, self._row = store, row
        self._lock = Lock()
        self._view: View | None = None
        self._fault: StoreFault | None = None

    def __call__(self) -> View:
        """Return it. Raises StoreFault, where the record is another than the one resumed too."""
        with self._lock:
            if self._view is None:
                try:
                    self._view = self._read()
                except StoreFault as fault:
                    self._fault = fault
                    raise
            return self._view

    def events(self, otherwise: Callable[[], Log[Recorded]]) -> Log[Recorded] | Recent:
        """Return its events, or others where they cannot be read.

        A reading that failed is not tried again for them: that is for who asks for the record.
        """
        if self._view is None and self._fault is None:
            with suppress(StoreFault):
                self()
        return self._view.history if self._view else otherwise()

    def _read(self) -> View:
        rows = self._store.read()
        found = (row.digest for row in reversed(rows) if row.position == self._row.position)
        if next(found, None) != self._row.digest:
            raise StoreFault("replaced", self._store.where, "another course of this meeting")
        return View(rows, self._store.where)


class Resumed(View):
    """What a checkpoint says of a record, and of its rows the last; `complete` brings the rest."""

    def __init__(self, meeting: Meeting, rows: Sequence[Row], whole: Whole, where: str) -> None:
        first, *others = rows
        last = decode(first.kind, first.version, first.body)
        read = read_on(others, Place(first.position, first.digest, last, first.act), where)
        self._where, self._whole = where, whole
        self._place, self._broken = read.place, read.broken
        unread = partial(_unread, first.position, last)
        self._history = Recent(first.position, Log(read.events), partial(whole.events, unread))
        self._milestones = Milestones([Milestone(read.place.position, meeting)])

    @property
    def is_whole(self) -> bool:
        """Whether all that is known of the record was read of it."""
        return not isinstance(self._history, Recent)

    def fetch(self) -> None:
        """Read the record whole, on any thread. Raises StoreFault."""
        self._whole()

    def complete(self) -> None:
        """Wait for the record and take what it says in place of the checkpoint. Raises StoreFault.

        To be called while nothing was appended since it was resumed.
        """
        if not self.is_whole:
            self._take_over(self._whole())


def _unread(number: int, last: Event) -> Log[Recorded]:
    """Return as many events that tell nothing, none of them later than another."""
    return Log([Recorded(nth, RowUnread(at=last.at)) for nth in range(1, number + 1)])


def resumed(store: Store, found: Checkpoint) -> View | None:
    """Return a record as its checkpoint has it, None where that is not of its last row."""
    rows = store.read(max(0, found.position - LAST))
    if not rows or (rows[-1].position, rows[-1].digest) != (found.position, found.digest):
        return None
    try:
        view = Resumed(taken_up(found.state), rows, Whole(store, rows[-1]), store.where)
    except (Unlike, UnreadableEvent, StoreFault):
        return None
    return None if view.broken else view


def leave(path: Path, view: View, least: int = LEAST, *, in_order: bool = True) -> None:
    """Lay a checkpoint beside a record in a file that was let go, if it is sound and long.

    A former one that does not hold any more is taken away, and so is the one that a desk began
    with which was not left in order: it may have fallen over that. What cannot be done is left:
    nothing depends on it.
    """
    if in_order and not view.is_whole:
        return  # and the one that it was resumed from holds still
    if not (in_order and view.position >= least and not view.broken and _laid(path, view)):
        with suppress(OSError):
            take_away(path)


def _laid(path: Path, view: View) -> bool:
    state = laid_down(view.meeting)
    return lay(path, Checkpoint(__version__, view.position, view.digest, state))
