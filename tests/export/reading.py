"""What a reader finds in an exported file of any form."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.table import Table
from openpyxl import load_workbook
from pypdf import PdfReader

from tipfloor.forms import FORMS

PLAIN = [name for name, form in FORMS.items() if not form.binary]
"""The forms that are text."""

REMARK = re.compile(
    r"(?:^|(?<=\s))(\d+)\.?\s+"
    r"(?:(?:[A-Z][a-z]{2} \d+ [A-Z][a-z]{2},\s+)?[\d:]{8}\s*\u2013|\u2013\s)"
)
"""The number of a remark before its times, as text and documents in English have it; a statement
in writing has a dash for them."""


def remarks_in(form: str, data: bytes) -> list[int]:
    """Return the numbers of the remarks of a file, in order."""
    return (
        READERS[form](data)
        if form in READERS
        else sorted(map(int, REMARK.findall(text_of(form, data))))
    )


def text_of(form: str, data: bytes) -> str:
    """Return the text of a file as a reader sees it."""
    if form == "docx":
        document = Document(io.BytesIO(data))
        return "\n".join((*_texts(document.iter_inner_content()), *_notes(data)))
    if form == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if form == "xlsx":
        book = load_workbook(io.BytesIO(data))
        rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
        return "\n".join(" ".join(str(cell) for cell in row if cell is not None) for row in rows)
    if form == "package":
        with ZipFile(io.BytesIO(data)) as package:
            return "\n".join(package.read(name).decode() for name in package.namelist())
    if form == "html":
        page = data.decode()
        return unescape(re.sub("<[^>]*>", " ", page[page.index("<body>") :]))
    return data.decode("utf-8-sig")


def _notes(data: bytes) -> list[str]:
    """Return the footnotes of a document, of which the library knows nothing."""
    with ZipFile(io.BytesIO(data)) as parts:
        if "word/footnotes.xml" not in parts.namelist():
            return []
        notes = re.findall(
            "<w:footnote .*?</w:footnote>", parts.read("word/footnotes.xml").decode()
        )
    return [unescape(re.sub("<[^>]*>", "", note)) for note in notes]


def _texts(blocks: Any) -> Any:
    for block in blocks:
        if isinstance(block, Table):
            yield from (" ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text


def _of_csv(data: bytes) -> list[int]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [int(row["number"]) for row in rows if row["number"]]


def _of_json(data: bytes) -> list[int]:
    return [row["number"] for row in json.loads(data)["remarks"]]


def _of_workbook(data: bytes) -> list[int]:
    rows = load_workbook(io.BytesIO(data))["Remarks"].iter_rows(min_row=2, max_col=1)
    return [int(str(cell.value)) for (cell,) in rows]


def _of_package(data: bytes) -> list[int]:
    with ZipFile(io.BytesIO(data)) as package:
        return _of_csv(package.read("data/remarks.csv"))


def _of_debate(data: bytes) -> list[int]:
    """A remark that was interrupted is several speeches."""
    numbers = re.findall(r'eId="remark-(\d+)[-"]', data.decode())
    return sorted({int(number) for number in numbers})


READERS = {
    "akn": _of_debate,
    "package": _of_package,
    "csv": _of_csv,
    "json": _of_json,
    "xlsx": _of_workbook,
}
