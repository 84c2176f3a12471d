"""The board of the moment, in place of a list of speakers where there is none."""

from __future__ import annotations

from textual.content import Content

from tipfloor.desk.boards import BOARDS
from tipfloor.desk.outlook import Outlook
from tipfloor.desk.widgets.outlook_text import OutlookText


class BoardView(OutlookText):
    """The business of the moment as it stands; empty where the moment has none of its own."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return what the board of the current moment tells."""
        teller = BOARDS.get(outlook.meeting.moment_plan.kind)
        return teller(outlook, width) if teller else Content("")
