"""The clock of the floor in big digits, coloured for its phase."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.desk.widgets.big_digits import BigDigits
from tipfloor.desk.widgets.phase import WearsPhase
from tipfloor.standing.clock import clock_text
from tipfloor.standing.outlook import Outlook


class FloorClock(WearsPhase, BigDigits):
    """The time left to whoever is on the floor, or the over-time; `teller` may tell another."""

    def __init__(self, id: str, teller: Callable[[Outlook], str] = clock_text) -> None:
        super().__init__(id=id)
        self._teller = teller

    def see(self, outlook: Outlook) -> None:
        """Show the second and the colour of this outlook."""
        anew, before = self.wear(outlook), self.text
        self.text = self._teller(outlook)
        if anew and self.text == before:
            self.draw_anew()
