"""An acknowledged act against the least that a disk can do: 300 bytes and an fdatasync."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import codes, convened, tell

from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

ROUNDS = 8
ACTS = 100
PACE = 0.02
MOST = 3.0


def measure(folder: Path) -> list[Line]:
    """Take turns of acts and of appends, first paced, then as fast as they go."""
    record = convened(folder / "act.sqlite")
    with closing(Proceedings(SqliteStore(record))) as proceedings:
        every = cycle(codes(proceedings.meeting))
        kinds = cycle(("inscribe", "withdraw"))
        code = ""

        def act() -> None:
            nonlocal code
            kind = next(kinds)
            code = next(every) if kind == "inscribe" else code
            tell(proceedings, kind, delegation=code)

        with (folder / "raw").open("ab", buffering=0) as raw:

            def append() -> None:
                raw.write(b"x" * 300)
                os.fdatasync(raw.fileno())

            return [_compared("act, paced", act, append, PACE), _compared("act", act, append, 0)]


def _compared(name: str, act: Callable[[], None], append: Callable[[], None], pace: float) -> Line:
    acts, appends = [], []
    for _ in range(ROUNDS):
        appends += _timed(append, pace)
        acts += _timed(act, pace)
    aim = Aim(f"at most {MOST:g} times", median(acts) / median(appends), MOST)
    return Line(f"acknowledged {name}", acts, appends, "300 bytes and fdatasync", aim)


def _timed(work: Callable[[], None], pace: float) -> list[float]:
    found = []
    for _ in range(ACTS // 2 * 2):
        time.sleep(pace)
        began = time.perf_counter()
        work()
        found.append((time.perf_counter() - began) * 1000)
    return found
