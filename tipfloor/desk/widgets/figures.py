"""The statistics at the desk: parts that follow from the cut and the page of columns too."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.reactive import reactive

from tipfloor.core.reckoning.statistics import CUTS, Cut
from tipfloor.desk.roles import Shown
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say

Teller = Callable[[Outlook, int, Cut, int], Shown]

KEYS_OF_CUTS: dict[Cut, str] = {"delegation": "d", "topic": "t", "session": "s", "day": "y"}


class Figures(OutlookText):
    """A part told by a function of the outlook, the width, the cut and the page of columns."""

    cut: reactive[Cut] = reactive[Cut]("delegation", repaint=False)
    page: reactive[int] = reactive(0, repaint=False)

    def __init__(
        self, teller: Teller, id: str, *, grows: bool = False, by_clock: bool = True
    ) -> None:
        super().__init__(id=id)
        self._teller = teller
        self.grows, self.by_clock = grows, by_clock

    def text(self, outlook: Outlook, width: int) -> Shown:
        """Return what the function tells."""
        return self._teller(outlook, width, self.cut, self.page)

    def watch_cut(self) -> None:
        """Show the figures cut in another way."""
        self.redraw()

    def watch_page(self) -> None:
        """Show other columns."""
        self.redraw()


def tabs(outlook: Outlook, width: int, cut: Cut, page: int) -> Content:
    """Return the ways in which figures are cut, each with its key and to be clicked."""
    return Content(" ").join(_tab(way, way == cut) for way in CUTS).truncate(width, ellipsis=True)


def _tab(cut: Cut, chosen: bool) -> Content:
    words, key = say(f"statistics.cut_{cut}"), KEYS_OF_CUTS[cut]
    if chosen:
        return Content.styled(f"►{key} {words} ", "bold reverse")
    return Content.from_markup(
        f"[@click=screen.cut('{cut}')] [b $accent]$shown[/] $words [/]", shown=key, words=words
    )
