"""From a key to its paint: `space` gives the floor, the sync to disk included."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import codes, convened, tell
from terminal import Terminal, bare, tipfloor

from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import say

RUNS = 2
KEYS = 200
MOST = 20.0


def measure(folder: Path) -> list[Line]:
    """Press keys at the desk and at the bare program, run by run in turn."""
    space, end, limit = [], [], []
    for run in range(RUNS):
        limit += _bare_keys()
        given, ended = _desk_keys(folder / f"key-{run}.sqlite")
        space += given
        end += ended
    aim = Aim(f"median under {MOST:g} ms", median(space), MOST)
    name = "bare Textual, key to Static"
    return [
        Line("key to paint: space", space, limit, name, aim),
        Line("key to paint: e", end, limit, name),
    ]


def _bare_keys() -> list[float]:
    with Terminal(*bare("counter")) as program:
        program.paints("ready")
        found = []
        for number in range(1, KEYS + 1):
            program.follows(_pace())
            pressed = program.press("n")
            found.append((program.paints(f"<{number}>") - pressed) * 1000)
    return found


def _desk_keys(record: Path) -> tuple[list[float], list[float]]:
    convened(record, waiting=32, turns_per_session=100)
    spaces, ends = [], []
    with Terminal(*tipfloor("desk", "--record", record)) as desk:
        desk.paints(say("phases.free"), say("keys.help"))
        for _ in range(KEYS):
            spaces.append(_pressed(desk, " ", say("phases.speaking")))
            ends.append(_pressed(desk, "e", say("phases.free")))
            if len(spaces) % 32 == 0:
                _inscribe_all(record)
    return spaces, ends


def _pressed(desk: Terminal, key: str, phase: str) -> float:
    desk.follows(_pace())
    pressed = desk.press(key)
    return (desk.paints(phase) - pressed) * 1000


def _inscribe_all(record: Path) -> None:
    """Put every delegation on the list again, from beside the desk."""
    with closing(Proceedings(SqliteStore(record))) as proceedings:
        for code in codes(proceedings.meeting):
            tell(proceedings, "inscribe", delegation=code)


def _pace() -> float:
    """Return seconds between two keys, uneven so that no key keeps step with the frames."""
    return random.uniform(0.06, 0.12)
