"""What stands beside the clock of the floor: the allotment, a pause, and how much is used."""

from __future__ import annotations

from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.line import EMPTY, Line, Lines
from tipfloor.standing.outlook import Outlook
from tipfloor.words import has, say
from tipfloor.words.plain import plain
from tipfloor.words.times import span


def allotment(outlook: Outlook, width: int) -> Line:
    """Return the limit or planned length of what is on; with a free floor, a changed limit."""
    floor, interlude = outlook.meeting.floor, outlook.meeting.interlude
    on = floor or interlude
    if on is None:
        return _changed_limit(outlook.meeting)
    if floor and floor.limit is not None:
        told = say("desk.of", limit=span(floor.limit))
    elif on.planned is not None:
        told = say("desk.planned", time=span(on.planned))
    else:
        told = say("desk.of", limit=say("desk.no_limit")) if floor else ""
    return Line.of((told, "quiet"))


def pause_note(outlook: Outlook, width: int) -> Lines:
    """Return why the clock stands and for how long, or how long it stood."""
    floor = outlook.meeting.floor
    if floor is None or not floor.pauses:
        return ()
    if floor.pause is None:
        lines = [say("desk.paused_for", time=span(floor.paused(outlook.now)))]
    else:
        lines = [_reason(floor.pause.reason), span(floor.pause.lasted(outlook.now))]
    return tuple(Line.of(line).truncated(width) for line in lines if line)


def used(outlook: Outlook, width: int) -> Line:
    """Return a bar of how much of the allotment, or of the planned length, is used."""
    floor = outlook.meeting.floor
    limit = (floor.limit or floor.planned) if floor else None
    share = min(1.0, floor.speaking(outlook.now) / limit) if floor and limit else 0
    full = round(share * width)
    return Line.of("━" * full, ("─" * (width - full), "faint"))


def _changed_limit(meeting: Meeting) -> Line:
    changed = meeting.limits.get(meeting.list_code, meeting.limits.get(""))
    if changed is None:
        return EMPTY
    return Line.of((say("desk.changed_limit", limit=span(changed * 1000)), "quiet"))


def _reason(reason: str) -> str:
    known = f"desk.pause_{reason}"
    return say(known) if has(known) else plain(reason)
