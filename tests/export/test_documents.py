"""Documents and workbooks say what the JSON says, and open in the programs that read them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from docx import Document
from msgspec import structs
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.helpers.play import Play
from tests.helpers.scopes import TIMES
from tipfloor.export import export, take, written


def seconds(value: object) -> float:
    if isinstance(value, timedelta):
        return round(value.total_seconds(), 3)
    assert isinstance(value, int | float)
    return round(value * 86400, 3)


def test_the_workbook_equals_the_json_to_the_millisecond(played: Play) -> None:
    told = json.loads(export(played.proceedings, "json"))["remarks"]
    book = load_workbook(io.BytesIO(export(played.proceedings, "xlsx")))
    head, *rows = book["Remarks"].iter_rows(values_only=True)
    place = head.index("Speaking time")
    assert [seconds(row[place]) for row in rows] == [item["speaking_seconds"] for item in told]
    first = rows[0][head.index("Floor given")]
    assert first.isoformat(timespec="milliseconds") == told[0]["floor_given_at"][:23]
    totals = list(book["By delegation"].iter_rows(min_row=2, values_only=True))
    spoken = sum(item["speaking_seconds"] for item in told)
    assert round(sum(seconds(row[5]) for row in totals[:-1]), 3) == round(spoken, 3)


def test_the_workbook_can_be_filtered_and_carries_the_digest(played: Play) -> None:
    book = load_workbook(io.BytesIO(export(played.proceedings, "xlsx")))
    assert book["Remarks"].freeze_panes == "A2"
    assert book["Remarks"].auto_filter.ref
    assert len(book["By delegation"]._charts) == 1
    kept = {item.name: item.value for item in book.custom_doc_props.props}
    assert kept["record_digest"] == played.proceedings.digest


def test_the_document_has_headings_contents_and_says_provisional(played: Play) -> None:
    document = Document(io.BytesIO(export(played.proceedings, "docx", TIMES)))
    heads = [item.text for item in document.paragraphs if item.style.name == "Heading 2"]
    assert heads == ["Plenary session (a)"]
    listed = [item.text for item in document.paragraphs if item.style.name == "toc 2"]
    assert listed == ["Plenary session (a)\t2"]
    assert " PAGEREF _Toc00000001 \\h " in document.element.xml
    assert "PROVISIONAL" in "\n".join(item.text for item in document.paragraphs)
    assert [row.cells[2].text for row in document.tables[0].rows][1:3] == ["Brazil", "Chile"]
    assert played.proceedings.digest in document.paragraphs[-1].text
    assert document.core_properties.author == ""


def test_the_pdf_is_tagged_and_its_fonts_are_embedded(played: Play) -> None:
    reader = PdfReader(io.BytesIO(export(played.proceedings, "pdf", TIMES)))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    text = "".join(page.extract_text() for page in reader.pages)
    assert "Brazil" in text
    assert "PROVISIONAL" in text


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_hostile_name_is_text(in_session, form) -> None:  # type: ignore[no-untyped-def]
    plan = {"delegations": [{"code": "BRA", "code2": "BR", "name": {"en": "=cmd()\x1b[31m<b>"}}]}
    play = in_session(plan=plan)
    play.act("inscribe", delegation="BRA")
    play.speak(5)
    written = io.BytesIO(export(play.proceedings, form, TIMES))
    if form == "docx":
        cell = Document(written).tables[0].rows[1].cells[2]
        assert cell.text == "=cmd()�[31m<b>"
    else:
        book = load_workbook(written)
        found = [c for row in book["Remarks"].iter_rows() for c in row if "cmd" in str(c.value)]
        assert [cell.data_type for cell in found] == ["s"]


def test_a_name_in_any_script_makes_a_pdf(in_session) -> None:  # type: ignore[no-untyped-def]
    name = "Ñandú \N{CYRILLIC CAPITAL LETTER YA} \u65e5\u672c"
    play = in_session(plan={"delegations": [{"code": "BRA", "code2": "BR", "name": {"en": name}}]})
    play.act("inscribe", delegation="BRA")
    play.speak(5)
    reader = PdfReader(io.BytesIO(export(play.proceedings, "pdf", TIMES)))
    assert "Ñandú" in "".join(page.extract_text() for page in reader.pages)
    assert reader.root_object["/MarkInfo"]["/Marked"]


def test_a_pdf_of_very_many_remarks_sets_them_as_lines(played: Play) -> None:
    """Ten thousand rows of a table would take a gigabyte to set; it stays tagged."""
    snapshot = take(played.proceedings, TIMES)
    first = snapshot.meeting.remarks[0]
    many = tuple(structs.replace(first, id=n, number=n) for n in range(1, 2_002))
    whole = snapshot.meeting.having(remarks=many)
    reader = PdfReader(io.BytesIO(written(replace(snapshot, meeting=whole, whole=whole), "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "No. · Time · Delegation" in text
    assert "2001 · 11:01:00\u201311:03:08 · Brazil · remark · 1:58.250 · - · speaker" in text
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_object().get_data()


def test_a_pdf_of_more_remarks_than_it_can_hold_says_so(
    played: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tipfloor.export.pdf.MOST_SET", 3)
    snapshot = take(played.proceedings, TIMES)
    first = snapshot.meeting.remarks[0]
    many = tuple(structs.replace(first, id=n, number=n) for n in range(1, 6))
    whole = snapshot.meeting.having(remarks=many)
    reader = PdfReader(io.BytesIO(written(replace(snapshot, meeting=whole, whole=whole), "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Of 6 remarks this file has the first 3" in text
    assert text.count("11:01:00\u201311:03:08") == 3
