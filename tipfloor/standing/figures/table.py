"""Who spoke how often and for how long, a row each with its bar, and the totals below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from textual.content import Content
from textual.reactive import reactive

from tipfloor.core.reckoning.statistics import CUTS, Cut, Figures, total
from tipfloor.desk.outlook import Outlook
from tipfloor.desk.widgets.bar import bar
from tipfloor.desk.widgets.figures_columns import Layout, layout
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.words import say
from tipfloor.words.figures import figures_name
from tipfloor.words.plain import plain


class FiguresText(OutlookText):
    """A widget of the statistics: its text follows from the cut and the page of columns too."""

    cut: reactive[Cut] = reactive[Cut]("delegation", repaint=False)
    page: reactive[int] = reactive(0, repaint=False)

    def watch_cut(self) -> None:
        """Show the figures cut in another way."""
        self.redraw()

    def watch_page(self) -> None:
        """Show other columns."""
        self.redraw()


class FiguresTabs(FiguresText):
    """The ways in which the figures are cut, the one that is on marked."""

    by_clock = False

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the ways, each with its key and to be clicked."""
        tabs = [_tab(cut, cut == self.cut) for cut in CUTS]
        return Content(" ").join(tabs).truncate(width, ellipsis=True)


KEYS_OF_CUTS: dict[Cut, str] = {"delegation": "d", "topic": "t", "session": "s", "day": "y"}


def _tab(cut: Cut, chosen: bool) -> Content:
    words, key = say(f"statistics.cut_{cut}"), KEYS_OF_CUTS[cut]
    if chosen:
        return Content.styled(f"►{key} {words} ", "bold reverse")
    return Content.from_markup(
        f"[@click=screen.cut('{cut}')] [b $accent]$shown[/] $words [/]", shown=key, words=words
    )


class FiguresHead(FiguresText):
    """The heading of the columns."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the names of the columns that are on, in their places."""
        plan = _layout(outlook, self.cut, width, self.page)
        head = plan.line(
            Content(say(f"statistics.cut_{self.cut}")),
            " " * plan.bar,
            [column.head for column in plan.columns],
        )
        return Content.assemble(" ", head.plain).stylize("$text-muted")


class FiguresTable(FiguresText):
    """The rows; a sentence where nothing was said yet."""

    grows = True

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return every row."""
        found = figures_of(outlook, self.cut)
        if not found:
            return Content.styled(say("statistics.nothing"), "$text-muted")
        plan = _layout(outlook, self.cut, width, self.page)
        return Content("\n").join(_lines(outlook, self.cut, found, plan))


class FiguresTotal(FiguresText):
    """The sum of every row."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the totals in their columns, nothing where there is nothing to add up."""
        found = figures_of(outlook, self.cut)
        if not found:
            return Content(" ")
        plan, every = _layout(outlook, self.cut, width, self.page), total(found)
        cells = [column.shown(every, every.speaking) for column in plan.columns]
        line = plan.line(Content(say("statistics.total")), " " * plan.bar, cells)
        return Content.assemble(" ", line).stylize("bold")


@lru_cache(maxsize=8)
def figures_of(outlook: Outlook, cut: Cut) -> list[Figures]:
    """Return the figures of an outlook; computed once for all that show them."""
    return CUTS[cut](outlook.meeting, outlook.now)


def pages_of(outlook: Outlook, cut: Cut, width: int) -> int:
    """Return on how many pages the columns stand in a width."""
    return _layout(outlook, cut, width, 0).pages


def _layout(outlook: Outlook, cut: Cut, width: int, page: int) -> Layout:
    names = [_name(outlook, cut, item) for item in figures_of(outlook, cut)]
    widest = max((name.cell_length for name in names), default=0)
    return layout(cut, width, max(widest, len(say("statistics.total"))), page)


def _name(outlook: Outlook, cut: Cut, figures: Figures) -> Content:
    """Return the name of a row; a delegation has its code before it, never to be confused."""
    name = plain(figures_name(outlook.meeting, cut, figures))
    if cut != "delegation" or outlook.meeting.plan.delegation(figures.key) is None:
        return Content(name)
    return Content.assemble((figures.key, "bold"), " ", name)


def _lines(outlook: Outlook, cut: Cut, found: list[Figures], plan: Layout) -> Iterator[Content]:
    longest, every = max(item.speaking for item in found), total(found).speaking
    current = _current(outlook, cut)
    for item in found:
        on = current is not None and (item.key, item.outside) == current
        cells = [column.shown(item, every) for column in plan.columns]
        drawn = bar(item.speaking, longest, plan.bar)
        line = plan.line(_name(outlook, cut, item), drawn, cells)
        yield Content.assemble(("►", "bold") if on else " ", line.stylize("bold") if on else line)


def _current(outlook: Outlook, cut: Cut) -> tuple[str, bool] | None:
    """Return the key of the row that counts on, None while nobody is on the floor."""
    floor = outlook.meeting.floor
    if floor is None:
        return None
    planned = outlook.meeting.plan.session(floor.session or "")
    return {
        "delegation": (floor.entry.delegation, False),
        "topic": (planned.topic if planned else "", False),
        "session": (floor.session or floor.moment, floor.session is None),
        "day": (floor.day, False),
    }[cut]
