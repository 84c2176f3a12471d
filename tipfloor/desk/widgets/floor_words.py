"""Words about the floor as large as the digits of its clock: the timekeeper's."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Size
from textual.reactive import reactive

from tipfloor.desk.widgets.big_digits import Big
from tipfloor.desk.widgets.large import letters
from tipfloor.desk.widgets.phase import WearsPhase
from tipfloor.standing.fit import cut
from tipfloor.standing.outlook import Outlook


class BigWords(Big):
    """Words in capitals of the same shapes: of several texts the first that fits its room."""

    texts: reactive[tuple[str, ...]] = reactive((), repaint=False)

    def drawn(self, size: Size) -> list[str]:
        """Return the words as rows, or the first text as it is where none fits or can be drawn."""
        large = letters(self.texts, size.width, size.height)
        return large or [cut(text, size.width).text for text in self.texts[:1]]

    def watch_texts(self) -> None:
        """Draw the new words."""
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
