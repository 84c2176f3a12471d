"""The quiet reminder of a start that may be forgotten."""

from __future__ import annotations

from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.forecast import silence
from tipfloor.standing.line import EMPTY, Line
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.times import span


def reminder(outlook: Outlook) -> Line:
    """Return for how long a start is awaited that may be forgotten, empty where none is due."""
    quiet = silence(outlook.meeting, outlook.now)
    after = outlook.meeting.plan.rules.remind_after_seconds * 1000
    if quiet is None or quiet < after or outlook.phase not in (Phase.FREE, Phase.CALLED):
        return EMPTY
    called = outlook.meeting.speakers().called
    key = "leading.called_for" if called else "leading.silent"
    return Line.of(("▷ " + say(key, time=span(quiet)), "warning"))
