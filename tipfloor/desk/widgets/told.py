"""The parts of a screen that one function of what every face shows tells."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.desk.roles import Shown
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.desk.widgets.phase import wear
from tipfloor.standing.outlook import Outlook

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
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._teller = teller
        self.by_clock, self.grows = by_clock, grows

    def text(self, outlook: Outlook, width: int) -> Shown:
        """Return what the function tells."""
        return self._teller(outlook, width)


class ToldIfAny(Told):
    """A part that leaves its row to others while it has nothing to tell."""

    def watch_outlook(self) -> None:
        """Take or leave the row, and tell."""
        if self.outlook is not None and self.may_differ:
            self.display = bool(self._teller(self.outlook, 1))
        super().watch_outlook()


class Band(Told):
    """A part in the colour of the phase of the floor."""

    def watch_outlook(self) -> None:
        """Change words and colour together."""
        if self.outlook is not None:
            wear(self, self.outlook)
        super().watch_outlook()
