"""The line "now": what comes next, with its key, and whether it may have been forgotten."""

from __future__ import annotations

from tipfloor.desk.leading import ways
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.standing.chair.reminder import reminder
from tipfloor.standing.line import Line
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say


class NowLine(OutlookText):
    """The likeliest step and the one behind it, as far as they fit; a reminder stands first."""

    def text(self, outlook: Outlook, width: int) -> Line:
        """Return the line."""
        due = reminder(outlook)
        begun = Line.of(due, "  ") if due else Line.of((say("leading.now"), "quiet"))
        rest = ways(outlook.steps, outlook.meeting, width - begun.cells)
        return Line.of(begun, rest).truncated(width)
