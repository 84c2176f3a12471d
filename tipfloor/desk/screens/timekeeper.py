"""The timekeeper's view: the clock as large as the window allows, and below it who and what."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from tipfloor.desk.widgets.floor_clock import FloorClock
from tipfloor.desk.widgets.told import Band, Told, ToldIfAny
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.timekeeper import lines, listed

STEADY = 5
"""Seconds after which even a forecast that only moves with the clock is told anew."""


class TimekeeperScreen(Screen[None]):
    """Read-only: the floor's clock, its phase, who speaks for which session, and who is next."""

    CSS_PATH = ["../widgets/phase.tcss", "timekeeper.tcss"]
    BINDINGS = [Binding("escape,t", "back", show=False, priority=True)]
    HORIZONTAL_BREAKPOINTS = []
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-low"), (20, "-high"), (44, "-grand")]
    ALLOW_SELECT = False

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)
    steady: reactive[Outlook | None] = reactive(None, repaint=False)
    """The outlook for what does not change by the second: it costs nothing while digits run."""
    fault: reactive[str] = reactive("", repaint=False)
    """What hinders the reading of the record, in words; empty while nothing does."""

    def compose(self) -> ComposeResult:
        """Order the parts as they matter to whoever keeps the time."""
        outlook = TimekeeperScreen.outlook
        yield Told(lines.heading, "heading").data_bind(outlook)
        yield FloorClock(id="floor-clock").data_bind(outlook)
        yield Static(id="fault", markup=False)
        for part in self._steady_parts():
            yield part.data_bind(outlook=TimekeeperScreen.steady)

    def _steady_parts(self) -> Iterable[Told]:
        yield Band(lines.band, "band", "phase-band")
        yield ToldIfAny(lines.alert, "alert", "phase-warning")
        yield Told(lines.speaker, "speaker")
        yield ToldIfAny(lines.detail, "detail")
        yield Told(lines.session, "session")
        yield Told(listed.headed_state, "headed-state")
        yield Told(listed.names, "names")
        yield Told(listed.names_in_a_line, "names-in-a-line")
        yield Told(listed.state, "state")

    def watch_outlook(self, before: Outlook | None, outlook: Outlook | None) -> None:
        """Pass the outlook on to the parts that change less often than every second."""
        if before is None or outlook is None or _steadily(before) != _steadily(outlook):
            self.steady = outlook

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


def _steadily(outlook: Outlook) -> Hashable:
    """Return what changes when a line of the view may: the record, the phase, five seconds."""
    meeting, seconds = outlook.meeting, int(outlook.now.utc.timestamp())
    people = tuple(outlook.people.values())
    is_open = meeting.speakers().is_open
    return meeting.position, outlook.phase, is_open, seconds // STEADY, people
