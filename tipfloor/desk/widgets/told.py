"""The parts of a screen that one function of what every face shows tells."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.roles import Shown
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.desk.widgets.phase import WearsPhase
from tipfloor.standing.outlook import Outlook

Follows = Callable[[Meeting], tuple[object, ...]]
"""Returns the parts of a meeting from which alone a text follows."""

Teller = Callable[[Outlook, int], Shown]


class Told(OutlookText):
    """A part told by a function of the outlook and the width."""

    def __init__(
        self,
        teller: Teller,
        id: str,
        classes: str = "",
        *,
        by_clock: bool = True,
        grows: bool = False,
        follows: Follows | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._teller = teller
        self.by_clock, self.grows, self.follows = by_clock, grows, follows

    def text(self, outlook: Outlook, width: int) -> Shown:
        """Return what the function tells."""
        return self._teller(outlook, width)


class ToldIfAny(Told):
    """A part that leaves its row to others while it has nothing to tell."""

    def see(self, outlook: Outlook) -> None:
        """Take or leave the row, and tell."""
        self.outlook = outlook
        if self.may_differ:
            self.display = bool(self._teller(outlook, 1))
            super().see(outlook)


class Band(WearsPhase, Told):
    """A part in the colour of the phase of the floor, its text or as a band its ground."""

    def __init__(
        self, teller: Teller, id: str, classes: str = "", *, is_band: bool = False
    ) -> None:
        super().__init__(teller, id, classes)
        self.is_band = is_band

    def see(self, outlook: Outlook) -> None:
        """Change words and colour together."""
        anew = self.wear(outlook)
        super().see(outlook)
        if anew:
            self.draw_anew()
