"""The clock of the floor in big digits, coloured for its phase, and words as large beside it."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.desk.widgets.big_digits import BigDigits, BigWords
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


class FloorWords(BigWords):
    """What a function tells of the outlook: a text, and shorter ones in its place."""

    def __init__(
        self, teller: Callable[[Outlook], tuple[str, ...]], id: str, classes: str = "large"
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._teller = teller

    def see(self, outlook: Outlook) -> None:
        """Show the words of this outlook."""
        self.texts = self._teller(outlook)


class FloorBand(WearsPhase, FloorWords):
    """Words on the colour of the phase."""

    is_band = True

    def see(self, outlook: Outlook) -> None:
        """Change words and colour together."""
        anew, before = self.wear(outlook), self.texts
        super().see(outlook)
        if anew and self.texts == before:
            self.draw_anew()
