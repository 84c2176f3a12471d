"""Another process's act, from its acknowledgement until the timekeeper's view has painted it."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

from figures import Aim, Line, p99
from meetings import convened, tell
from terminal import Terminal, now, tipfloor

from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import say

TURNS = 75
MOST = 10.0


def measure(folder: Path) -> list[Line]:
    """Give the floor and take it back beside a timekeeper's view."""
    record = convened(folder / "follow.sqlite", waiting=2, turns_per_session=100)
    found, acts = [], []
    with (
        closing(Proceedings(SqliteStore(record))) as proceedings,
        Terminal(*tipfloor("timekeeper", "--record", record)) as view,
    ):
        view.paints(say("phases.free"))
        for _ in range(TURNS):
            for kind, phase in (("give_floor", "phases.speaking"), ("end_remark", "phases.free")):
                view.follows(random.uniform(0.1, 0.3))
                view.forget()
                began = now()
                tell(proceedings, kind)
                told = now()
                acts.append((told - began) * 1000)
                found.append(max(0.0, view.paints(say(phase)) - told) * 1000)
            last = proceedings.meeting.last_spoken
            assert last is not None
            tell(proceedings, "inscribe", delegation=last.entry.delegation)
    aim = Aim(f"p99 under {MOST:g} ms", p99(found), MOST)
    return [Line("another's act on the timekeeper", found, acts, "the act itself", aim)]
