"""The board of the moment, in place of a list of speakers where there is none."""

from __future__ import annotations

from textual.content import Content

from tipfloor.desk.boards import SECTIONS
from tipfloor.desk.outlook import Outlook
from tipfloor.desk.widgets.outlook_text import OutlookText


class BoardView(OutlookText):
    """The business of the moment as it stands; empty where the moment has none of its own."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return what the sections tell of the current moment, a blank line between them."""
        told = (section(outlook, width) for section in SECTIONS)
        return Content("\n\n").join([part for part in told if part is not None])
