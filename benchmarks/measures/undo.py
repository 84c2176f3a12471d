"""An undoing against a note, in the desk that tells it and in a process that follows."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Event

from figures import Aim, Line
from meetings import long_record

from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.store.sqlite import SqliteStore

LENGTHS = (10_000, 100_000)
PAIRS = 60
MOST = 2.0
NOTE = {"kind": "take_note", "note": "note", "text": "a measurement"}


@dataclass
class _Found:
    """Milliseconds of each kind: until the desk has it on disk, and until it is followed."""

    desk: list[float] = field(default_factory=list)
    follower: list[float] = field(default_factory=list)


def measure(folder: Path, *, short: bool = False) -> list[Line]:
    """Tell notes and undo each, at two lengths."""
    return [line for events in LENGTHS[: 1 if short else None] for line in _at(folder, events)]


def _at(folder: Path, events: int) -> list[Line]:
    record = long_record(folder / f"undo-{events}.sqlite", events)
    notes, undoings = _Found(), _Found()
    follower = Proceedings(SqliteStore(record))
    desk = Proceedings(SqliteStore(record)).live()
    woken = Event()
    desk.begin(woken.set)
    with closing(follower):
        for _ in range(PAIRS):
            _tell(desk, woken, follower, NOTE, notes)
            _tell(desk, woken, follower, {"kind": "undo"}, undoings)
        desk.close()
    return [
        _line(f"undo at {events:,}, desk", undoings.desk, notes.desk),
        _line(f"undo at {events:,}, follower", undoings.follower, notes.follower),
    ]


def _tell(
    desk: LiveProceedings,
    woken: Event,
    follower: Proceedings,
    fields: dict[str, str],
    found: _Found,
) -> None:
    act, saved = ACTS[fields["kind"]].model_validate(fields), list[object]()

    def told() -> None:
        desk.tell(act, then=saved.append)
        while not saved:
            woken.wait(1)
            woken.clear()
            desk.take()

    found.desk.append(_timed(told))
    found.follower.append(_timed(follower.follow))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _line(name: str, undoings: list[float], notes: list[float]) -> Line:
    aim = Aim(f"at most {MOST:g} times", median(undoings) / median(notes), MOST)
    return Line(name, undoings, notes, "a note", aim)
