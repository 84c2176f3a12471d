"""What every screen says while the record does not take or keep what was done."""

from __future__ import annotations

from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tipfloor.desk.outlook import Outlook
from tipfloor.store import StoreFault
from tipfloor.words import has, say
from tipfloor.words.narration import Narrator
from tipfloor.words.plain import plain
from tipfloor.words.times import wall

SIGN = "‼"


class Alarm(Static):
    """A band across the head of a screen, in red, with a sign and words."""

    DEFAULT_CSS = """
    Alarm {
        dock: top;
        width: 100%;
        height: auto;
        max-height: 3;
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
    try:
        alarm = screen.query_one("#alarm", Alarm)
    except NoMatches:
        if not outlook.waiting.late:
            return
        alarm = Alarm()
        screen.mount(alarm)
    alarm.display = outlook.waiting.late
    if outlook.waiting.late:
        alarm.update(_words(outlook))


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


def _words(outlook: Outlook) -> Content:
    """Return what hinders the record and what waits; where nothing is known, that it waits."""
    waiting = outlook.waiting
    if waiting.fault is None:
        return Content(f"{SIGN} " + say("desk.not_saved_yet", act=pending(outlook)))
    lines = [f"{SIGN} {hindrance(waiting.fault)}"]
    if waiting.acts:
        lines.append(say("desk.not_saved_yet", act=pending(outlook)))
    return Content("\n").join(map(Content, lines))


def hindrance(fault: StoreFault) -> str:
    """Return what hinders the record and what can be done about it."""
    key = f"desk.hindrance_{fault.code}"
    known = key if has(key) else "desk.hindrance_other"
    return say(known, detail=plain(fault.detail), where=plain(fault.where))
