"""What the clock of the floor shows."""

from __future__ import annotations

from tipfloor.core.ground.instant import Phase
from tipfloor.standing.outlook import Outlook
from tipfloor.words.times import span

DASH = "\N{EN DASH}"
"""What stands for a digit while there is none."""

NO_CLOCK = f"{DASH}:{DASH}{DASH}"
"""What stands where the time would, while nobody has the floor."""


WITHOUT_A_SPEAKER = (Phase.FREE, Phase.SUSPENDED, Phase.CLOSED)
"""Phases in which there may be nothing to count."""


def shows_time_of_day(outlook: Outlook) -> bool:
    """Tell whether a clock has nothing to count, and can show the time of day."""
    return outlook.seconds is None and outlook.phase in WITHOUT_A_SPEAKER


def clock_text(outlook: Outlook) -> str:
    """Return what the clock shows: "1:58" left, "+0:05" of over-time, dashes without a speaker.

    A discreet clock stays at "0:00" (PRACTICE section 3).
    """
    if outlook.seconds is None:
        return NO_CLOCK
    if outlook.discreet and outlook.seconds < 0:
        return span(0)
    return f"{'+' if outlook.seconds < 0 else ''}{span(abs(outlook.seconds) * 1000)}"
