"""A trial in a process of its own, so that what one leaves in memory is not another's."""

from __future__ import annotations

import os
import pickle
import traceback
from collections.abc import Callable

from tests.reliability.outcome import Outcome


def apart(trial: Callable[[], Outcome]) -> Outcome:
    """Run a trial in a forked process and return what it found."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as target:
            pickle.dump(_found(trial), target)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as source:
        data = source.read()
    os.waitpid(pid, 0)
    if not data:
        return Outcome("A trial that fell", wrong=["its process ended without a word"])
    outcome: Outcome = pickle.loads(data)
    return outcome


def _found(trial: Callable[[], Outcome]) -> Outcome:
    try:
        return trial()
    except BaseException:
        return Outcome("A trial that fell", wrong=[traceback.format_exc()])
