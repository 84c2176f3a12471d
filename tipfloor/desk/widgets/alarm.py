"""What every screen says while the record does not take or keep what was done."""

from __future__ import annotations

from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tipfloor.desk.roles import content
from tipfloor.standing.line import EMPTY
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.saving import alarm_words


class Alarm(Static):
    """A band across the head of a screen, in red, with a sign and words."""

    DEFAULT_CSS = """
    Alarm {
        dock: top;
        width: 100%;
        height: auto;
        max-height: 5;
        padding: 0 1;
        background: $alarm;
        color: $on-alarm;
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
        screen.set_class(alarm.display, "-alarmed")
        words = alarm_words(outlook, screen.size.width - 2) if alarm.display else EMPTY
        alarm.update(content(words))
