"""How opening, noting and undoing grow with the record, with 32 and with 193 delegations."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import COUNCIL, MEETING, long_record

from measures.opening import counted_as_then, opened
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

LENGTHS = {1_000: 5, 10_000: 3, 100_000: 1, 1_000_000: 1}
"""How many events a record has, and how often it is opened."""

ROSTERS = {32: MEETING, 193: COUNCIL}
MOST = 2.0
PAIRS = 20


def measure(folder: Path) -> list[Line]:
    """Open records of every length on both rosters, and undo a note at the end of each."""
    with counted_as_then(folder) as counts:
        return [
            line
            for delegations, plan in ROSTERS.items()
            for events in LENGTHS
            for line in _at(folder / f"{delegations}-{events}.sqlite", events, plan, counts)
        ]


def _at(path: Path, events: int, plan: Path, counts: Callable[[int], float]) -> list[Line]:
    record, delegations = long_record(path, events, plan), path.stem.partition("-")[0]
    samples, notes, undoings = list[tuple[float, float]](), list[float](), list[float]()
    for _ in range(LENGTHS[events]):
        least = counts(events)
        gc.collect()
        began = time.process_time()
        proceedings = Proceedings(SqliteStore(record))
        samples.append((least, (time.process_time() - began) * 1000))
    with closing(proceedings):
        note = {"kind": "take_note", "note": "note", "text": "a measurement"}
        for _ in range(PAIRS):
            notes.append(_timed(lambda: _tell(proceedings, **note)))
            undoings.append(_timed(lambda: _tell(proceedings, kind="undo")))
    where = f"{events:,} events, {delegations} delegations"
    return [
        opened(f"open {where}", samples),
        _line(f"undo at {where}", undoings, notes, "a note"),
    ]


def _line(name: str, found: list[float], least: list[float], limit: str) -> Line:
    aim = Aim(f"at most {MOST:g} times", median(found) / median(least), MOST)
    return Line(name, found, least, limit, aim)


def _tell(proceedings: Proceedings, **fields: str) -> None:
    proceedings.tell(ACTS[fields["kind"]].model_validate(fields))


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000
