"""Processor time while a countdown runs, at the desk and at the timekeeper."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import convened
from terminal import Terminal, bare, tipfloor

from tipfloor.words import say

RUNS = 3
SECONDS = 20.0
MOST = 1.0


def measure(folder: Path) -> list[Line]:
    """Let desk, timekeeper and the bare clock run over the same seconds."""
    runs = [_shares(convened(folder / f"cpu-{run}.sqlite", waiting=12)) for run in range(RUNS)]
    desk, timekeeper, limit = zip(*runs, strict=True)
    return [_line("desk", desk, limit), _line("timekeeper", timekeeper, limit)]


def _line(name: str, shares: tuple[float, ...], limit: tuple[float, ...]) -> Line:
    aim = Aim(f"under {MOST:g} % of a core", round(median(shares), 3), MOST)
    return Line(f"processor, {name}", shares, limit, "bare Textual, Digits", aim, unit="%")


def _shares(record: Path) -> list[float]:
    """Return the percentage of a core that each of the three programs used."""
    with ExitStack() as stack:
        desk = stack.enter_context(Terminal(*tipfloor("desk", "--record", record)))
        desk.paints(say("phases.free"), say("keys.help"))
        desk.press(" ")
        desk.paints(say("phases.speaking"))
        words = tipfloor("timekeeper", "--record", record)
        programs = [desk, *(stack.enter_context(Terminal(*w)) for w in (words, bare("clock")))]
        _all_follow(programs, 2.0)
        before = [_used(program.pid) for program in programs]
        _all_follow(programs, SECONDS)
        after = [_used(program.pid) for program in programs]
    return [(b - a) / SECONDS * 100 for a, b in zip(before, after, strict=True)]


def _all_follow(programs: list[Terminal], seconds: float) -> None:
    for _ in range(round(seconds / 0.3)):
        for program in programs:
            program.follows(0.1)


def _used(pid: int) -> float:
    """Return the seconds of processor time that a process has used, all its threads included."""
    stat = Path(f"/proc/{pid}/stat").read_text("ascii")
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
