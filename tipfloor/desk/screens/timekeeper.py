"""The timekeeper's view: the clock as large as the window allows, and below it who and what."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tipfloor.desk.painting import PaintsAtOnce
from tipfloor.desk.sound import HasSound
from tipfloor.desk.widgets.floor_clock import FloorClock
from tipfloor.desk.widgets.floor_words import FloorBand, FloorWords
from tipfloor.desk.widgets.seeing import Parts
from tipfloor.desk.widgets.told import Band, Told, ToldIfAny
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.timekeeper import large, lines, listed
from tipfloor.words import say

STEADY = 5
"""Seconds after which even a forecast that only moves with the clock is told anew."""


class TimekeeperScreen(PaintsAtOnce[None]):
    """Read-only: the floor's clock, its phase, who speaks for which session, and who is next.

    From a height of twenty rows on, the phase, the speaker and the next stand in large letters.
    """

    CSS_PATH = "timekeeper.tcss"
    BINDINGS = [
        Binding("escape,t", "back", show=False, priority=True),
        Binding("b", "turn_sound", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = []
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-low"), (20, "-high"), (44, "-grand")]
    ALLOW_SELECT = False

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)
    fault: reactive[str] = reactive("", repaint=False)
    """What hinders the reading of the record, in words; empty while nothing does."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = Parts()
        self._steady = Parts()
        """What does not change by the second: it costs nothing while digits run."""

    def compose(self) -> ComposeResult:
        """Order the parts as they matter to whoever keeps the time."""
        for parts in (self._parts, self._steady):
            parts.see(self.outlook)
        yield self._parts.add(Told(lines.heading, "heading"))
        yield self._parts.add(FloorClock("floor-clock", large.clock))
        yield Static(id="fault", markup=False)
        yield Static(id="sound", markup=False)
        yield from map(self._steady.add, self._steady_parts())

    def _steady_parts(self) -> Iterable[Told | FloorWords]:
        yield FloorBand(large.state, "large-state")
        yield Band(lines.band, "band", "small", is_band=True)
        yield ToldIfAny(lines.alert, "alert")
        yield FloorWords(large.speaker, "large-speaker")
        yield Told(lines.speaker, "speaker", "small")
        yield Told(lines.caption, "caption", "beside-large")
        yield ToldIfAny(lines.detail, "detail")
        yield Told(lines.session, "session")
        yield FloorWords(large.upcoming, "large-next")
        yield Told(listed.headed_state, "headed-state")
        yield Told(listed.names, "names")
        yield Told(listed.names_in_a_line, "names-in-a-line")
        yield Told(listed.state, "state")

    def watch_outlook(self, before: Outlook | None, outlook: Outlook | None) -> None:
        """Show another outlook, in parts that change less often than every second only then."""
        self._parts.see(outlook)
        if before is None or outlook is None or _steadily(before) != _steadily(outlook):
            self._steady.see(outlook)

    def watch_fault(self, fault: str) -> None:
        """Say what hinders the reading of the record, for as long as it does."""
        if self.is_mounted:
            shown = self.query_one("#fault", Static)
            shown.update(Content(fault))
            shown.display = bool(fault)

    def on_mount(self) -> None:
        """Begin without a fault, or with one that came before the screen was drawn."""
        self.watch_fault(self.fault)

    def action_turn_sound(self) -> None:
        """Switch the sound of this screen to the next, and say which it is from then on."""
        if self.outlook:
            shown = self.query_one("#sound", Static)
            told = cast("HasSound", self.app).sound.turn(self.outlook)
            shown.update(Content(say("timekeeper.sound", sound=told)))
            shown.display = True

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
