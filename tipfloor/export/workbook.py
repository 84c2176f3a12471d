"""The record as an Excel workbook: what it is, a sheet for every list, and figures with charts."""

from __future__ import annotations

import io
from datetime import UTC
from typing import Any, get_args, get_type_hints

from xlsxwriter import Workbook

from tipfloor.export.data import lists_of
from tipfloor.export.minutes import marks
from tipfloor.export.reckoning.figure_sheets import add_figures
from tipfloor.export.reckoning.figures import DRAWN
from tipfloor.export.rows import Row, rows
from tipfloor.export.seal import seal_of
from tipfloor.export.sheets import FONT, PADDING, Sheets
from tipfloor.export.signs import part_told
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.widths import set_height
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.times import iso

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "date_1904": True,
}
"""Programs show a length below zero only where days are counted from 1904."""

DEFAULT_SIZE = 10
"""Points of the default font: columns are as wide as its digits, 7 pixels each in Arial."""

ABOUT_HEAD = 20
"""Characters in the first column of the sheet that says what the file is."""

ALWAYS = ("remarks", "refusals", "decisions", "elections", "attendance")
"""Lists that have a sheet even where they are empty."""


def written(snapshot: Snapshot) -> bytes:
    """Return the workbook as the bytes of its file."""
    file = io.BytesIO()
    usual = {"font_name": FONT, "font_size": DEFAULT_SIZE}  # its maker changes what it is given
    with Workbook(file, {**OPTIONS, "default_format_properties": usual}) as book:
        _write(book, snapshot)
    return file.getvalue()


def _write(book: Any, snapshot: Snapshot) -> None:
    about, sheets = snapshot.meeting.plan.meeting, Sheets(book, snapshot)
    made = snapshot.made_from.utc.astimezone(UTC).replace(tzinfo=None)
    book.set_properties(
        {
            "title": plain(about.title)[:255],
            "subject": plain(about.body)[:255],
            "author": "",
            "created": made,
        }
    )
    book.set_custom_property("record_position", len(snapshot.history), "number")
    book.set_custom_property("record_digest", snapshot.digest, "text")
    _about(sheets, snapshot)
    sheets.rows("remarks", Row, rows(snapshot))
    add_figures(book, sheets, snapshot)
    for name, told in lists_of(snapshot).items():
        if name == "remarks" or name in DRAWN:
            continue
        found = list(told(snapshot))
        if found or name in ALWAYS:
            (kind,) = get_args(get_type_hints(told)["return"])
            sheets.rows(name, kind, found)


def _about(sheets: Sheets, snapshot: Snapshot) -> None:
    """Add the sheet that says what this file is, and what is to be known before it is used."""
    about, sheet = snapshot.meeting.plan.meeting, sheets.blank(say("export.sheet_about"))
    width = sheets.page - ABOUT_HEAD - 2 * PADDING
    sheet.set_column(0, 0, ABOUT_HEAD)
    sheet.set_column(1, 1, width)
    told = [
        ("title", about.title),
        ("body", about.body),
        ("place", about.place),
        ("as_of", iso(snapshot.now, snapshot.meeting.plan.zone)),
        ("zone", about.time_zone),
        ("position", str(len(snapshot.history))),
        ("digest", snapshot.digest),
        ("seal", str(seal_of(snapshot, "xlsx"))),
    ]
    notes = [*marks(snapshot), *part_told(snapshot)]
    for number, note in enumerate(notes):
        sheet.write_string(number, 0, plain(note), sheets.strong)
    first = len(notes) + bool(notes)
    for number, (key, value) in enumerate(told, start=first):
        head = say(f"export.about_{key}")
        sheet.write_string(number, 0, head, sheets.head)
        sheet.write_string(number, 1, plain(value), sheets.wrapped)
        set_height(sheet, number, (head, value), (ABOUT_HEAD, width))
    sheet.write_string(first + len(told) + 1, 0, say("export.about_times"), sheets.number)
