"""From a key to its paint while a thousand pages watch, beside the same desk that none watches."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import convened
from terminal import HERE, Terminal, tipfloor

from measures.key import pressed
from tipfloor.words import say

RUNS = 2
KEYS = 30
PAGES = 1000
PORT = 21_010
MOST = 1.2


def measure(folder: Path) -> list[Line]:
    """Press keys at both desks, run by run in turn."""
    watched, alone = list[float](), list[float]()
    for run in range(RUNS):
        alone += _keys(folder / f"alone-{run}.sqlite", PORT + 2 * run, 0)
        watched += _keys(folder / f"watched-{run}.sqlite", PORT + 2 * run + 1, PAGES)
    ratio = median(watched) / median(alone)
    aim = Aim(f"at most {MOST} times", ratio, MOST)
    name = "the same desk, none open"
    return [Line(f"key to paint, {PAGES:,} pages open", watched, alone, name, aim)]


def _keys(record: Path, port: int, pages: int) -> list[float]:
    convened(record, waiting=32, turns_per_session=100)
    found = []
    command = tipfloor("desk", "--record", record, "--serve", "--port", port)
    with Terminal(*command) as desk:
        desk.paints(say("phases.free"), say("keys.help"))
        with _reading(port, pages):
            for _ in range(KEYS):
                found.append(pressed(desk, " ", say("phases.speaking")))
                pressed(desk, "e", say("phases.free"))
    return found


@contextlib.contextmanager
def _reading(port: int, pages: int) -> Iterator[None]:
    """Have so many readers listen."""
    if not pages:
        time.sleep(1)
        yield
        return
    words = [sys.executable, HERE / "bare" / "listeners.py", port, pages, 100_000]
    listening = subprocess.Popen([*map(str, words)], stdout=subprocess.PIPE, text=True)
    assert listening.stdout is not None
    if listening.stdout.readline() != "ready\n":
        raise SystemExit("the readers could not listen")
    try:
        yield
    finally:
        listening.kill()
        listening.communicate()
