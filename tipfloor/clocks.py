"""The clocks of this machine, which no other module reads; `stopwatch.py` is for waiting."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from tipfloor.core.ground.instant import Instant

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
"""Where Linux names the present start of the machine."""


LONGEST_REHEARSAL = 366 * 24 * 3_600_000
"""Milliseconds after which the clock of a rehearsal stands: its calendar has an end."""


class Clock(Protocol):
    """Something that tells the present instant."""

    def now(self) -> Instant:
        """Return the present instant."""


class SystemClock:
    """The machine's own: its wall clock, and a counter that goes on through sleep."""

    def now(self) -> Instant:
        """Return the present instant, to the millisecond."""
        milliseconds = time.time_ns() // 1_000_000
        utc = datetime.fromtimestamp(milliseconds // 1000, UTC)
        return Instant(
            utc=utc + timedelta(milliseconds=milliseconds % 1000), ticks=_ticks(), boot=_boot()
        )


class RehearsalClock(Struct, frozen=True):
    """A clock `speed` times as fast since the real instant `began`, when it showed `shown`."""

    real: Clock
    began: Instant
    shown: Instant
    speed: float

    def now(self) -> Instant:
        """Return the instant that the rehearsal is at."""
        gone = round(self.real.now().since(self.began) * self.speed)
        return self.shown.plus(min(gone, LONGEST_REHEARSAL))


class SimulatedClock:
    """A clock that goes on only when it is told to, for a meeting that plays itself."""

    def __init__(self, shown: Instant) -> None:
        self._shown = shown

    def now(self) -> Instant:
        """Return the instant at which the clock stands."""
        return self._shown

    def advance(self, milliseconds: int) -> None:
        """Let so much time go by."""
        self._shown = self._shown.plus(milliseconds)


def _ticks() -> int:
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    if sys.platform == "darwin":
        # On macOS this clock, unlike time.monotonic, counts sleep.
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000
    return time.monotonic_ns() // 1_000_000


@cache
def _boot() -> str:
    """Return a name for this start of the machine; ticks compare only where it is the same.

    Without an id of the system's it is always the same name, and a restart shows in ticks that
    begin again: what is reckoned from the wall clock would change whenever somebody sets it.
    """
    try:
        return BOOT_ID.read_text(encoding="ascii").strip()[:8] or sys.platform
    except (OSError, UnicodeDecodeError):
        return sys.platform
