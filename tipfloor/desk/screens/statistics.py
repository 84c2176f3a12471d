"""The statistics: who spoke how often and for how long, who has not, and the plan's lengths."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen

from tipfloor.core.reckoning.statistics import CUTS, Cut
from tipfloor.desk.outlook import Outlook
from tipfloor.desk.screens.timekeeper_fit import cut as fitted
from tipfloor.desk.widgets.figures_below import FiguresBelow, FiguresFoot
from tipfloor.desk.widgets.figures_table import (
    KEYS_OF_CUTS,
    FiguresHead,
    FiguresTable,
    FiguresTabs,
    FiguresText,
    FiguresTotal,
    pages_of,
)
from tipfloor.desk.widgets.floor_line import FloorLine
from tipfloor.desk.widgets.heading import Heading
from tipfloor.words import say

COLUMNS = "c"
"""The key of the other columns."""


class FiguresHint(FiguresText):
    """The keys, that of the other columns where not all of them stand beside each other."""

    by_clock = False

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the keys in a line."""
        several = pages_of(outlook, self.cut, width - 1) > 1
        hint = fitted(say("statistics.hint_more" if several else "statistics.hint"), width)
        return hint.stylize("$text-muted")


class StatisticsScreen(Screen[None]):
    """Covers the desk but for its heading and one line of the floor, its clock and the list.

    The cut and the page of columns are its own; the figures go on with the outlook.
    """

    CSS_PATH = "statistics.tcss"
    # With priority, a key is done with before the next one is looked at; and the scrolled part
    # would take the arrows, and the focus the tab, for itself.
    BINDINGS = [
        Binding("escape,g,q", "dismiss", "", priority=True),
        *(Binding(key, f"cut('{cut}')", priority=True) for cut, key in KEYS_OF_CUTS.items()),
        Binding("right,tab", "next_cut(1)", priority=True),
        Binding("left,shift+tab", "next_cut(-1)", priority=True),
        Binding(COLUMNS, "columns", "", priority=True),
    ]
    AUTO_FOCUS = "VerticalScroll"

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)
    cut: reactive[Cut] = reactive[Cut]("delegation", repaint=False)
    page: reactive[int] = reactive(0, repaint=False)

    def compose(self) -> ComposeResult:
        """The desk's heading, the floor in a line, the table with its totals, foot and hint."""
        bound = StatisticsScreen.outlook, StatisticsScreen.cut, StatisticsScreen.page
        yield Heading(id="heading").data_bind(StatisticsScreen.outlook)
        yield FloorLine(id="floor-line").data_bind(StatisticsScreen.outlook)
        yield FiguresTabs(id="figures-tabs").data_bind(*bound)
        yield FiguresHead(id="figures-head").data_bind(*bound)
        with VerticalScroll():
            yield FiguresTable().data_bind(*bound)
            yield FiguresBelow().data_bind(*bound)
        yield FiguresTotal(id="figures-total").data_bind(*bound)
        yield FiguresFoot(id="figures-foot").data_bind(StatisticsScreen.outlook)
        yield FiguresHint(id="figures-hint").data_bind(*bound)

    def wants(self, key: str, behind: str, place: int) -> bool:
        """The keys of the cuts are meant in any haste: they only show."""
        return key in (*KEYS_OF_CUTS.values(), COLUMNS)

    def action_cut(self, cut: Cut) -> None:
        """Cut the figures in another way, from their first row on."""
        self.cut = cut
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_next_cut(self, by: int) -> None:
        """Cut the figures in the next way, or the former."""
        ways = list(CUTS)
        self.action_cut(ways[(ways.index(self.cut) + by) % len(ways)])

    def action_columns(self) -> None:
        """Show the next page of columns, where not all of them fit."""
        self.page += 1
