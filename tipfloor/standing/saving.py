"""What waits to be saved, and what hinders the record, in words."""

from __future__ import annotations

from tipfloor.standing.line import Line, Lines
from tipfloor.standing.outlook import Outlook
from tipfloor.store import StoreFault
from tipfloor.words import has, say
from tipfloor.words.narration import Narrator
from tipfloor.words.plain import plain
from tipfloor.words.times import wall

SIGN = "‼"

LONGEST_PATH = 32
"""Characters of the record's path: its end, so that there is room for what to do."""


def pending(outlook: Outlook) -> str:
    """Return the first act that waits, in words and with its time, and how many wait behind it."""
    waiting = outlook.waiting
    if not waiting.acts or waiting.meeting is None:
        return say("desk.saving_names")
    told = Narrator(waiting.history, waiting.meeting).line(waiting.acts[0])
    time = wall(told.at, outlook.meeting.plan.zone, seconds=True)
    words = say("desk.saving_since", act=told.text, time=time)
    more = len(waiting.acts) - 1
    return words + (say("desk.saving_more", number=more) if more else "")


def alarm_words(outlook: Outlook, width: int) -> Lines:
    """Return what hinders the record and what waits; where nothing is known, that it waits."""
    waiting = outlook.waiting
    if waiting.fault is None:
        return (Line.of(f"{SIGN} " + say("desk.not_saved_yet", act=pending(outlook))),)
    lines = [Line.of(f"{SIGN} {what_hinders(outlook, waiting.fault)}")]
    if waiting.acts:
        key = "desk.not_known_saved" if waiting.unknown else "desk.not_saved_yet"
        waits = Line.of(say(key, act=pending(outlook)))
        lines.append(waits.truncated(max(1, width)))
    return tuple(lines)


def what_hinders(outlook: Outlook, fault: StoreFault) -> str:
    """Return what hinders the record; of a database that is away, since when."""
    if not outlook.waiting.away:
        return hindrance(fault)
    return say("desk.record_away", since=away_since(outlook))


def away_since(outlook: Outlook) -> str:
    """Return the time of day since when the record does not answer."""
    since = outlook.waiting.silent_since or outlook.now
    return wall(since, outlook.meeting.plan.zone, seconds=True)


def hindrance(fault: StoreFault) -> str:
    """Return what hinders the record and what can be done about it."""
    code = "log_left" if fault.code.startswith("leftover") else fault.code
    key = f"desk.hindrance_{code}"
    known = key if has(key) else "desk.hindrance_other"
    where = plain(fault.where)
    if len(where) > LONGEST_PATH:
        where = "…" + where[1 - LONGEST_PATH :]
    return say(known, detail=plain(fault.detail), where=where)
