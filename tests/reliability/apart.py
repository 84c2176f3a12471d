"""Trials in processes of their own, so that what one leaves in memory is not another's."""

from __future__ import annotations

import os
import pickle
import select
import traceback
from collections.abc import Callable, Sequence

from tests.reliability.outcome import Outcome

Trial = Callable[[], Outcome]


def apart(trials: Sequence[Trial], jobs: int) -> list[Outcome]:
    """Run trials in forked processes, so many at once, and return what each found."""
    found: dict[int, Outcome] = {}
    running: dict[int, tuple[int, int]] = {}
    waiting = list(enumerate(trials))
    while waiting or running:
        while waiting and len(running) < jobs:
            place, trial = waiting.pop(0)
            reading, pid = _begun(trial)
            running[reading] = (place, pid)
        for reading in select.select([*running], [], [])[0]:
            place, pid = running.pop(reading)
            found[place] = _told(reading, pid)
    return [found[place] for place in range(len(trials))]


def _begun(trial: Trial) -> tuple[int, int]:
    """Start a trial; return from where it is heard, and its process."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as target:
            pickle.dump(_found(trial), target)
        os._exit(0)
    os.close(writing)
    return reading, pid


def _told(reading: int, pid: int) -> Outcome:
    with os.fdopen(reading, "rb") as source:
        data = source.read()
    os.waitpid(pid, 0)
    if not data:
        return Outcome("A trial that fell", wrong=["its process ended without a word"])
    outcome: Outcome = pickle.loads(data)
    return outcome


def _found(trial: Trial) -> Outcome:
    try:
        return trial()
    except BaseException:
        return Outcome("A trial that fell", wrong=[traceback.format_exc()])
