"""The columns of the figures: which of them fit beside a name and a bar, page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tipfloor.core.reckoning.statistics import Cut, Figures
from tipfloor.standing.line import Line
from tipfloor.words import say
from tipfloor.words.calendar import percent
from tipfloor.words.times import span

SHORTEST_BAR = 15
"""Cells below which lengths can no longer be told apart."""

WIDEST_BAR = 60
WIDEST_NAME = 48
SHORTEST_NAMES: dict[Cut, int] = {"delegation": 22, "topic": 29, "session": 29, "day": 15}
"""Cells of a name, its code included, that no column may take."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures by its name in the catalogue, its cells, and what it shows of a row."""

    name: str
    width: int
    shown: Callable[[Figures, int], str]

    @property
    def head(self) -> str:
        """The heading, over the right edge of the figures."""
        return f"{say(f'statistics.column_{self.name}'):>{self.width}}"


COLUMNS = (
    Column("remarks", 7, lambda row, _: str(row.remarks)),
    Column("speaking", 8, lambda row, _: span(row.speaking)),
    Column("share", 6, lambda row, total: percent(row.share(total))),
    Column("mean", 6, lambda row, _: span(row.mean)),
    Column("over_time", 6, lambda row, _: span(row.over_time) if row.over_time else ""),
    Column("replies", 7, lambda row, _: _number(row.replies)),
    Column("refusals", 7, lambda row, _: _number(row.refusals)),
    Column("written", 7, lambda row, _: _number(row.written)),
)
"""The columns, those that people ask for first before the others."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a width is divided: the name, the bar, and the columns of one page."""

    name: int
    bar: int
    columns: tuple[Column, ...]
    pages: int

    def line(self, name: Line, drawn: str, figures: list[str]) -> Line:
        """Return a line of the table from its cells, a sign before the name not counted."""
        shown = name.truncated(self.name, pad=True)
        cells = [
            f"{cell:>{column.width}}" for cell, column in zip(figures, self.columns, strict=True)
        ]
        return Line.of(shown, " ", (drawn, "accent"), *(f" {cell}" for cell in cells))


def layout(cut: Cut, width: int, widest: int, page: int) -> Layout:
    """Divide a width among the widest name, the bar and as many columns as fit a page."""
    shortest = min(SHORTEST_NAMES[cut], max(widest, 8))
    room = width - 1 - shortest - 1 - SHORTEST_BAR
    pages = _pages(room)
    columns = pages[page % len(pages)]
    left = width - 2 - sum(1 + column.width for column in columns)
    name = max(4, min(widest, WIDEST_NAME, left - SHORTEST_BAR))
    return Layout(name, max(0, min(WIDEST_BAR, left - name)), columns, len(pages))


def _pages(room: int) -> list[tuple[Column, ...]]:
    pages: list[tuple[Column, ...]] = []
    page: list[Column] = []
    for column in COLUMNS:
        if page and sum(1 + item.width for item in (*page, column)) > room:
            pages.append(tuple(page))
            page = []
        page.append(column)
    return [*pages, tuple(page)]


def _number(number: int) -> str:
    return str(number) if number else ""
