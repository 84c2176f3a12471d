"""The countdown's error at 0:00: from the true deadline to the paint, under load."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import convened
from terminal import Terminal, bare, tipfloor

from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import say

ROUNDS = 4
COUNTDOWNS = 26
MOST = 2.0


def measure(folder: Path) -> list[Line]:
    """Let countdowns run out at the desk and at the bare program in turn, beside a busy process."""
    desk, limit = [], []
    with _busy_process():
        for run in range(ROUNDS):
            limit += _bare_deadlines()
            desk += _countdowns(folder / f"zero-{run}.sqlite")
    aim = Aim(f"median at most {MOST:g} times", median(desk) / median(limit), MOST)
    name = "0:00 painted, beside a busy core"
    return [Line(name, desk, limit, "bare Textual, timer to Static", aim)]


@contextmanager
def _busy_process() -> Iterator[None]:
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        busy.kill()
        busy.wait()


def _bare_deadlines() -> list[float]:
    with Terminal(*bare("deadline")) as program:
        program.paints("ready")
        found = []
        for _ in range(COUNTDOWNS):
            program.press("n")
            painted = program.paints(">")
            aimed = re.search(rb"<(\d+)>", program.seen)
            assert aimed
            found.append(painted * 1000 - int(aimed[1]))
    return found


def _countdowns(record: Path) -> list[float]:
    """Return, in milliseconds, how late each withdrawal was painted."""
    convened(record, waiting=32, limit_seconds=1, warnings_at_seconds=())
    found = []
    with (
        closing(Proceedings(SqliteStore(record))) as proceedings,
        Terminal(*tipfloor("desk", "--record", record)) as desk,
    ):
        desk.paints(say("phases.free"), say("keys.help"))
        for _ in range(COUNTDOWNS):
            desk.press(" ")
            painted = desk.paints(say("phases.over_time"))
            proceedings.follow()
            floor = proceedings.meeting.floor
            assert floor is not None
            assert floor.limit is not None
            found.append(painted * 1000 - floor.given_at.ticks - floor.limit)
            desk.press("e")
            desk.paints(say("phases.free"))
    return found
