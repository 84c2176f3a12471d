"""Commands that answer and end, beside an interpreter that loads pydantic and ends."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import convened
from terminal import tipfloor

RUNS, FEW_RUNS = 15, 4
MOST = 1.8
PYDANTIC = (sys.executable, "-c", "import pydantic; pydantic.BaseModel")
NOTE = '{"kind": "take_note", "note": "note", "text": "a measurement"}\n'


def measure(folder: Path, *, short: bool = False) -> list[Line]:
    """Run `status`, a `tell` of one act, and the least in turn."""
    record = convened(folder / "command.sqlite", waiting=8)
    commands = {"status": ("", "status"), "tell, one act": (NOTE, "tell")}
    found: dict[str, list[float]] = {name: [] for name in commands}
    least: list[float] = []
    for _ in range(1 + (FEW_RUNS if short else RUNS)):
        least.append(_run(PYDANTIC, ""))
        for name, (typed, command) in commands.items():
            found[name].append(_run(tipfloor(command, "--record", record), typed))
    return [_line(name, took[1:], least[1:]) for name, took in found.items()]


def _line(name: str, found: list[float], least: list[float]) -> Line:
    aim = Aim(f"at most {MOST} times", median(found) / median(least), MOST)
    return Line(f"tipfloor {name}", found, least, "import pydantic", aim)


def _run(words: tuple[str, ...], typed: str) -> float:
    began = time.perf_counter()
    subprocess.run(words, input=typed, text=True, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000
