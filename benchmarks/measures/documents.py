"""Whole exports of 30,000 remarks: those of text beside opening the record, memory of others."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import former
from figures import Aim, Line
from terminal import HERE, tipfloor

REMARKS, FEW_REMARKS = 30_000, 1_000
RUNS = 7
TEXTS = ("csv", "json", "text")
MOST = 1.2
MEBIBYTES = {"docx": 400.0, "pdf": 500.0}


class Taken(NamedTuple):
    """Milliseconds and the peak of memory in MiB, of one process."""

    milliseconds: float
    mebibytes: float


def measure(folder: Path, *, short: bool = False) -> list[Line]:
    """Open the record and export it as text of each kind in turn, then write the documents."""
    remarks = FEW_REMARKS if short else REMARKS
    call = f"spoken_record(record, {remarks})"
    record = former.made(HERE.parent, folder / "documents.sqlite", call)
    name = f"{remarks:,} remarks"
    opened: list[Taken] = []
    written: dict[str, list[Taken]] = {form: [] for form in TEXTS}
    for _ in range(RUNS):
        opened.append(_taken("status", "--record", record))
        for form, took in written.items():
            took.append(_export(form, record, folder))
    lines = [_beside(f"{form} of {name}", took, opened) for form, took in written.items()]
    least = [taken.mebibytes for taken in opened]
    for form, most in MEBIBYTES.items():
        took = [_export(form, record, folder).mebibytes]
        aim = Aim(f"under {most:g} MiB", took[0], most)
        words = f"memory, {form} of {name}"
        lines.append(Line(words, took, least, "opening the record", aim, unit="MiB"))
    return lines


def _beside(name: str, took: list[Taken], opened: list[Taken]) -> Line:
    """Return how long something took beside opening the record, each in its turn."""
    times, least = ([taken.milliseconds for taken in some] for some in (took, opened))
    aim = Aim(f"at most {MOST} times", median(times) / median(least), MOST)
    return Line(name, times, least, "opening the record", aim)


def _export(form: str, record: Path, folder: Path) -> Taken:
    target = folder / f"documents.{form}"
    words = ("--format", form, "--output", target, "--overwrite")
    return _taken("export", "--record", record, *words)


def _taken(*words: object) -> Taken:
    """Run a command and return what the process took."""
    began = time.perf_counter()
    process = subprocess.Popen(tipfloor(*words), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, words
    return Taken((time.perf_counter() - began) * 1000, used.ru_maxrss / 1024)
