"""A whole rehearsed meeting in every form: the figures agree, and the files are fit to publish."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from pypdf import PdfReader

from tests.helpers.scopes import TIMES
from tipfloor.export import Scope, Snapshot, take, written
from tipfloor.export.sheets import MARGIN, SIZE
from tipfloor.proceedings import Proceedings
from tipfloor.words.lengths import length_exact

ROOT = Path(__file__).parents[2]
FIGURES = ("By delegation", "By topic", "By session")
SPOKEN = re.compile(r"Speaking\s+time\s+in\s+all:\s+([\d.]+[^(]*?)\s+\(")

LETTER = 1
DIGIT = 7 * 1.2
"""Pixels of a digit in a font a fifth wider than Arial: what the widths of columns count."""
"""Paper as a workbook names it, and the columns that are still read on the smaller one."""


@pytest.fixture(scope="module", params=[False, True], ids=["public", "internal"])
def snapshot(request: Any, whole_meeting: Proceedings) -> Snapshot:
    return take(whole_meeting, Scope(internal=True) if request.param else TIMES)


@pytest.fixture(scope="module")
def log(snapshot: Snapshot) -> Any:
    return json.loads(written(snapshot, "json"))


@pytest.fixture(scope="module")
def book(snapshot: Snapshot) -> Workbook:
    return load_workbook(io.BytesIO(written(snapshot, "xlsx")))


def milliseconds(value: object) -> int:
    if isinstance(value, timedelta):
        return round(value.total_seconds() * 1000)
    assert isinstance(value, int | float)
    return round(value * 86_400_000)


def sums(log: Any, key: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in log["remarks"]:
        found[row[key]] = found.get(row[key], 0) + round(row["speaking_seconds"] * 1000)
    return found


def column(book: Workbook, sheet: str, title: str) -> list[Any]:
    head, *rows = book[sheet].iter_rows(values_only=True)
    return [row[head.index(title)] for row in rows]


def test_every_remark_of_the_workbook_equals_the_json(book: Workbook, log: Any) -> None:
    remarks = log["remarks"]
    for title, key in (
        ("Speaking time", "speaking_seconds"),
        ("Paused", "paused_seconds"),
        ("Over-time", "overtime_seconds"),
    ):
        told = [milliseconds(value) for value in column(book, "Remarks", title)]
        assert told == [round(row[key] * 1000) for row in remarks]
    for title, key in (("Floor given", "floor_given_at"), ("Ended", "ended_at")):
        times = [
            value and value.isoformat(timespec="milliseconds")
            for value in column(book, "Remarks", title)
        ]
        assert times == [row[key] and row[key][:23] for row in remarks]
    assert all(isinstance(day, datetime) for day in column(book, "Remarks", "Day"))


def test_the_figures_of_the_workbook_are_the_sums_of_the_json(book: Workbook, log: Any) -> None:
    whole = sum(round(row["speaking_seconds"] * 1000) for row in log["remarks"])
    for sheet in FIGURES:
        *parts, total = map(milliseconds, column(book, sheet, "Speaking time"))
        assert sum(parts) == total == whole
        assert column(book, sheet, "Remarks")[-1] == sum(column(book, sheet, "Remarks")[:-1])
    for sheet, key in (("By topic", "topic"), ("By session", "session")):
        told = dict(
            zip(
                column(book, sheet, book[sheet]["A1"].value),
                column(book, sheet, "Speaking time"),
                strict=True,
            )
        )
        for name, spoken in sums(log, key).items():
            if name in told:
                assert milliseconds(told[name]) == spoken


def test_the_charts_have_a_bar_for_each_row(book: Workbook) -> None:
    for sheet in FIGURES:
        (chart,) = book[sheet]._charts
        rows = len(list(book[sheet].iter_rows())) - 2
        speaking = "E" if sheet == "By topic" else "F"
        assert chart.ser[0].val.numRef.f.endswith(f"$2:${speaking}${rows + 1}")
        assert chart.ser[0].cat.strRef.f.endswith(f"$2:$A${rows + 1}")
        assert chart.legend is None


def test_every_sheet_is_set_up_to_be_read_and_printed(book: Workbook, snapshot: Snapshot) -> None:
    assert {"Remarks", "Refusals", "Decisions", "Elections", "Attendance", *FIGURES} <= set(
        book.sheetnames
    )
    for sheet in book.worksheets:
        assert ("INTERNAL" in sheet.oddHeader.center.text) is snapshot.internal
        assert sheet.page_setup.paperSize == LETTER  # as the meeting file has it
        assert sheet.page_setup.orientation == "landscape"
        assert _widths(sheet) * DIGIT <= (11 - 2 * MARGIN) * 96
        assert {cell.font.sz for row in sheet.iter_rows() for cell in row if cell.value} == {SIZE}
        if sheet.title != "About":
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref
            assert sheet.print_title_rows == "$1:$1"
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f"
            assert not re.search(r"[\[{(]'|Row\(|None", str(cell.value or ""))


def _widths(sheet: Any) -> float:
    return sum(
        found.width * (found.max - found.min + 1) for found in sheet.column_dimensions.values()
    )


def test_what_is_nested_has_a_sheet_of_its_own(book: Workbook, log: Any) -> None:
    seconded = [x for held in log["elections"] for x in held["nominations"]]
    head, *rows = book["Elections, Nominations"].iter_rows(values_only=True)
    assert head[:2] == ("Elections: Code", "Elections: Office")
    assert len(rows) == len(seconded)
    stops = [stop for sitting in log["sittings"] for stop in sitting["suspensions"]]
    since = column(book, "Sittings, Suspensions", "Since")
    assert [x.isoformat()[:19] for x in since] == [stop["since"][:19] for stop in stops]
    cells = [
        x for sheet in ("Elections", "Sittings", "Recommendations") for x in _cells(book[sheet])
    ]
    assert not any(": " in cell and "; " in cell for cell in cells)


def _cells(sheet: Any) -> list[str]:
    return [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]


def test_the_time_spoken_is_the_same_in_every_form(snapshot: Snapshot, log: Any) -> None:
    """The sum of each session, as the minutes have it, in text, Word and PDF; the rest in CSV."""
    rows = list(csv.DictReader(io.StringIO(written(snapshot, "csv").decode("utf-8-sig"))))
    spoken = [round(float(row["speaking_seconds"]) * 1000) for row in rows if row["number"]]
    assert sum(spoken) == sum(round(row["speaking_seconds"] * 1000) for row in log["remarks"])
    heard: dict[str, int] = {}  # by session, or by the moment whose own business it was
    for row in log["remarks"]:
        place = row["session"] or ("" if row["office"] else row["moment"])
        heard[place] = heard.get(place, 0) + round(row["speaking_seconds"] * 1000)
    expected = sorted(length_exact(total) for place, total in heard.items() if place)
    assert _told(written(snapshot, "text").decode()) == expected
    document = Document(io.BytesIO(written(snapshot, "docx")))
    assert _told("\n".join(x.text for x in document.paragraphs)) == expected
    reader = PdfReader(io.BytesIO(written(snapshot, "pdf")))
    pages = "\n".join(page.extract_text() for page in reader.pages)
    assert _told(pages) == expected


def _told(text: str) -> list[str]:
    """Return the sums that a text tells; a page may have broken them."""
    return sorted("\u00a0".join(found.split()) for found in SPOKEN.findall(text))


def test_the_document_is_made_of_styles_fields_and_whole_rows(snapshot: Snapshot) -> None:
    made = written(snapshot, "docx")
    document = Document(io.BytesIO(made))
    plain = [p for p in document.paragraphs if p.style.name == "Normal" and p.text]
    assert not any(run.bold for paragraph in plain for run in paragraph.runs)
    titles = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    listed = [p.text for p in document.paragraphs if p.style.name.startswith("toc ")]
    assert [title.partition("\t")[0] for title in listed] == titles
    footer = document.sections[0].footer._element.xml
    assert re.findall(r"(NUMPAGES|PAGE) </w:instrText>", footer) == ["PAGE", "NUMPAGES"]
    for table in document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert table._tbl.xml.count("<w:cantSplit/>") == len(table.rows)
    styles = ZipFile(io.BytesIO(made)).read("word/styles.xml").decode()
    assert 'w:lang w:val="en"' in styles
    head = document.sections[0].header.paragraphs[0].text
    assert ("INTERNAL" in head) is snapshot.internal
    assert any("INTERNAL" in p.text for p in document.paragraphs[:5]) is snapshot.internal


def test_the_pdf_is_tagged_named_and_has_its_fonts_inside(snapshot: Snapshot) -> None:
    reader = PdfReader(io.BytesIO(written(snapshot, "pdf")))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title == snapshot.meeting.plan.meeting.title
    assert len(reader.outline) >= len(snapshot.meeting.plan.moments)
    fonts = [font for page in reader.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    descriptors = [_descriptor(font.get_object()) for font in fonts]
    assert descriptors
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(found) for found in descriptors)
    assert ("INTERNAL" in reader.pages[-1].extract_text()) is snapshot.internal


def _descriptor(font: Any) -> Any:
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return inner["/FontDescriptor"].get_object()
