"""Who spoke how often and for how long, a row each with its bar, and the totals below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tipfloor.core.reckoning.statistics import CUTS, Cut, Figures, total
from tipfloor.standing.figures.bar import bar
from tipfloor.standing.figures.columns import Layout, layout
from tipfloor.standing.line import Line, Lines
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.figures import figures_name
from tipfloor.words.plain import plain


def figures_head(outlook: Outlook, width: int, cut: Cut, page: int) -> Line:
    """Return the names of the columns that are on, in their places."""
    plan = _layout(outlook, cut, width, page)
    heads = [column.head for column in plan.columns]
    head = plan.line(Line.of(say(f"statistics.cut_{cut}")), " " * plan.bar, heads)
    return Line.of((f" {head.text}", "quiet"))


def figures_table(outlook: Outlook, width: int, cut: Cut, page: int) -> Lines:
    """Return a row for each that spoke, or was refused where that is shown; else a sentence."""
    plan = _layout(outlook, cut, width, page)
    refusals = any(column.name == "refusals" for column in plan.columns)
    found = [
        item
        for item in figures_of(outlook, cut)
        if item.remarks or item.written or (refusals and item.refusals)
    ]
    if not found:
        return (Line.of((say("statistics.nothing"), "quiet")),)
    return tuple(_lines(outlook, cut, found, plan))


def figures_total(outlook: Outlook, width: int, cut: Cut, page: int) -> Line:
    """Return the totals in their columns, nothing where there is nothing to add up."""
    found = figures_of(outlook, cut)
    if not found:
        return Line.of(" ")
    plan, every = _layout(outlook, cut, width, page), total(found)
    cells = [column.shown(every, every.speaking) for column in plan.columns]
    line = plan.line(Line.of(say("statistics.total")), " " * plan.bar, cells)
    return Line.of(" ", line).emphasised()


@lru_cache(maxsize=8)
def figures_of(outlook: Outlook, cut: Cut) -> list[Figures]:
    """Return the figures of an outlook; computed once for all that show them."""
    return CUTS[cut](outlook.meeting, outlook.now)


def pages_of(outlook: Outlook, cut: Cut, width: int) -> int:
    """Return on how many pages the columns stand in a width."""
    return _layout(outlook, cut, width, 0).pages


def _layout(outlook: Outlook, cut: Cut, width: int, page: int) -> Layout:
    names = [_name(outlook, cut, item) for item in figures_of(outlook, cut)]
    widest = max((name.cells for name in names), default=0)
    return layout(cut, width, max(widest, len(say("statistics.total"))), page)


def _name(outlook: Outlook, cut: Cut, figures: Figures) -> Line:
    """Return the name of a row; a delegation has its code before it, never to be confused."""
    name = plain(figures_name(outlook.meeting, cut, figures))
    if cut != "delegation" or outlook.meeting.plan.delegation(figures.key) is None:
        return Line.of(name)
    return Line.of((figures.key, "strong"), " ", name)


def _lines(outlook: Outlook, cut: Cut, found: list[Figures], plan: Layout) -> Iterator[Line]:
    longest, every = max(item.speaking for item in found), total(found).speaking
    current = _current(outlook, cut)
    for item in found:
        on = current is not None and (item.key, item.outside) == current
        cells = [column.shown(item, every) for column in plan.columns]
        drawn = bar(item.speaking, longest, plan.bar)
        line = plan.line(_name(outlook, cut, item), drawn, cells)
        yield Line.of(("►", "strong"), line.emphasised()) if on else Line.of(" ", line)


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
