"""From the start of the process to a desk that answers a key."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile
from statistics import median

import former
from figures import Aim, Line
from meetings import MEETING, convened, of_many_turns, plan
from terminal import HERE, Terminal, bare, tipfloor

from tipfloor.store.checkpoint import checkpoint_of
from tipfloor.words import say

RUNS, FEW_RUNS = 31, 4
REMARKS = 5_000
MOST, MOST_LONG = 1.3, 1.6
"""Times the bare program, on a new record and on one of so many remarks."""

SPOKEN = f"""
spoken_record(record, {REMARKS})
with closing(Proceedings(SqliteStore(record))) as proceedings:
    for code in islice(codes(proceedings.meeting), 8):
        tell(proceedings, "inscribe", delegation=code)
"""


def measure(folder: Path, *, short: bool = False) -> list[Line]:
    """Start the desk on both records and the bare program in turn.

    On the long one as the desk before was left, and as after one that was killed.
    """
    new = convened(folder / "start.sqlite", waiting=8)
    long = former.made(HERE.parent, folder / "start-long.sqlite", SPOKEN)
    killed = Path(copyfile(long, folder / "start-killed.sqlite"))
    many = of_many_turns(folder / "many-turns.toml")
    filed = {new: MEETING, long: many, killed: many}
    least, found = list[float](), {record: list[float]() for record in filed}
    for _ in range(1 + (FEW_RUNS if short else RUNS)):
        least.append(_usable(bare("table"), ["Delegation 010"], "Delegation 001"))
        for record, took in found.items():
            if record == killed:
                checkpoint_of(record).unlink(missing_ok=True)
            desk = tipfloor("desk", filed[record], "--record", record)
            took.append(_usable(desk, *_desk_texts()))
    remarks = f"exec to usable desk, {REMARKS:,} remarks"
    return [
        _line("exec to usable desk", found[new], least, MOST),
        _line(remarks, found[long], least, MOST_LONG),
        _line(f"{remarks}, no checkpoint", found[killed], least),
    ]


def _line(name: str, desk: list[float], least: list[float], most: float | None = None) -> Line:
    desk, least = desk[1:], least[1:]  # the first of each wrote bytecode, and left a checkpoint
    aim = most and Aim(f"at most {most} times", median(desk) / median(least), most)
    return Line(name, desk, least, "bare Textual, table and clock", aim or None)


def _desk_texts() -> tuple[list[str], str]:
    """Return what a whole desk shows, and what a key that moves the selection paints again."""
    meeting = plan()
    codes = [item.code for item in meeting.delegations[:8]]
    return [say("desk.floor"), say("desk.record"), say("keys.help"), *codes], codes[1]


def _usable(words: tuple[str, ...], texts: list[str], second_row: str) -> float:
    """Return the milliseconds until all texts stood and the selection had moved."""
    with Terminal(*words) as program:
        program.paints(*texts)
        program.press("\x1b[B")
        return (program.paints(second_row) - program.started) * 1000
