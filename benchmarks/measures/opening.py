"""Opening a record of 10,000 events against an empty one."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import long_record
from terminal import tipfloor

from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

RUNS = 9
EVENTS = 10_000
MOST = 300.0


def measure(folder: Path) -> list[Line]:
    """Open the two in turn, within this process and as a whole command."""
    empty = long_record(folder / "empty.sqlite", 1)
    long = long_record(folder / "long.sqlite", EVENTS)
    return [
        _compared("open 10,000 events, in process", _open, long, empty),
        _compared("open 10,000 events, tipfloor status", _status, long, empty),
    ]


def _compared(name: str, opens: Callable[[Path], None], long: Path, empty: Path) -> Line:
    beside, found = [], []
    for _ in range(RUNS):
        beside.append(_timed(opens, empty))
        found.append(_timed(opens, long))
    beyond = median(found) - median(beside)
    aim = Aim(f"{beyond:.0f} ms beyond, under {MOST:g}", beyond, MOST)
    return Line(name, found, beside, "an empty record", aim)


def _timed(opens: Callable[[Path], None], record: Path) -> float:
    began = time.perf_counter()
    opens(record)
    return (time.perf_counter() - began) * 1000


def _open(record: Path) -> None:
    with closing(Proceedings(SqliteStore(record))):
        pass


def _status(record: Path) -> None:
    subprocess.run(tipfloor("status", "--record", record), stdout=subprocess.DEVNULL, check=True)
