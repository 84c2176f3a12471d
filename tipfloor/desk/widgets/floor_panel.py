"""The floor: who has it, the big countdown, the allotment, the bar, the phase."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tipfloor.core.state.stage import Presiding
from tipfloor.desk.widgets.floor_clock import FloorClock
from tipfloor.desk.widgets.seeing import Parts
from tipfloor.desk.widgets.told import Band, Told
from tipfloor.standing.floor.allotted import allotment, pause_note, used
from tipfloor.standing.floor.who import in_the_chair, who_speaks
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.phase import phase_word
from tipfloor.words import language, say


class FloorPanel(Vertical):
    """The largest thing on the desk: the floor and its clock."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._parts = Parts()

    def compose(self) -> ComposeResult:
        """Name, digits with their side, bar."""
        part = self._parts.add
        yield part(Told(who_speaks, "who"))
        with Horizontal(id="clock"):
            yield part(FloorClock("digits"))
            with Vertical(id="side"):
                yield part(Told(allotment, "allotment", by_clock=False))
                yield part(Band(phase_word, "phase"))
                yield part(Told(pause_note, "pause"))
        yield part(Band(used, "bar"))

    def on_mount(self) -> None:
        """Name the frame."""
        self.border_title = say("desk.floor")

    def retell(self) -> None:
        """Name the frame in the language that is spoken at present."""
        self.border_title = say("desk.floor")

    def see(self, outlook: Outlook) -> None:
        """Show the floor, and name below who presides."""
        self._parts.see(outlook)
        named = (outlook.meeting.presiding, language())
        if named != self._named:
            self._named = named
            self.border_subtitle = Content(in_the_chair(outlook.meeting))

    _named: tuple[Presiding, str] | None = None
