"""From the start of the process to a desk that answers a key."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import MEETING, convened, plan
from terminal import Terminal, bare, tipfloor

from tipfloor.words import say

RUNS = 15
MOST = 1.5


def measure(folder: Path) -> list[Line]:
    """Start the desk and the bare program in turn."""
    record = convened(folder / "start.sqlite", waiting=8)
    desk, limit = [], []
    for _ in range(1 + RUNS):
        limit.append(_usable(bare("table"), ["Delegation 010"], "Delegation 001"))
        desk.append(_usable(tipfloor("desk", MEETING, "--record", record), *_desk_texts()))
    desk, limit = desk[1:], limit[1:]  # the first of each wrote its bytecode
    aim = Aim(f"at most {MOST} times", median(desk) / median(limit), MOST)
    return [Line("exec to usable desk", desk, limit, "bare Textual, table and clock", aim)]


def _desk_texts() -> tuple[list[str], str]:
    """Return what a whole desk shows, and what a key that moves the selection paints again."""
    meeting = plan()
    names = [meeting.name_of(item.code) for item in meeting.delegations[:8]]
    return [say("desk.floor"), say("desk.record"), say("keys.help"), *names], names[1]


def _usable(words: tuple[str, ...], texts: list[str], second_row: str) -> float:
    """Return the milliseconds until all texts stood and the selection had moved."""
    with Terminal(*words) as program:
        program.paints(*texts)
        program.press("\x1b[B")
        return (program.paints(second_row) - program.started) * 1000
