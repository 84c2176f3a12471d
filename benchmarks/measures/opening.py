"""Opening a record against reading its rows, decoding them and counting."""

from __future__ import annotations

import gc
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path
from statistics import median

import former
from bare.pydantic_events import decode
from figures import Aim, Line
from meetings import long_record
from terminal import tipfloor

from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

LENGTHS = {10_000: 9, 100_000: 5, 1_000_000: 1}
"""How many events a record has, and how often it is opened."""

MOST_COUNTED = 100_000
"""Events of the longest former record; what a longer one takes is that of reading it again."""

COUNTED = "select, chain, pydantic decode and count, as then"
BARE = "select, bare pydantic decode, count"
MOST = 2.0
STATUS = 10_000
BEYOND = 300.0
RUNS = 9


def measure(folder: Path, *, short: bool = False) -> list[Line]:
    """Open records of growing length within this process, and one of them as a whole command."""
    if short:
        return [_beside_bare(folder, min(LENGTHS), 3)]
    lines = [_beside_bare(folder, min(LENGTHS), RUNS)]
    with counted_as_then(folder) as counts:
        for events, runs in LENGTHS.items():
            record = long_record(folder / f"opening-{events}.sqlite", events)
            samples = [(counts(events), _timed(_open, record)) for _ in range(runs)]
            lines.append(opened(f"open {events:,} events", samples))
    return [*lines, _as_command(folder)]


@contextmanager
def counted_as_then(folder: Path) -> Iterator[Callable[[int], float]]:
    """Give what says how long so many events take to be selected, checked, decoded and counted.

    As the program did it while its events were pydantic models, in milliseconds of processor
    time; by bare ones, no chain checked, where the repository does not reach back so far.
    """
    at = former.source(folder, former.DECODED_BY_PYDANTIC)
    with ExitStack() as stack:

        @cache
        def of(events: int) -> Callable[[int], float]:
            record = folder / f"counted-{events}.sqlite"
            if at is None:
                made = record if record.exists() else long_record(record, events)
                return lambda times: sum(_timed(counted, made) for _ in range(times))
            if not record.exists():
                former.made(at, record, f"long_record(record, {events})")
            return stack.enter_context(former.counting(at, record))

        def counts(events: int) -> float:
            whole = min(events, MOST_COUNTED)
            return of(whole)(events // whole)

        yield counts


def opened(name: str, samples: Sequence[tuple[float, float]]) -> Line:
    """Return the line of an opening from pairs of milliseconds: of counting, and of opening."""
    least, found = zip(*samples, strict=True)
    aim = Aim(f"at most {MOST:g} times", median(found) / median(least), MOST)
    return Line(name, found, least, COUNTED, aim)


def _beside_bare(folder: Path, events: int, runs: int) -> Line:
    record = long_record(folder / f"opening-bare-{events}.sqlite", events)
    samples = [(_timed(counted, record), _timed(_open, record)) for _ in range(runs)]
    least, found = zip(*samples, strict=True)
    return Line(f"open {events:,} events, beside the bare", found, least, BARE)


def _as_command(folder: Path) -> Line:
    empty = long_record(folder / "empty.sqlite", 1)
    long = folder / f"opening-{STATUS}.sqlite"
    beside, found = [], []
    for _ in range(RUNS):
        beside.append(_status(empty))
        found.append(_status(long))
    beyond = median(found) - median(beside)
    aim = Aim(f"{beyond:.0f} ms beyond, under {BEYOND:g}", beyond, BEYOND)
    name = f"open {STATUS:,} events, tipfloor status"
    return Line(name, found, beside, "an empty record", aim)


def _timed(work: Callable[[Path], object], record: Path) -> float:
    gc.collect()
    began = time.process_time()
    work(record)
    return (time.process_time() - began) * 1000


def counted(record: Path) -> int:
    """Read every row and decode it by pydantic, keeping none and checking no chain."""
    query = "SELECT kind, body FROM events ORDER BY position"
    with closing(sqlite3.connect(record)) as connection:
        return sum(1 for row in connection.execute(query) if decode(*row))


def _open(record: Path) -> None:
    with closing(Proceedings(SqliteStore(record))):
        pass


def _status(record: Path) -> float:
    began = time.perf_counter()
    subprocess.run(tipfloor("status", "--record", record), stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000
