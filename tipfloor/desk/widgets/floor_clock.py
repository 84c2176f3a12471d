"""The clock of the floor in big digits, coloured for its phase."""

from __future__ import annotations

from textual.reactive import reactive

from tipfloor.desk.widgets.big_digits import BigDigits
from tipfloor.desk.widgets.phase import wear
from tipfloor.standing.clock import clock_text
from tipfloor.standing.outlook import Outlook


class FloorClock(BigDigits):
    """The time left to whoever is on the floor, or the over-time."""

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)

    def watch_outlook(self) -> None:
        """Show the second and the colour of this outlook."""
        if self.outlook is not None:
            wear(self, self.outlook)
            self.text = clock_text(self.outlook)
