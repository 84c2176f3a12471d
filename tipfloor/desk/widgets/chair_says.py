"""The chair's words at the desk, wrapped into the rows that there are."""

from __future__ import annotations

from textual.content import Content

from tipfloor.desk.roles import content
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.standing.chair.sentence import chair_lines
from tipfloor.standing.outlook import Outlook


class ChairSays(OutlookText):
    """A sentence or two for the chair, in the fullest form for which there is room."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the words; the shortest form is cut where not even that has room."""
        height, forms = max(1, self.room.height), list(chair_lines(outlook))
        told = (content(form).wrap(width) for form in forms)
        fitting = next((lines for lines in told if len(lines) <= height), None)
        return Content("\n").join(fitting or _cut(content(forms[-1]), width, height))


def _cut(spoken: Content, width: int, height: int) -> list[Content]:
    """Return as many lines as there is room for, the last with an ellipsis."""
    *kept, last = spoken.wrap(width)[:height]
    return [*kept, Content.assemble(last.truncate(width - 1), "…")]
