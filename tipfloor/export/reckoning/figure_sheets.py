"""Speaking time by delegation, topic and session as sheets, with a total and a chart each."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from tipfloor.core.reckoning.statistics import CUTS, Cut, Figures, total
from tipfloor.export.reckoning.figures import CUTS_DRAWN
from tipfloor.export.sheets import DAY, LINE, Sheets
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.figures import figures_name
from tipfloor.words.plain import plain
from tipfloor.words.times import span

COLUMNS = ("remarks", "replies", "written", "speaking", "share", "mean", "over_time", "refusals")
LENGTHS = ("speaking", "mean", "over_time")
MILLISECONDS = DAY * 1000
"""Milliseconds in a day, the unit in which a workbook counts time."""

FIRST_WIDTH, WIDTH = 46, 12
ROW_PIXELS, CHART_WIDTH, TALLEST_CHART = 22, 900, 1300
STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1440)
"""Minutes that may lie between two lines of a chart."""

MOST_STEPS = 8

LONGEST_DESCRIPTION = 2_000
"""Characters of what a chart says to those who do not see it."""


def add_figures(book: Any, sheets: Sheets, snapshot: Snapshot) -> None:
    """Add the sheets of figures to a workbook."""
    for cut in CUTS_DRAWN:
        _add(book, sheets, snapshot, cut)


def _add(book: Any, sheets: Sheets, snapshot: Snapshot, cut: Cut) -> None:
    name, figures = f"by_{cut}", CUTS[cut](snapshot.meeting, snapshot.now)
    titles = [say(f"export.column_{column}") for column in (name, *COLUMNS)]
    sheet = sheets.titled(name, titles, len(figures))
    sheet.set_portrait()
    sheet.set_column(0, 0, FIRST_WIDTH)
    sheet.set_column(1, len(COLUMNS), WIDTH)
    sheet.set_row(0, 2 * LINE)
    whole = total(figures)
    formats = (sheets.wrapped, sheets.number, sheets.length, sheets.share)
    for number, item in enumerate(figures, start=1):
        _line(sheet, number, _named(snapshot, cut, item), item, whole, formats)
    if figures:
        formats = (sheets.total, sheets.total, sheets.total_length, sheets.total_share)
        _line(sheet, len(figures) + 1, say("export.total"), whole, whole, formats)
        _chart(book, sheet, name, figures, [_named(snapshot, cut, item) for item in figures])


def _line(
    sheet: Any, row: int, title: str, item: Figures, whole: Figures, formats: tuple[Any, ...]
) -> None:
    text, number, length, share = formats
    sheet.write_string(row, 0, title, text)
    sheet.set_row(row, LINE * max(1, len(wrap(title, FIRST_WIDTH - 2))))
    for place, column in enumerate(COLUMNS, start=1):
        if column == "share":
            sheet.write_number(row, place, item.share(whole.speaking), share)
        elif column in LENGTHS:
            sheet.write_number(row, place, getattr(item, column) / MILLISECONDS, length)
        else:
            sheet.write_number(row, place, getattr(item, column), number)


def _chart(book: Any, sheet: Any, name: str, figures: list[Figures], names: list[str]) -> None:
    """Add bars of the speaking time below the figures, on a page of their own."""
    title, rows = say(f"export.sheet_{name}")[:31], len(figures)
    place = COLUMNS.index("speaking") + 1
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": say("export.column_speaking"),
            "categories": [title, 1, 0, rows, 0],
            "values": [title, 1, place, rows, place],
            "fill": {"color": "#2F5F8F"},
            "gap": 40,
            "data_labels": {"value": True, "num_format": "[m]:ss", "font": {"size": 8}},
        }
    )
    chart.set_title({"name": say(f"export.chart_{name}"), "name_font": {"size": 13}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "interval_unit": 1})
    chart.set_x_axis(
        {
            "num_format": "[m]:ss",
            "num_font": {"size": 9},
            "min": 0,
            "major_unit": _step(max(item.speaking for item in figures)) / 1440,
            "major_gridlines": {"visible": True, "line": {"color": "#D0D0D0"}},
        }
    )
    chart.set_size({"width": CHART_WIDTH, "height": min(160 + ROW_PIXELS * rows, TALLEST_CHART)})
    told = (f"{text} {span(item.speaking)}" for text, item in zip(names, figures, strict=True))
    described = f"{say(f'export.chart_{name}')}: {'; '.join(told)}"
    place_of = {"x_offset": 4, "y_offset": 4, "description": described[:LONGEST_DESCRIPTION]}
    sheet.insert_chart(rows + 3, 0, chart, place_of)
    if rows > 20:
        sheet.set_h_pagebreaks([rows + 2])


def _step(longest: int) -> int:
    """Return the minutes between two lines, so that the longest bar crosses but a few."""
    return next((step for step in STEPS if longest <= step * 60_000 * MOST_STEPS), STEPS[-1])


def _named(snapshot: Snapshot, cut: Cut, item: Figures) -> str:
    if cut == "topic" and not item.key:
        return say("export.no_topic")
    return plain(figures_name(snapshot.meeting, cut, item))
