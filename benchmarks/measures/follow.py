"""Another process's act, from its acknowledgement until the desk has painted it."""

from __future__ import annotations

import random
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

from figures import Aim, Line, p99
from meetings import codes, convened, name_of, tell
from terminal import Terminal, now, tipfloor

from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import say

ACTS = 150
MOST = 200.0
CUT = 14
"""Letters of a name that 80 columns have room for, whatever its length."""


def measure(folder: Path) -> list[Line]:
    """Inscribe and withdraw beside a running desk."""
    record = convened(folder / "follow.sqlite")
    found = []
    with (
        closing(Proceedings(SqliteStore(record))) as proceedings,
        Terminal(*tipfloor("desk", "--record", record)) as desk,
    ):
        desk.paints(say("phases.free"), say("keys.help"))
        for code in islice(cycle(codes(proceedings.meeting)), ACTS):
            desk.follows(random.uniform(0.1, 0.3))
            desk.forget()
            tell(proceedings, "inscribe", delegation=code)
            acknowledged = now()
            name = name_of(proceedings.meeting, code)[:CUT]
            found.append((desk.paints(name) - acknowledged) * 1000)
            tell(proceedings, "withdraw", delegation=code)
    aim = Aim(f"p99 under {MOST:g} ms", p99(found), MOST)
    return [Line("another's act on the desk", found, aim=aim)]
