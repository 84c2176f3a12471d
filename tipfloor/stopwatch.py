"""Seconds for waiting: with `clocks.py` the only module that reads a clock."""

from __future__ import annotations

import time


def stopwatch() -> float:
    """Return seconds on a counter that nobody can set, for waiting and for nothing that is kept."""
    return time.monotonic()


def pause(seconds: float) -> None:
    """Let some time go by before something is tried again."""
    time.sleep(seconds)
