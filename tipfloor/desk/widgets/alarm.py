"""What every screen says while the record does not take or keep what was done."""

from __future__ import annotations

from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tipfloor.standing.outlook import Outlook
from tipfloor.store import StoreFault
from tipfloor.words import has, say
from tipfloor.words.narration import Narrator
from tipfloor.words.plain import plain
from tipfloor.words.times import wall

SIGN = "‼"

LONGEST_PATH = 32
"""Characters of the record's path: its end, so that there is room for what to do."""


class Alarm(Static):
    """A band across the head of a screen, in red, with a sign and words."""

    DEFAULT_CSS = """
    Alarm {
        dock: top;
        width: 100%;
        height: auto;
        max-height: 5;
        padding: 0 1;
        background: #c4001a;
        color: #ffffff;
        text-style: bold;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="alarm", markup=False)


def sound_alarm(screen: Screen[object], outlook: Outlook) -> None:
    """Put the alarm on a screen, change it, or take it away, as saving stands.

    A question lets the screen below it be seen, and that one has it.
    """
    if isinstance(screen, ModalScreen) or not screen.is_mounted:
        return
    alarm = next((child for child in screen.children if isinstance(child, Alarm)), None)
    if alarm is None and outlook.waiting.late:
        alarm = Alarm()
        screen.mount(alarm)
    if alarm is not None:
        alarm.display = outlook.waiting.late
        alarm.update(_words(outlook, screen.size.width - 2) if alarm.display else "")


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


def _words(outlook: Outlook, width: int) -> Content:
    """Return what hinders the record and what waits; where nothing is known, that it waits."""
    waiting = outlook.waiting
    if waiting.fault is None:
        return Content(f"{SIGN} " + say("desk.not_saved_yet", act=pending(outlook)))
    lines = [Content(f"{SIGN} {hindrance(waiting.fault)}")]
    if waiting.acts:
        waits = Content(say("desk.not_saved_yet", act=pending(outlook)))
        lines.append(waits.truncate(max(1, width), ellipsis=True))
    return Content("\n").join(lines)


def hindrance(fault: StoreFault) -> str:
    """Return what hinders the record and what can be done about it."""
    code = "log_left" if fault.code.startswith("leftover") else fault.code
    key = f"desk.hindrance_{code}"
    known = key if has(key) else "desk.hindrance_other"
    where = plain(fault.where)
    if len(where) > LONGEST_PATH:
        where = "…" + where[1 - LONGEST_PATH :]
    return say(known, detail=plain(fault.detail), where=where)
