"""Speaking time by delegation, topic and session as sheets, with a total and a chart each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tipfloor.core.reckoning.statistics import CUTS, Cut, Figures, total
from tipfloor.export.reckoning.figures import CUTS_DRAWN, name_in_files
from tipfloor.export.sheets import DAY, PADDING, Sheets
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.widths import set_height
from tipfloor.words import say
from tipfloor.words.joining import apart
from tipfloor.words.times import span

COLUMNS = {
    "code": 11,
    "remarks": 12,
    "replies": 8.5,
    "written": 8.5,
    "speaking": 11,
    "share": 8,
    "mean": 11,
    "over_time": 11,
    "refusals": 9,
}
"""The columns behind the first, with their widths."""

LENGTHS = ("speaking", "mean", "over_time")
MILLISECONDS = DAY * 1000
"""Milliseconds in a day, the unit in which a workbook counts time."""

BAR_PIXELS, OTHER_PIXELS, CHART_WIDTH = 14, 92, 760
"""How high a bar of a chart is and all else of it, and how wide it is: a page has room for it."""

POINTS_OF_NAME = 7
"""The size of a bar's name: LibreOffice leaves out those that would stand closer than a line."""

MOST_BARS = 34
"""Bars of a chart: more would not stand on a landscape page, so they are in a second one."""

ROWS_OF_CHART = 32
"""Rows of the sheet that a chart covers at most."""

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
    columns = [column for column in COLUMNS if cut != "topic" or column != "code"]
    titles = [say(f"export.column_{column}") for column in (name, *columns)]
    sheet = sheets.titled(say(f"export.sheet_{name}"), titles, len(figures))
    widths = [COLUMNS[column] for column in columns]
    first = sheets.page - sum(widths) - PADDING * (1 + len(widths))
    for place, width in enumerate((first, *widths)):
        sheet.set_column(place, place, width)
    set_height(sheet, 0, titles, (first, *widths), lines=2)
    whole = total(figures)
    formats = (sheets.wrapped, sheets.number, sheets.length, sheets.share)
    names = [name_in_files(snapshot.meeting, cut, item) for item in figures]
    for number, (title, item) in enumerate(zip(names, figures, strict=True), start=1):
        texts = (title, item.key) if "code" in columns else (title,)
        set_height(sheet, number, texts, (first, *widths))
        _line(sheet, number, (title, item, whole), formats, columns)
    if figures:
        formats = (sheets.total, sheets.total, sheets.total_length, sheets.total_share)
        told = (say("export.total"), whole, whole)
        _line(sheet, len(figures) + 1, told, formats, columns)
        _charts(book, sheet, name, figures, names, 1 + columns.index("speaking"))


def _line(
    sheet: Any,
    row: int,
    told: tuple[str, Figures, Figures],
    formats: tuple[Any, ...],
    columns: Sequence[str],
) -> None:
    """Write the figures of something by its title, with their share of the whole."""
    (title, item, whole), (text, number, length, share) = told, formats
    sheet.write_string(row, 0, title, text)
    for place, column in enumerate(columns, start=1):
        if column == "code":
            sheet.write_string(row, place, "" if item is whole else item.key, text)
        elif column == "share":
            sheet.write_number(row, place, item.share(whole.speaking), share)
        elif column in LENGTHS:
            sheet.write_number(row, place, getattr(item, column) / MILLISECONDS, length)
        else:
            sheet.write_number(row, place, getattr(item, column), number)


def _charts(
    book: Any, sheet: Any, name: str, figures: list[Figures], names: list[str], column: int
) -> None:
    """Add bars of the speaking time below the figures, each chart on a page of its own."""
    rows = len(figures)
    starts = range(0, rows, MOST_BARS)
    places = [rows + 3 + ROWS_OF_CHART * number for number in range(len(starts))]
    for start, place in zip(starts, places, strict=True):
        some = slice(start, start + MOST_BARS)
        last = min(start + MOST_BARS, rows)
        chart = _chart(book, sheet, name, (start + 1, last, column), figures)
        told = (
            f"{text} {span(item.speaking)}"
            for text, item in zip(names[some], figures[some], strict=True)
        )
        title = say(f"export.chart_{name}")
        described = say("export.chart_told", title=title, lines=apart(told))
        at = {"x_offset": 4, "y_offset": 4, "description": described[:LONGEST_DESCRIPTION]}
        sheet.insert_chart(place, 0, chart, at)
    sheet.set_h_pagebreaks([place - 1 for place in places])


def _chart(
    book: Any, sheet: Any, name: str, cells: tuple[int, int, int], figures: list[Figures]
) -> Any:
    """Return the bars of the cells from a first to a last row in a column of a sheet."""
    title, (first, last, place) = sheet.get_name(), cells
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": say("export.column_speaking"),
            "categories": [title, first, 0, last, 0],
            "values": [title, first, place, last, place],
            "fill": {"color": "#2F5F8F"},
            "gap": 40,
            "data_labels": {"value": True, "num_format": "[m]:ss", "font": {"size": 8}},
        }
    )
    chart.set_title({"name": say(f"export.chart_{name}"), "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": POINTS_OF_NAME}, "interval_unit": 1})
    longest = max(item.speaking for item in figures)
    chart.set_x_axis(
        {
            "num_format": "[m]:ss",
            "num_font": {"size": 8},
            "min": 0,
            "major_unit": _step(longest) / 1440,
            "major_gridlines": {"visible": True, "line": {"color": "#D0D0D0"}},
        }
    )
    bars = last - first + 1
    chart.set_size({"width": CHART_WIDTH, "height": OTHER_PIXELS + max(BAR_PIXELS * bars, 120)})
    return chart


def _step(longest: int) -> int:
    """Return the minutes between two lines, so that the longest bar crosses but a few."""
    return next((step for step in STEPS if longest <= step * 60_000 * MOST_STEPS), STEPS[-1])
