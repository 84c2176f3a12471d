"""A line of the log as screens show it."""

from __future__ import annotations

from tipfloor.standing.line import Line, Role
from tipfloor.standing.outlook import Outlook
from tipfloor.words.narration import Line as Narrated
from tipfloor.words.narration import LineTone
from tipfloor.words.times import day, wall

ROLES: dict[LineTone, Role] = {
    "plain": "plain",
    "refusal": "bad",
    "warning": "caution",
    "undone": "undone",
}


def log_line(line: Narrated, outlook: Outlook, width: int) -> Line:
    """Return a line of the log with its time, its day too where that is over, fitted to a width."""
    zone = outlook.meeting.plan.zone
    time = wall(line.at, zone, seconds=True)
    if line.at.utc.astimezone(zone).date() != outlook.now.utc.astimezone(zone).date():
        time = f"{day(line.at, zone)} {time}"
    return Line.of((time + " ", "quiet"), (line.text, ROLES[line.tone])).truncated(width)
