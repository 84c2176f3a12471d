"""The fold of a record: what an event costs, whatever came before it."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import long_record

from tipfloor.core.fold import fold
from tipfloor.core.ground.event import Recorded
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

FEW = 1_000
LENGTHS = (10_000, 100_000)
RUNS = 3
MOST = 1.5


def measure(folder: Path) -> list[Line]:
    """Fold records of three lengths in turn, in processor time."""
    histories = {events: _history(folder, events) for events in (FEW, *LENGTHS)}
    found: dict[int, list[float]] = {events: [] for events in histories}
    for _ in range(RUNS):
        for events, history in histories.items():
            found[events].append(_folded(history) / events)
    return [_line(events, found) for events in LENGTHS]


def _line(events: int, found: dict[int, list[float]]) -> Line:
    ratio = median(found[events]) / median(found[FEW])
    aim = Aim(f"at most {MOST:g} times", ratio, MOST)
    name = f"fold an event of {events:,}"
    return Line(name, found[events], found[FEW], f"an event of {FEW:,}", aim, unit="µs")


def _history(folder: Path, events: int) -> list[Recorded]:
    record = long_record(folder / f"fold-{events}.sqlite", events)
    with closing(Proceedings(SqliteStore(record))) as proceedings:
        return list(proceedings.history)


def _folded(history: list[Recorded]) -> float:
    began = time.process_time()
    fold(history)
    return (time.process_time() - began) * 1_000_000
