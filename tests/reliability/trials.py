"""Every trial by its name, with how often it is tried in every run of the tests and at length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.reliability import targets
from tests.reliability.cuts import cuts
from tests.reliability.desk_kills import desk_kills
from tests.reliability.fuzz import Target, fuzz
from tests.reliability.kills import kills
from tests.reliability.left_desks import left_desks
from tests.reliability.names import named_lines
from tests.reliability.openings import openings
from tests.reliability.outcome import Outcome
from tests.reliability.storms import mouse, pastes, resize, storms, typing
from tests.reliability.told import told_lines, told_words
from tests.reliability.walk import walk
from tipfloor.forms import FORMS

Run = Callable[[int, int, Path], Outcome]
"""Tries so often, by a seed, in a folder of its own."""


@dataclass(frozen=True)
class Trial:
    """How to try, how often where it must be quick, and how often where there is time."""

    run: Run
    bounded: int
    long: int


def _files(made: Callable[[Path], Target], bounded: int = 15, long: int = 500) -> Trial:
    def run(number: int, seed: int, folder: Path) -> Outcome:
        return fuzz(made(folder), number, seed, folder)

    return Trial(run, bounded, long)


TRIALS = {
    "kills": Trial(kills, 85, 400),
    "desk-kills": Trial(desk_kills, 15, 100),
    "left-desks": Trial(left_desks, 6, 60),
    "cuts": Trial(cuts, 400, 10_000),
    "acts": Trial(walk, 5_000, 350_000),
    "lines": Trial(told_lines, 400, 20_000),
    "words": Trial(told_words, 60, 1_000),
    "names": Trial(named_lines, 500, 20_000),
    "openings": Trial(openings, 10, 200),
    "meeting-files": _files(targets.meeting_files),
    "lists": _files(targets.lists),
    "rosters": _files(targets.rosters),
    "workbooks": _files(targets.workbooks),
    "archives": _files(targets.archives),
    "records": _files(targets.records),
    **{f"against-{form}": _files(partial(targets.against, form=form), 8) for form in FORMS},
    "resizes": Trial(partial(storms, "Sizes of the window", resize), 50, 2_000),
    "mouse": Trial(partial(storms, "Strokes of the mouse", mouse), 50, 2_000),
    "pastes": Trial(pastes, 15, 300),
    "typing": Trial(
        partial(storms, "Bursts of keys, the desk stopped now and then", typing), 60, 2_000
    ),
}
