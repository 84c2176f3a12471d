"""The timekeeper's view: the clock as large as the window allows, and below it who and what."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from tipfloor.desk.outlook import Outlook
from tipfloor.desk.screens import timekeeper_lines as lines
from tipfloor.desk.widgets.floor_clock import FloorClock
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.desk.widgets.phase import wear

Teller = Callable[[Outlook, int], Content]


class Told(OutlookText):
    """A part of the view told by a function; what has nothing to tell can give up its place."""

    def __init__(self, teller: Teller, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._teller = teller

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return what the function tells."""
        return self._teller(outlook, width)

    def watch_outlook(self) -> None:
        """Tell it anew, and mark whether there is anything."""
        if self.outlook is not None:
            self.set_class(not self._teller(self.outlook, 1), "-nothing")
        super().watch_outlook()


class Band(Told):
    """The phase of the floor across the whole width, in its colour."""

    def watch_outlook(self) -> None:
        """Change word and colour together."""
        if self.outlook is not None:
            wear(self, self.outlook.phase)
        super().watch_outlook()


class TimekeeperScreen(Screen[None]):
    """Read-only: the floor's clock, its phase, who speaks for which session, and who is next."""

    CSS_PATH = ["../widgets/phase.tcss", "timekeeper.tcss"]
    BINDINGS = [Binding("escape,t", "back", show=False)]
    HORIZONTAL_BREAKPOINTS = []
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-low"), (20, "-high"), (44, "-grand")]
    ALLOW_SELECT = False

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)
    fault: reactive[str] = reactive("", repaint=False)
    """What hinders the reading of the record, in words; empty while nothing does."""

    def compose(self) -> ComposeResult:
        """Order the parts as they matter to whoever keeps the time."""
        outlook = TimekeeperScreen.outlook
        yield Told(lines.heading, "heading").data_bind(outlook)
        yield FloorClock(id="floor-clock").data_bind(outlook)
        yield Band(lines.band, "band", "phase-band").data_bind(outlook)
        yield Static(id="fault", markup=False)
        yield Told(lines.alert, "alert", "phase-warning").data_bind(outlook)
        yield Told(lines.speaker, "speaker").data_bind(outlook)
        yield Told(lines.detail, "detail").data_bind(outlook)
        yield Told(lines.session, "session").data_bind(outlook)
        yield Told(lines.headed_state, "headed-state").data_bind(outlook)
        yield Told(lines.names, "names").data_bind(outlook)
        yield Told(lines.names_in_a_line, "names-in-a-line").data_bind(outlook)
        yield Told(lines.state, "state").data_bind(outlook)

    def watch_fault(self, fault: str) -> None:
        """Say what hinders the reading of the record, for as long as it does."""
        if self.is_mounted:
            shown = self.query_one("#fault", Static)
            shown.update(Content(fault))
            shown.display = bool(fault)

    def on_mount(self) -> None:
        """Begin without a fault, or with one that came before the screen was drawn."""
        self.watch_fault(self.fault)

    def action_back(self) -> None:
        """Go back to the screen below, where there is one."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
