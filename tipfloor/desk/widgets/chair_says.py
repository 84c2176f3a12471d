"""The chair's words at the desk, wrapped into the rows that there are."""

from __future__ import annotations

from textual.content import Content

from tipfloor.desk.roles import content
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.standing.chair.reminder import reminder
from tipfloor.standing.chair.sentence import chair_line
from tipfloor.standing.outlook import Outlook


class ChairSays(OutlookText):
    """A sentence or two for the chair; before them the reminder, which is never cut off."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return both, as much of the chair's words as there is room for."""
        due = reminder(outlook)
        first = content(due).wrap(width) if due else []
        spoken = content(chair_line(outlook))
        return Content("\n").join([*first, *_fitted(spoken, width, self._height - len(first))])

    @property
    def _height(self) -> int:
        return max(1, self.room.height)


def _fitted(spoken: Content, width: int, height: int) -> list[Content]:
    """Return as many lines as there is room for, the last with an ellipsis where it is cut."""
    lines = spoken.wrap(width)
    if len(lines) <= height:
        return lines
    *kept, last = lines[: max(0, height)] or [Content("")]
    return [*kept, Content.assemble(last.truncate(width - 1), "…")] if height > 0 else []
