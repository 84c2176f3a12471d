"""The record as an Excel workbook: a sheet for every list, and speaking time with charts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook

from tipfloor.core.statistics import Figures, by_delegation, by_session, by_topic
from tipfloor.export.data import lists_of
from tipfloor.export.figures import DRAWN
from tipfloor.export.minutes import under_way
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.unheard import moment_title
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.times import iso, span_whole

DAY = 86_400_000
"""Milliseconds in a day, the unit in which a workbook counts time."""

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
FIGURES = ("remarks", "replies", "written", "speaking", "mean", "over_time", "refusals")
WIDEST = 24
"""Characters in the widest column of a list: a page is to be read on paper."""

LENGTHS = ("speaking", "mean", "over_time")


def written(snapshot: Snapshot) -> bytes:
    """Return the workbook as the bytes of its file."""
    file = io.BytesIO()
    with Workbook(file, OPTIONS) as book:
        _Sheets(book, snapshot).write()
    return file.getvalue()


class _Sheets:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, snapshot: Snapshot) -> None:
        self._book, self._snapshot = book, snapshot
        self._head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1})
        self._time = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss.000"})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._length = book.add_format({"num_format": "[h]:mm:ss.000"})

    def write(self) -> None:
        """Write the sheets: remarks first, the figures after them, then every other list."""
        about, meeting, now = self._snapshot.meeting.plan.meeting, *self._now()
        self._book.set_properties({"title": plain(about.title)[:255], "author": ""})
        self._book.set_custom_property("record_position", len(self._snapshot.history), "number")
        self._book.set_custom_property("record_digest", self._snapshot.digest, "text")
        lists = lists_of(self._snapshot)
        self._list("remarks", lists.pop("remarks"))
        for name, figures in (
            ("by_delegation", by_delegation(meeting, now)),
            ("by_topic", by_topic(meeting, now)),
            ("by_session", by_session(meeting, now)),
        ):
            self._figures(name, figures)
        for name, rows in lists.items():
            if name not in DRAWN:
                self._list(name, rows)
        self._about()

    def _now(self) -> tuple[Any, Any]:
        return self._snapshot.meeting, self._snapshot.now

    def _sheet(self, title: str, columns: Iterable[str], rows: int) -> Any:
        sheet, names = self._book.add_worksheet(title[:31]), list(columns)
        sheet.write_row(0, 0, names, self._head)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(rows, 1), len(names) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        provisional = say("export.provisional") if under_way(self._snapshot) else ""
        sheet.set_header(f"&L{title}&R{provisional}")
        sheet.set_footer("&C&P / &N")
        for place, name in enumerate(names):
            sheet.set_column(place, place, max(len(name) + 3, 12))
        return sheet

    def _list(self, name: str, rows: Sequence[Any]) -> None:
        if not rows:
            return
        table = [asdict(row) for row in rows]
        columns = list(table[0])
        titles = [column.removesuffix("_seconds").replace("_", " ") for column in columns]
        sheet = self._sheet(_titled(name), map(_titled, titles), len(table))
        for place, column in enumerate(columns):
            longest = max((len(_text(row[column])) for row in table[:200]), default=0)
            sheet.set_column(place, place, min(max(longest, len(titles[place]) + 2, 6) + 1, WIDEST))
        for number, row in enumerate(table, start=1):
            for place, column in enumerate(columns):
                self._cell(sheet, number, place, column, row[column])

    def _cell(self, sheet: Any, row: int, place: int, column: str, value: Any) -> None:
        if value is None:
            return
        if column.endswith("_seconds") and value < 0:
            # Programs show a length below zero as hashes.
            sheet.write_string(row, place, span_whole(round(value * 1000)))
        elif column.endswith("_seconds"):
            sheet.write_number(row, place, value * 1000 / DAY, self._length)
        elif isinstance(value, bool):
            sheet.write_boolean(row, place, value)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value)
        elif isinstance(value, str) and _is_time(column, value):
            at = datetime.fromisoformat(value).replace(tzinfo=None)
            sheet.write_datetime(row, place, at, self._time if len(value) > 10 else self._date)
        else:
            sheet.write_string(row, place, _text(value))

    def _figures(self, name: str, figures: list[Figures]) -> None:
        title = say(f"export.sheet_{name}")
        columns = [title, *(_titled(item.replace("_", " ")) for item in FIGURES)]
        sheet = self._sheet(title, columns, len(figures))
        sheet.set_column(0, 0, 44)
        for number, item in enumerate(figures, start=1):
            sheet.write_string(number, 0, self._named(name, item.key))
            for place, figure in enumerate(FIGURES, start=1):
                value = getattr(item, figure)
                if figure in LENGTHS:
                    sheet.write_number(number, place, value / DAY, self._length)
                else:
                    sheet.write_number(number, place, value)
        if figures and name != "by_session":
            self._chart(sheet, title, len(figures))

    def _named(self, name: str, key: str) -> str:
        plan = self._snapshot.meeting.plan
        if name == "by_delegation":
            return plain(plan.name_of(key))
        planned = plan.session(key) if name == "by_session" else None
        return plain(planned.title if planned else moment_title(self._snapshot.meeting, key))

    def _chart(self, sheet: Any, title: str, rows: int) -> None:
        chart = self._book.add_chart({"type": "bar"})
        place = FIGURES.index("speaking") + 1
        chart.add_series(
            {
                "name": say("export.chart_speaking"),
                "categories": [title, 1, 0, rows, 0],
                "values": [title, 1, place, rows, place],
            }
        )
        chart.set_title({"name": say("export.chart_speaking")})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis({"num_format": "[h]:mm:ss"})
        chart.set_size({"width": 720, "height": min(160 + 22 * rows, 1200)})
        sheet.insert_chart(rows + 2, 0, chart)

    def _about(self) -> None:
        snapshot, about = self._snapshot, self._snapshot.meeting.plan.meeting
        sheet = self._book.add_worksheet(say("export.sheet_about"))
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 80)
        told = [
            ("title", plain(about.title)),
            ("body", plain(about.body)),
            ("as_of", iso(snapshot.now, snapshot.meeting.plan.zone)),
            ("position", str(len(snapshot.history))),
            ("digest", snapshot.digest),
        ]
        signs = [say("export.rehearsal")] if snapshot.rehearsal else []
        signs += [say("export.provisional")] if under_way(snapshot) else []
        for number, (key, value) in enumerate(told):
            sheet.write_string(number, 0, say(f"export.about_{key}"), self._head)
            sheet.write_string(number, 1, value)
        for number, sign in enumerate(signs, start=len(told) + 1):
            sheet.write_string(number, 0, sign)


def _titled(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _is_time(column: str, value: str) -> bool:
    named = column.endswith(("_at", "_on", "_start", "_end")) or column in (
        "at",
        "day",
        "since",
        "until",
    )
    if not named:
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _text(value: Any) -> str:
    """Return a value as the text of one cell; parts of a nested one are joined."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_text(item)}" for key, item in value.items() if item is not None)
    if isinstance(value, list | tuple):
        return "; ".join(map(_text, value))
    return "" if value is None else plain(str(value))
