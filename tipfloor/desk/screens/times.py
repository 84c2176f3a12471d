"""The times of the meeting: every moment and session beside its plan, and what is to come."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from tipfloor.core.reckoning.forecast import what_fits
from tipfloor.desk.outlook import Outlook
from tipfloor.desk.screens.timekeeper_fit import whole
from tipfloor.desk.widgets.floor_line import FloorLine
from tipfloor.desk.widgets.heading import Heading
from tipfloor.desk.widgets.list_foot import day_ends, fits, list_ends
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.desk.widgets.times_table import TimesTable, head, lines
from tipfloor.words import say


class TimesHead(OutlookText):
    """The heading of the columns."""

    by_clock = False

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the names of the columns, in their places."""
        return head(width)


class TimesFoot(OutlookText):
    """What fits, when the list ends, and when the day ends."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return as much of it as there is room for."""
        fit = what_fits(outlook.meeting, outlook.now)
        fitting = fits(outlook, fit) if fit else ""
        return whole([fitting, list_ends(outlook), day_ends(outlook, planned=True)], width)


class TimesScreen(Screen[None]):
    """Covers the desk but for its heading and one line of the floor, its clock and the list."""

    CSS_PATH = "times.tcss"
    BINDINGS = [Binding("escape,y,q", "dismiss", "", priority=True)]
    AUTO_FOCUS = "VerticalScroll"

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)

    def compose(self) -> ComposeResult:
        """The heading of the desk, the floor in a line, the table, the foot, the hint."""
        yield Heading(id="heading").data_bind(TimesScreen.outlook)
        yield FloorLine(id="floor-line").data_bind(TimesScreen.outlook)
        yield TimesHead(id="times-head").data_bind(TimesScreen.outlook)
        with VerticalScroll():
            yield TimesTable().data_bind(TimesScreen.outlook)
        yield TimesFoot(id="times-foot").data_bind(TimesScreen.outlook)
        yield Static(Content.styled(say("desk.times_hint"), "$text-muted"), classes="foot")

    def watch_outlook(self, before: Outlook | None, after: Outlook | None) -> None:
        """Bring what is on now into sight, once it is known."""
        if before is None and after is not None:
            self.call_after_refresh(self._show_current)

    def _show_current(self) -> None:
        table = self.query_one(VerticalScroll)
        if self.outlook is None:
            return
        places = [n for n, (_, on) in enumerate(lines(self.outlook, self.size.width)) if on]
        above = (places[-1] if places else 0) - table.size.height // 2
        table.scroll_to(y=max(0, above), animate=False)
