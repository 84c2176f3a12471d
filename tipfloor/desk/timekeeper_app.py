"""The timekeeper's view on its own, in another terminal: it reads the record, never writes."""

from __future__ import annotations

import contextlib

from textual.binding import Binding

from tipfloor.desk.screens.timekeeper import TimekeeperScreen
from tipfloor.desk.signals import ending, going_on
from tipfloor.desk.sound import Sound
from tipfloor.desk.themes import Look, ThemedApp
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.pulse import pulse
from tipfloor.standing.saving import away_since
from tipfloor.words import say

FAULTS = {
    "damaged": "timekeeper.damaged",
    "event_newer": "timekeeper.newer",
    "gone": "timekeeper.gone",
    "replaced": "timekeeper.replaced",
    "shorter": "timekeeper.replaced",
    "log_left": "timekeeper.replaced",
    "log_taken": "timekeeper.replaced",
}
"""The words for what a record can suffer from; any other fault is told as unreadable."""


class TimekeeperApp(ThemedApp):
    """One screen that follows the record beside a running desk, through every restart of it."""

    # Textual loads no style sheet for a default screen, but does for that of a mode.
    MODES = {"timekeeper": TimekeeperScreen}
    DEFAULT_MODE = "timekeeper"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("q,ctrl+c", "quit", show=False, priority=True)]

    def __init__(
        self,
        proceedings: LiveProceedings,
        look: Look = Look(),  # noqa: B008 - a frozen value
    ) -> None:
        super().__init__(look)
        self._proceedings = proceedings
        self.sound = Sound(self)

    def on_mount(self) -> None:
        """Follow the record, and leave the terminal in order when told to end."""
        self.run_worker(pulse(self._proceedings, self.while_shown(self._beat)))
        with contextlib.suppress(ValueError):  # outside of a program's main thread
            ending(self.exit)
            if self._driver is not None and not self.is_headless:
                going_on(self.redraw, self._driver.write)

    def _beat(self, outlook: Outlook) -> None:
        self.sound.hear(outlook)
        view = self._view
        view.fault = _fault(outlook)
        with view.at_once():
            view.outlook = outlook

    @property
    def _view(self) -> TimekeeperScreen:
        view = self.screen_stack[0]
        assert isinstance(view, TimekeeperScreen)
        return view


def _fault(outlook: Outlook) -> str:
    """Return what is wrong with the record or with reading it, in words."""
    fault = outlook.waiting.fault
    if fault is not None and outlook.waiting.away:
        return say("timekeeper.away", since=away_since(outlook))
    if fault is not None and outlook.waiting.late:
        return say(FAULTS.get(fault.code, "timekeeper.unreadable"))
    return say("timekeeper.broken", position=outlook.broken) if outlook.broken else ""
