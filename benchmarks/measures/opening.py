"""Opening a record against reading its rows, decoding them and counting."""

from __future__ import annotations

import gc
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from bare.pydantic_events import decode
from figures import Aim, Line
from meetings import long_record
from terminal import tipfloor

from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

LENGTHS = {10_000: 9, 100_000: 5, 1_000_000: 1}
"""How many events a record has, and how often it is opened."""

MOST = 2.0
STATUS = 10_000
BEYOND = 300.0
RUNS = 9


def measure(folder: Path, *, short: bool = False) -> list[Line]:
    """Open records of growing length within this process, and one of them as a whole command."""
    if short:
        return [_opened(folder, min(LENGTHS), 3)]
    lines = [_opened(folder, events, runs) for events, runs in LENGTHS.items()]
    return [*lines, _as_command(folder)]


def _opened(folder: Path, events: int, runs: int) -> Line:
    record = long_record(folder / f"opening-{events}.sqlite", events)
    least, found = [], []
    for _ in range(runs):
        least.append(_timed(counted, record))
        found.append(_timed(_open, record))
    aim = Aim(f"at most {MOST:g} times", median(found) / median(least), MOST)
    return Line(f"open {events:,} events", found, least, "select, pydantic decode, count", aim)


def _as_command(folder: Path) -> Line:
    empty = long_record(folder / "empty.sqlite", 1)
    long = folder / f"opening-{STATUS}.sqlite"
    beside, found = [], []
    for _ in range(RUNS):
        beside.append(_timed(_status, empty))
        found.append(_timed(_status, long))
    beyond = median(found) - median(beside)
    aim = Aim(f"{beyond:.0f} ms beyond, under {BEYOND:g}", beyond, BEYOND)
    name = f"open {STATUS:,} events, tipfloor status"
    return Line(name, found, beside, "an empty record", aim)


def _timed(work: Callable[[Path], object], record: Path) -> float:
    gc.collect()
    began = time.perf_counter()
    work(record)
    return (time.perf_counter() - began) * 1000


def counted(record: Path) -> int:
    """Read every row and decode it by pydantic, keeping none and checking no chain."""
    query = "SELECT kind, body FROM events ORDER BY position"
    with closing(sqlite3.connect(record)) as connection:
        return sum(1 for row in connection.execute(query) if decode(*row))


def _open(record: Path) -> None:
    with closing(Proceedings(SqliteStore(record))):
        pass


def _status(record: Path) -> None:
    subprocess.run(tipfloor("status", "--record", record), stdout=subprocess.DEVNULL, check=True)
