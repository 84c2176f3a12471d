"""The floor, its clock and the list in one line, for a screen that covers the desk."""

from __future__ import annotations

from textual.content import Content

from tipfloor.desk.outlook import Outlook
from tipfloor.desk.widgets.floor_clock import clock_text
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.desk.widgets.phase import signed, wear
from tipfloor.words import count, say
from tipfloor.words.plain import plain
from tipfloor.words.times import span


class FloorLine(OutlookText):
    """Who has the floor and for how long still, and who comes next."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the line, the clock first."""
        wear(self, outlook)
        meeting, floor = outlook.meeting, outlook.meeting.floor
        parts = [Content.styled(signed(outlook), "bold")]
        if floor:
            limit = say("desk.no_limit") if floor.limit is None else span(floor.limit)
            clock = f"{clock_text(outlook)} {say('desk.of', limit=limit)}"
            name = plain(meeting.plan.name_of(floor.entry.delegation))
            parts += [Content.styled(clock, "bold"), Content(f"{floor.entry.delegation} {name}")]
        speakers = meeting.speakers()
        if speakers.next:
            parts.append(Content(f"{say('desk.next')} {speakers.next.delegation}"))
        if meeting.list_session:
            parts.append(Content(count("desk.waiting", len(speakers.waiting))))
        return Content("  ").join(parts).truncate(width, ellipsis=True)
