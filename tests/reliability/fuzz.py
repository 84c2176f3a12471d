"""Files that are given to the program as they should never be: it says so, and nothing else."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.reliability.bombs import Bad, made
from tests.reliability.child import DOCUMENTED, run
from tests.reliability.mutating import several
from tests.reliability.outcome import Outcome

ALL_BAD = 100
"""From so many changed files on, every hand-made bad one is given too; below, a share of them."""

HUGE = 3_000_000_000
"""Bytes of a file that is all holes."""

Commands = Callable[[Path], Iterable[Sequence[str]]]


@dataclass
class Target:
    """A kind of file: good ones, hand-made bad ones, and the commands that read it."""

    what: str
    seeds: list[bytes]
    bad: Iterable[Bad]
    commands: Commands
    ending: str = ""
    untouched: Sequence[Path] = ()
    """What no command may change, whatever file it was given."""
    only_if_done: Callable[[], object] = tuple
    """What is otherwise only after a command whose exit status is 0."""


def fuzz(target: Target, number: int, seed: int, folder: Path) -> Outcome:
    """Give a target its bad files and so many changed ones."""
    outcome, chance = Outcome(target.what), Random(seed)
    file = folder / f"given{target.ending}"
    for given, data in enumerate(_every(target, chance, number)):
        file.write_bytes(data or b"")
        if data is None:
            os.truncate(file, HUGE)
        del data  # a forked process begins with the memory of this one
        for words in target.commands(file):
            outcome.tried += 1
            wrong = [*_judged(target, words, outcome)]
            if wrong:
                kept = folder / f"kept-{seed}-{given}{target.ending}"
                if file.stat().st_size < HUGE:
                    shutil.copy(file, kept)
                name = f"seed {seed}, file {given} ({kept.name})"
                outcome.wrong += [f"{name}: {' '.join(words)[:200]}: {x}" for x in wrong]
    return outcome


def _every(target: Target, chance: Random, number: int) -> Iterator[bytes | None]:
    """Give every file in turn; None is one larger than any that can be meant."""
    yield from target.seeds
    yield None
    for bad in target.bad:
        if chance.random() < number / ALL_BAD:
            yield made(bad)
    yield from several(chance, target.seeds, number)


def _judged(target: Target, words: Sequence[str], outcome: Outcome) -> Iterator[str]:
    """Run a command and say what it may not do."""
    before, then = _state(target.untouched), target.only_if_done()
    ended = run(words)
    outcome.peak = max(outcome.peak, ended.peak)
    yield from ended.faults(DOCUMENTED)
    if _state(target.untouched) != before:
        yield "changed what it only reads"
    if ended.status and target.only_if_done() != then:
        yield f"refused with {ended.status}, and changed something"


def _state(paths: Sequence[Path]) -> list[bytes]:
    """Return what lies at some paths, the log beside a record included."""
    found = []
    for path in paths:
        for part in (path, path.with_name(f"{path.name}-wal")):
            data = part.read_bytes() if part.exists() else b""
            found.append(hashlib.sha256(data).digest() if data else b"")
    return found
