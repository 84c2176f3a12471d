"""The clock of the floor in big digits, coloured for its phase."""

from __future__ import annotations

from textual.reactive import reactive

from tipfloor.desk.outlook import Outlook
from tipfloor.desk.widgets.big_digits import BigDigits
from tipfloor.desk.widgets.digit_shapes import DASH
from tipfloor.desk.widgets.phase import wear
from tipfloor.words.times import span

NO_CLOCK = f"{DASH}:{DASH}{DASH}"
"""What stands where the time would, while nobody has the floor."""


def clock_text(outlook: Outlook) -> str:
    """Return what the clock shows: "1:58" left, "+0:05" of over-time, dashes without a speaker.

    A discreet clock stays at "0:00" (PRACTICE section 3).
    """
    if outlook.seconds is None:
        return NO_CLOCK
    if outlook.discreet and outlook.seconds < 0:
        return span(0)
    return f"{'+' if outlook.seconds < 0 else ''}{span(abs(outlook.seconds) * 1000)}"


class FloorClock(BigDigits):
    """The time left to whoever is on the floor, or the over-time."""

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)

    def watch_outlook(self) -> None:
        """Show the second and the colour of this outlook."""
        if self.outlook is not None:
            wear(self, self.outlook)
            self.text = clock_text(self.outlook)
