"""The timekeeper's view on its own, in another terminal: it reads the record, never writes."""

from __future__ import annotations

import asyncio
import contextlib
import signal

from textual.app import App
from textual.binding import Binding

from tipfloor.desk.outlook import Outlook
from tipfloor.desk.pulse import pulse
from tipfloor.desk.screens.timekeeper import TimekeeperScreen
from tipfloor.proceedings import Proceedings
from tipfloor.store import StoreFault
from tipfloor.words import say

FAULTS = {"damaged": "timekeeper.damaged", "event_newer": "timekeeper.newer"}
"""The words for what a record can suffer from; any other fault is told as unreadable."""


class TimekeeperApp(App[None]):
    """One screen that follows the record beside a running desk, through every restart of it."""

    # Textual loads no style sheet for a default screen, but does for that of a mode.
    MODES = {"timekeeper": TimekeeperScreen}
    DEFAULT_MODE = "timekeeper"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("q,ctrl+c", "quit", show=False, priority=True)]

    def __init__(self, proceedings: Proceedings) -> None:
        super().__init__()
        self._proceedings = proceedings
        self._failing = False

    def on_mount(self) -> None:
        """Follow the record, and leave the terminal in order when told to end."""
        self.run_worker(pulse(self._proceedings, self._beat, self._failed))
        loop = asyncio.get_running_loop()
        # Neither exists on Windows, nor outside a program's main thread.
        with contextlib.suppress(NotImplementedError, AttributeError, RuntimeError, ValueError):
            loop.add_signal_handler(signal.SIGTERM, self.exit)
            loop.add_signal_handler(signal.SIGHUP, self.exit)

    def _beat(self, outlook: Outlook) -> None:
        if not self._failing:
            broken = outlook.broken
            self._view.fault = say("timekeeper.broken", position=broken) if broken else ""
        self._failing = False
        self._view.outlook = outlook

    def _failed(self, fault: StoreFault) -> None:
        self._failing = True
        self._view.fault = say(FAULTS.get(fault.code, "timekeeper.unreadable"))

    @property
    def _view(self) -> TimekeeperScreen:
        view = self.screen_stack[0]
        assert isinstance(view, TimekeeperScreen)
        return view
