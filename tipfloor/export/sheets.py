"""The sheets of a workbook: a head that stays, filters, widths that fit, and a page set up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tipfloor.export.cells import Cells, is_date, is_length
from tipfloor.export.listed import LONGEST_TITLE, Column, Listed, filling, listed, parted
from tipfloor.export.minutes import marks
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.widths import MOST, is_of, is_said, least, set_height, wanted
from tipfloor.words import say
from tipfloor.words.plain import plain

DAY = 86_400
"""Seconds in a day, the unit in which a workbook counts time."""

FONT, SIZE = "Arial", 9
"""The font of all cells, and its size in points."""

LONGEST = 32_767
"""Characters that a cell can hold, as counted by the programs: no more are written."""

PAPERS = {"a4": 9, "letter": 1}
"""The papers by the numbers that workbooks have for them."""

PAGES = {"a4": 118, "letter": 110}
"""How wide a landscape page of a paper is between its margins, in the unit of columns.

It is reckoned for a font that is a fifth wider than Arial, as programs take one that have not that.
"""

PADDING = 0.75
"""What each column takes beyond its width."""

MARGIN = 0.4
"""The margin at either side in inches."""


class Sheets:
    """Adds sheets to a workbook, all in one manner."""

    def __init__(self, book: Any, snapshot: Snapshot) -> None:
        self._book, self._snapshot = book, snapshot
        self._cells = Cells(snapshot.whole)
        self._paper = snapshot.whole.plan.publication.paper
        self._titles: set[str] = set()
        self.head = self._format(bold=True, bg_color="#DCE6F1", bottom=1, text_wrap=True)
        self.strong = self._format(bold=True)
        self.wrapped = self._format(text_wrap=True)
        self.number = self._format()
        self.time = self._format(num_format="yyyy-mm-dd hh:mm:ss")
        self.hour = self._format(num_format="hh:mm:ss")
        self.date = self._format(num_format="yyyy-mm-dd")
        self.length = self._format(num_format="[h]:mm:ss.000")
        self.share = self._format(num_format="0.0%")
        self.total = self._format(bold=True, top=1)
        self.total_length = self._format(bold=True, top=1, num_format="[h]:mm:ss.000")
        self.total_share = self._format(bold=True, top=1, num_format="0.0%")

    def _format(self, **look: Any) -> Any:
        return self._book.add_format(
            {"font_name": FONT, "font_size": SIZE, "valign": "top", **look}
        )

    @property
    def page(self) -> int:
        """How wide a landscape page is, in the unit of columns."""
        return PAGES[self._paper]

    def blank(self, title: str) -> Any:
        """Add a sheet by its title, which no other has, its page set up."""
        snapshot, title = self._snapshot, self._free(title)
        sheet = self._book.add_worksheet(title)
        sheet.set_landscape()
        sheet.set_paper(PAPERS[self._paper])
        sheet.set_margins(left=MARGIN, right=MARGIN, top=0.9, bottom=0.8)
        sheet.fit_to_pages(1, 0)
        about = _in_header(snapshot.meeting.plan.meeting.short_title, 80)
        sheet.set_header(
            f"&L{about}&C&B{_in_header(' '.join(marks(snapshot)), 80)}&R{_in_header(title, 40)}"
        )
        pages = say("export.page_of", page="&P", pages="&N")
        sheet.set_footer(f"&L{len(snapshot.history)}, {snapshot.digest[:16]}…&R{pages}")
        return sheet

    def _free(self, title: str) -> str:
        """Return the name of a sheet, with a number where another has it."""
        found, number = title[:LONGEST_TITLE], 1
        while found.casefold() in self._titles:
            number += 1
            found = f"{title[: LONGEST_TITLE - len(f' {number}')]} {number}"
        self._titles.add(found.casefold())
        return found

    def titled(self, title: str, heads: Sequence[str], rows: int) -> Any:
        """Add a sheet with a head row that stays in view and on every page, and with filters."""
        sheet = self.blank(title)
        sheet.write_row(0, 0, heads, self.head)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(rows, 1), len(heads) - 1)
        sheet.repeat_rows(0)
        return sheet

    def rows(self, name: str, kind: Any, rows: Sequence[Any]) -> None:
        """Add the sheets of a list of rows of one kind, its head even where it is empty."""
        for found in listed(name, kind, rows):
            self._list(found)

    def _list(self, found: Listed) -> None:
        """Add a list as one sheet, or as several side by side where it is wider than a page."""
        fields = [column.field for column in found.columns]
        table = [
            [self._cells.value(*pair) for pair in zip(fields, row, strict=True)]
            for row in found.rows
        ]
        day_at = fields.index("day") if "day" in fields else None
        days = [None if day_at is None else line[day_at] for line in table]
        kept = [x for x in range(len(fields)) if not table or any(is_said(y[x]) for y in table)]
        columns = [found.columns[x] for x in kept]
        wide, narrow = [], []
        for place in kept:
            values = [row[place] for row in table[:MOST]]
            wide.append(wanted(found.columns[place], values, days))
            narrow.append(min(wide[-1], least(found.columns[place], values)))
        for places in parted(columns, [width + PADDING for width in narrow], self.page):
            room = self.page - PADDING * len(places)
            widths = filling([narrow[x] for x in places], [wide[x] for x in places], room)
            self._sheet(found.title, [(columns[x], kept[x]) for x in places], widths, table, days)

    def _sheet(
        self,
        title: str,
        columns: Sequence[tuple[Column, int]],
        widths: Sequence[float],
        table: Sequence[Sequence[Any]],
        days: Sequence[Any],
    ) -> None:
        """Add a sheet of some columns, each with its place in the rows of the table."""
        heads = [column.head for column, _ in columns]
        sheet = self.titled(title, heads, len(table))
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        set_height(sheet, 0, heads, widths, lines=2)
        for number, (line, day) in enumerate(zip(table, days, strict=True), start=1):
            cells = [line[x] for _, x in columns]
            set_height(sheet, number, cells, widths)
            for place, ((column, _), value) in enumerate(zip(columns, cells, strict=True)):
                self._write(sheet, number, place, column.field, value, day)

    def _write(self, sheet: Any, row: int, place: int, field: str, value: Any, day: Any) -> None:
        """Write a cell; a time of the day that its row has stands without its date."""
        if value is None:
            return
        if isinstance(value, datetime):
            at = self.hour if is_of(day, value) else self.time
            sheet.write_datetime(row, place, value, self.date if is_date(field) else at)
        elif isinstance(value, bool):
            sheet.write_boolean(row, place, value, self.number)
        elif isinstance(value, str):
            sheet.write_string(row, place, _fitting(value), self.wrapped)
        elif is_length(field):
            sheet.write_number(row, place, value / DAY, self.length)
        else:
            sheet.write_number(row, place, value, self.number)


def _fitting(text: str) -> str:
    """Return text that a cell holds whole, a longer one cut where it says so."""
    if len(text) <= LONGEST:
        return text
    sign = say("export.cell_cut", number=len(text))
    return text[: LONGEST - len(sign)] + sign


def _in_header(text: str, most: int) -> str:
    """Return text for a header, in which an ampersand begins a code unless it is doubled."""
    return plain(text)[:most].replace("&", "&&")
