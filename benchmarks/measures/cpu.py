"""Processor time of the desk and of the timekeeper, at rest and while a countdown runs."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import convened
from terminal import Terminal, bare, tipfloor

from tipfloor.words import say

RUNS = 3
SECONDS = 20.0
MOST = 1.5
"""Times the bare program whose clock runs."""


def measure(folder: Path) -> list[Line]:
    """Let desk, timekeeper and the bare clock run over the same seconds, at rest and counting."""
    lines = []
    for name, counts in (("at rest", False), ("counting", True)):
        records = (folder / f"cpu-{name}-{run}.sqlite" for run in range(RUNS))
        runs = [_shares(convened(path, waiting=12), SECONDS, counts=counts) for path in records]
        desk, timekeeper, limit = zip(*runs, strict=True)
        lines += [_line(f"desk {name}", desk, limit), _line(f"view {name}", timekeeper, limit)]
    return lines


def _line(name: str, shares: tuple[float, ...], limit: tuple[float, ...]) -> Line:
    aim = Aim(f"at most {MOST} times", median(shares) / median(limit), MOST)
    return Line(f"processor, {name}", shares, limit, "bare Textual, Digits", aim, unit="%")


def _shares(record: Path, seconds: float, *, counts: bool) -> list[float]:
    """Return the percentage of a core that each of the three programs used."""
    with ExitStack() as stack:
        desk = stack.enter_context(Terminal(*tipfloor("desk", "--record", record)))
        desk.paints(say("phases.free"), say("keys.help"))
        if counts:
            desk.press(" ")
            desk.paints(say("phases.speaking"))
        desk.follows(5.0)  # until what a start did not need is loaded as well
        words = tipfloor("timekeeper", "--record", record)
        programs = [desk, *(stack.enter_context(Terminal(*w)) for w in (words, bare("clock")))]
        _all_follow(programs, 2.0)
        before = [_used(program.pid) for program in programs]
        _all_follow(programs, seconds)
        after = [_used(program.pid) for program in programs]
    return [(b - a) / seconds * 100 for a, b in zip(before, after, strict=True)]


def shares(stack: ExitStack, records: list[str], seconds: float) -> list[float]:
    """Return the percentage of a core that a desk at rest used at each record, side by side."""
    desks = [stack.enter_context(Terminal(*tipfloor("desk", "--record", one))) for one in records]
    for desk in desks:
        desk.paints(say("phases.free"), say("keys.help"))
    _all_follow(desks, 5.0)
    before = [_used(desk.pid) for desk in desks]
    _all_follow(desks, seconds)
    return [(_used(desk.pid) - b) / seconds * 100 for desk, b in zip(desks, before, strict=True)]


def _all_follow(programs: list[Terminal], seconds: float) -> None:
    for _ in range(round(seconds / 0.3)):
        for program in programs:
            program.follows(0.1)


def _used(pid: int) -> float:
    """Return the seconds of processor time that a process has used, all its threads included."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text("ascii").split()[0]) for task in tasks) / 1e9
