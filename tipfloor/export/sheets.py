"""The sheets of a workbook: a head that stays, filters, widths that fit, and a page set up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from textwrap import wrap
from typing import Any

from tipfloor.export.cells import Cells, is_date, is_length, is_time
from tipfloor.export.minutes import marks
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.plain import plain

DAY = 86_400
"""Seconds in a day, the unit in which a workbook counts time."""

MOST = 1000
"""Rows whose texts a column's width is fitted to."""

NARROWEST, WIDEST, WIDEST_NEST = 6, 26, 60
"""Characters in the columns of a list; what is longer goes on in another line of its cell."""

TIME_WIDTH, HOUR_WIDTH, LENGTH_WIDTH, DATE_WIDTH = 19, 9, 12, 11
LINE = 15
"""The height of a line of text in points."""

HIGHEST = 400
"""The height of a row in points, which no program lets go much higher."""

LONGEST = 32_767
"""Characters that a cell can hold, as counted by the programs: no more are written."""

PAGE_A4, PAGE_A3 = 9, 8
MOST_ON_A4 = 14
"""Columns that are still read on A4; a list of more is set up for A3."""


class Sheets:
    """Adds sheets to a workbook, all in one manner."""

    def __init__(self, book: Any, snapshot: Snapshot) -> None:
        self._book, self._snapshot = book, snapshot
        self._cells = Cells(snapshot.whole)
        top = {"valign": "top"}
        self.head = book.add_format(
            {"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "text_wrap": True, **top}
        )
        self.strong = book.add_format({"bold": True, **top})
        self.wrapped = book.add_format({"text_wrap": True, **top})
        self.number = book.add_format(top)
        self.time = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", **top})
        self.hour = book.add_format({"num_format": "hh:mm:ss", **top})
        self.date = book.add_format({"num_format": "yyyy-mm-dd", **top})
        self.length = book.add_format({"num_format": "[h]:mm:ss.000", **top})
        self.share = book.add_format({"num_format": "0.0%", **top})
        self.total = book.add_format({"bold": True, "top": 1})
        self.total_length = book.add_format({"bold": True, "top": 1, "num_format": "[h]:mm:ss.000"})
        self.total_share = book.add_format({"bold": True, "top": 1, "num_format": "0.0%"})

    def blank(self, name: str) -> Any:
        """Add a sheet by the name that it has in the catalogue, its page set up."""
        snapshot, title = self._snapshot, say(f"export.sheet_{name}")[:31]
        sheet = self._book.add_worksheet(title)
        sheet.set_paper(PAGE_A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.8)
        sheet.fit_to_pages(1, 0)
        about = _in_header(snapshot.meeting.plan.meeting.short_title, 80)
        sheet.set_header(
            f"&L{about}&C&B{_in_header(' '.join(marks(snapshot)), 80)}&R{_in_header(title, 40)}"
        )
        pages = say("export.page_of", page="&P", pages="&N")
        sheet.set_footer(f"&L{len(snapshot.history)}, {snapshot.digest[:16]}…&R{pages}")
        return sheet

    def titled(self, name: str, titles: Sequence[str], rows: int) -> Any:
        """Add a sheet with a head row that stays in view and on every page, and with filters."""
        sheet = self.blank(name)
        sheet.write_row(0, 0, titles, self.head)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(rows, 1), len(titles) - 1)
        sheet.repeat_rows(0)
        return sheet

    def rows(self, name: str, kind: Any, rows: Sequence[Any]) -> None:
        """Add a sheet of a list of dataclasses of one kind, its head even where it is empty."""
        columns = columns_of(kind)
        titles = [say(f"export.column_{title}") for title in columns.values()]
        sheet = self.titled(name, titles, len(rows))
        sheet.set_landscape()
        sheet.set_paper(PAGE_A4 if len(columns) <= MOST_ON_A4 else PAGE_A3)
        table = [[self._cells.value(name, getattr(row, name)) for name in columns] for row in rows]
        day_at = [*columns].index("day") if "day" in columns else None
        days = [None if day_at is None else line[day_at] for line in table]
        lines = list(zip(table, days, strict=True))
        widths = [
            max([_least(title), *(_width(column, line[place], day) for line, day in lines[:MOST])])
            for place, (column, title) in enumerate(zip(columns, titles, strict=True))
        ]
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        _set_height(sheet, 0, titles, [width - 3 for width in widths])
        for number, (line, day) in enumerate(lines, start=1):
            _set_height(sheet, number, line, widths)
            for place, column in enumerate(columns):
                self._write(sheet, number, place, column, line[place], day)

    def _write(self, sheet: Any, row: int, place: int, column: str, value: Any, day: Any) -> None:
        """Write a cell; a time of the day that its row has stands without its date."""
        if value is None:
            return
        if isinstance(value, datetime):
            at = self.hour if _is_of(day, value) else self.time
            sheet.write_datetime(row, place, value, self.date if is_date(column) else at)
        elif isinstance(value, bool):
            sheet.write_boolean(row, place, value, self.number)
        elif isinstance(value, str):
            sheet.write_string(row, place, _fitting(value), self.wrapped)
        elif is_length(column):
            sheet.write_number(row, place, value / DAY, self.length)
        else:
            sheet.write_number(row, place, value, self.number)


def columns_of(kind: Any) -> dict[str, str]:
    """Return the columns of a list with the names of their titles.

    Of a code and its words it is the words, under the title of the code.
    """
    names = [field.name for field in fields(kind)]
    worded = {f"{name}_text": name for name in names if f"{name}_text" in names}
    return {name: worded.get(name, name) for name in names if name not in worded.values()}


def _least(title: str) -> int:
    """Return the width that a title needs, with room for the mark of its filter."""
    longest = max(map(len, title.split()), default=0)
    return max(longest + 4, NARROWEST)


def _set_height(sheet: Any, row: int, texts: Sequence[Any], widths: Sequence[int]) -> None:
    """Make a row as high as its texts need: programs differ in whether they do it themselves."""
    lines = 1
    for text, width in zip(texts, widths, strict=True):
        if isinstance(text, str) and (len(text) > width - 1 or "\n" in text):
            lines = max(lines, sum(len(wrap(part, width - 1)) or 1 for part in text.split("\n")))
    if lines > 1:
        sheet.set_row(row, min(lines * LINE, HIGHEST))


def _is_of(day: Any, value: datetime) -> bool:
    return isinstance(day, datetime) and day.date() == value.date()


def _fitting(text: str) -> str:
    """Return text that a cell holds whole, a longer one cut where it says so."""
    if len(text) <= LONGEST:
        return text
    sign = say("export.cell_cut", number=len(text))
    return text[: LONGEST - len(sign)] + sign


def _width(column: str, value: Any, day: Any) -> int:
    if value is None:
        return NARROWEST
    if is_date(column):
        return DATE_WIDTH
    if is_time(column):
        return HOUR_WIDTH if isinstance(value, datetime) and _is_of(day, value) else TIME_WIDTH
    if is_length(column):
        return LENGTH_WIDTH
    lines = str(value).split("\n")
    nested = len(lines) > 1 or ": " in lines[0]
    return min(max(map(len, lines)) + 2, WIDEST_NEST if nested else WIDEST)


def _in_header(text: str, most: int) -> str:
    """Return text for a header, in which an ampersand begins a code unless it is doubled."""
    return plain(text)[:most].replace("&", "&&")
