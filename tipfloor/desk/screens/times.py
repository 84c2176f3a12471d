"""The times of the meeting: every moment and session beside its plan, and what is to come."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen

from tipfloor.desk.widgets.seeing import Parts
from tipfloor.desk.widgets.told import Band, Told
from tipfloor.desk.widgets.words import Words
from tipfloor.standing.floor_line import floor_line
from tipfloor.standing.heading import heading
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.times.ends import times_foot
from tipfloor.standing.times.table import marked_lines, times_head, times_table
from tipfloor.words import say


class TimesScreen(Screen[None]):
    """Covers the desk but for its heading and one line of the floor, its clock and the list."""

    CSS_PATH = "times.tcss"
    BINDINGS = [Binding("escape,y,q", "dismiss", "", priority=True)]
    AUTO_FOCUS = "VerticalScroll"

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._parts = Parts()

    def compose(self) -> ComposeResult:
        """The heading of the desk, the floor in a line, the table, the foot, the hint."""
        self._parts.see(self.outlook)
        part = self._parts.add
        yield part(Told(heading, "heading"))
        yield part(Band(floor_line, "floor-line"))
        yield part(Told(times_head, "times-head", by_clock=False))
        with VerticalScroll():
            yield part(Told(times_table, "times-table", grows=True))
        yield part(Told(times_foot, "times-foot"))
        yield Words(lambda: Content.styled(say("desk.times_hint"), "$text-muted"), classes="foot")

    def watch_outlook(self, before: Outlook | None, after: Outlook | None) -> None:
        """Show another outlook; bring what is on now into sight, once it is known."""
        self._parts.see(after)
        if before is None and after is not None:
            self.call_after_refresh(self._show_current)

    def _show_current(self) -> None:
        if self.outlook is None or not self.query(VerticalScroll):
            return  # it was left before it was drawn
        table = self.query_one(VerticalScroll)
        places = [n for n, (_, on) in enumerate(marked_lines(self.outlook, self.size.width)) if on]
        above = (places[-1] if places else 0) - table.size.height // 2
        table.scroll_to(y=max(0, above), animate=False)
