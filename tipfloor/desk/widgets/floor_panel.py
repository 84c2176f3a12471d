"""The floor: who has it, the big countdown, the allotment, the bar, the phase."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive

from tipfloor.core.state.stage import Presiding
from tipfloor.desk.widgets.floor_clock import FloorClock
from tipfloor.desk.widgets.told import Band, Told
from tipfloor.standing.floor.allotted import allotment, pause_note, used
from tipfloor.standing.floor.who import in_the_chair, who_speaks
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.phase import phase_word
from tipfloor.words import say


class FloorPanel(Vertical):
    """The largest thing on the desk: the floor and its clock."""

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)

    def compose(self) -> ComposeResult:
        """Name, digits with their side, bar."""
        outlook = FloorPanel.outlook
        yield Told(who_speaks, "who").data_bind(outlook)
        with Horizontal(id="clock"):
            yield FloorClock(id="digits").data_bind(outlook)
            with Vertical(id="side"):
                yield Told(allotment, "allotment", by_clock=False).data_bind(outlook)
                yield Band(phase_word, "phase").data_bind(outlook)
                yield Told(pause_note, "pause").data_bind(outlook)
        yield Band(used, "bar").data_bind(outlook)

    def on_mount(self) -> None:
        """Name the frame."""
        self.border_title = say("desk.floor")

    def watch_outlook(self) -> None:
        """Name below who presides."""
        if self.outlook is None or self.outlook.meeting.presiding == self._presiding:
            return
        self._presiding = self.outlook.meeting.presiding
        self.border_subtitle = Content(in_the_chair(self.outlook.meeting))

    _presiding: Presiding | None = None
