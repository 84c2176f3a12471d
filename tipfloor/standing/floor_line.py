"""The floor, its clock and the list in one line, for a screen that covers the desk."""

from __future__ import annotations

from tipfloor.standing.clock import clock_text
from tipfloor.standing.line import Line, joined
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.phase import signed
from tipfloor.words import count, say
from tipfloor.words.plain import plain
from tipfloor.words.times import span


def floor_line(outlook: Outlook, width: int) -> Line:
    """Return who has the floor and for how long still, and who comes next."""
    meeting, floor = outlook.meeting, outlook.meeting.floor
    parts = [Line.of((signed(outlook), "strong"))]
    if floor:
        limit = say("desk.no_limit") if floor.limit is None else span(floor.limit)
        clock = f"{clock_text(outlook)} {say('desk.of', limit=limit)}"
        name = plain(meeting.plan.name_of(floor.entry.delegation))
        parts += [Line.of((clock, "strong")), Line.of(f"{floor.entry.delegation} {name}")]
    speakers = meeting.speakers()
    if speakers.next:
        parts.append(Line.of(f"{say('desk.next')} {speakers.next.delegation}"))
    if meeting.has_list:
        parts.append(Line.of(count("desk.waiting", len(speakers.waiting))))
    return joined("  ", parts).truncated(width)
