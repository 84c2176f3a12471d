"""Seconds as they are typed: a number of them, or minutes and seconds."""

from __future__ import annotations

import re

from tipfloor.core.ground.fields import LONGEST_LIMIT

_MINUTES = re.compile(r"(\d{1,2}):([0-5]\d)")


def seconds_of(typed: str) -> float | None:
    """Return the seconds typed as 90, 2.5, 2,5 or 1:30; None where it is no sensible figure."""
    if found := _MINUTES.fullmatch(typed.strip()):
        seconds = int(found[1]) * 60.0 + int(found[2])
    else:
        try:
            seconds = float(typed.replace(",", "."))
        except ValueError:
            return None
    return seconds if 0 < seconds <= LONGEST_LIMIT else None


def whole_seconds(typed: str) -> int | None:
    """Return whole seconds, None for anything else."""
    seconds = seconds_of(typed)
    return int(seconds) if seconds is not None and seconds == int(seconds) else None
