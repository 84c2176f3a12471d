"""The statistics: who spoke how often and for how long, who has not, and the plan's lengths."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.screen import Screen

from tipfloor.core.reckoning.statistics import CUTS, Cut
from tipfloor.desk.widgets.figures import KEYS_OF_CUTS, Figures, tabs
from tipfloor.desk.widgets.seeing import Parts
from tipfloor.desk.widgets.told import Band, Told
from tipfloor.standing.figures.below import figures_below, figures_foot
from tipfloor.standing.figures.table import (
    figures_head,
    figures_table,
    figures_total,
    pages_of,
)
from tipfloor.standing.fit import cut as fitted
from tipfloor.standing.floor_line import floor_line
from tipfloor.standing.heading import heading
from tipfloor.standing.line import Line
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say

COLUMNS = "c"
"""The key of the other columns."""


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

    def __init__(self) -> None:
        super().__init__()
        self._parts = Parts()

    def compose(self) -> ComposeResult:
        """The desk's heading, the floor in a line, the table with its totals, foot and hint."""
        self._parts.see(self.outlook)
        part, bound = self._parts.add, (StatisticsScreen.cut, StatisticsScreen.page)
        yield part(Told(heading, "heading"))
        yield part(Band(floor_line, "floor-line"))
        yield part(Figures(tabs, "figures-tabs", by_clock=False)).data_bind(*bound)
        yield part(Figures(figures_head, "figures-head")).data_bind(*bound)
        with VerticalScroll():
            yield part(Figures(figures_table, "figures-table", grows=True)).data_bind(*bound)
            yield part(Figures(figures_below, "figures-below", grows=True)).data_bind(*bound)
        yield part(Figures(figures_total, "figures-total")).data_bind(*bound)
        yield part(Told(figures_foot, "figures-foot", by_clock=False))
        yield part(Figures(_hint, "figures-hint", by_clock=False)).data_bind(*bound)

    def watch_outlook(self, outlook: Outlook | None) -> None:
        """Show another outlook."""
        self._parts.see(outlook)

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


def _hint(outlook: Outlook, width: int, cut: Cut, page: int) -> Line:
    """Return the keys, that of the other columns where not all stand beside each other."""
    several = pages_of(outlook, cut, width - 1) > 1
    hint = fitted(say("statistics.hint_more" if several else "statistics.hint"), width)
    return Line.of((hint.text, "quiet"))
