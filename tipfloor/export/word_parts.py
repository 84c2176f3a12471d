"""Parts of the Word document that python-docx has no words for: fields, contents, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from tipfloor.export.tables import Table
from tipfloor.export.word_styles import (
    CELL,
    CELL_FIGURE,
    CELL_HEAD,
    CELL_HEAD_FIGURE,
    TABLE,
    TEXT_WIDTH,
)
from tipfloor.words import say
from tipfloor.words.plain import plain


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field with what it shows until a program brings it up to date."""
    made = f"{_field_xml(code)}{_run(f'<w:t>{escape(shown)}</w:t>')}{END}"
    for run in list(parse_xml(f"<w:p {nsdecls('w')}>{made}</w:p>")):
        paragraph._p.append(run)


def add_page_of(paragraph: Paragraph) -> None:
    """Add "page X of Y" as fields, in the order that the language has."""
    places = {"\x01": "PAGE", "\x02": "NUMPAGES"}
    text = ""
    for character in say("export.page_of", page="\x01", pages="\x02"):
        if character in places:
            paragraph.add_run(text)
            add_field(paragraph, places[character], "1")
            text = ""
        else:
            text += character
    paragraph.add_run(text)


def add_heading(document: Document, text: str, level: int, place: int) -> None:
    """Add a heading that the contents can lead to by its place; the first begins a page."""
    heading = document.add_heading(plain(text), level)
    if place == 0:
        heading.paragraph_format.page_break_before = True
    begin = f'<w:bookmarkStart {nsdecls("w")} w:id="{place}" w:name="{_name(place)}"/>'
    heading._p.insert(1, parse_xml(begin))
    heading._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{place}"/>'))


def add_contents(document: Document, titles: Sequence[tuple[int, str]]) -> None:
    """Add a table of contents, each title a link to its heading.

    It is marked as out of date: a program that counts pages adds them when it opens the file.
    """
    last = len(titles) - 1
    for place, (level, title) in enumerate(titles):
        begin = _field_xml('TOC \\o "1-2" \\h \\z \\u', dirty=True) if place == 0 else ""
        text = _run(f'<w:t xml:space="preserve">{escape(plain(title))}</w:t>')
        paragraph = (
            f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="toc{level}"/></w:pPr>{begin}'
            f'<w:hyperlink w:anchor="{_name(place)}" w:history="1">{text}</w:hyperlink>'
            f"{END if place == last else ''}</w:p>"
        )
        document.element.body.insert(len(document.element.body) - 1, parse_xml(paragraph))


class Tables:
    """Tables, each with a mark in the document in its place: rows are told as they are packed.

    As a tree of XML, a thousand rows take fifteen megabytes.
    """

    def __init__(self) -> None:
        self._tables: list[Table] = []

    def add(self, document: Document, table: Table) -> None:
        """Add a table at the end of a document."""
        body = document.element.body
        mark = f'<w:tbl {nsdecls("w")} number="{len(self._tables)}"/>'
        body.insert(len(body) - 1, parse_xml(mark))
        self._tables.append(table)

    def put_into(self, xml: bytes) -> Iterator[bytes]:
        """Give a document's XML in pieces, with the tables in place of their marks."""
        pieces = iter(re.split(rb'<w:tbl number="(\d+)"/>', xml))
        yield next(pieces)
        for number, behind in zip(pieces, pieces, strict=True):
            for piece in _table(self._tables[int(number)]):
                yield piece.encode("utf-8")
            yield behind


def _table(table: Table) -> Iterator[str]:
    columns = [round(TEXT_WIDTH * width) for width in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    styles = [CELL_FIGURE if right else CELL for right in table.right]
    heads = [CELL_HEAD_FIGURE if right else CELL_HEAD for right in table.right]
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/>'
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    yield _row(table.head, columns, heads, repeated=True)
    for row in table.rows:
        yield _row(row, columns, styles)
    yield "</w:tbl>"


def _row(
    texts: Sequence[str], columns: list[int], styles: list[str], *, repeated: bool = False
) -> str:
    head = "<w:tblHeader/>" if repeated else ""
    told = "".join(_cells(texts, columns, styles))
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{told}</w:tr>"


def _cells(texts: Sequence[str], columns: list[int], styles: list[str]) -> Iterator[str]:
    for text, width, style in zip(texts, columns, styles, strict=True):
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>'
            f'<w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/></w:pPr>'
            f'<w:r><w:t xml:space="preserve">{escape(plain(text))}</w:t></w:r></w:p></w:tc>'
        )


def _name(place: int) -> str:
    return f"_Toc{place + 1:08}"


def _field_xml(code: str, *, dirty: bool = False) -> str:
    """Return the beginning of a field, up to what it shows."""
    marked = ' w:dirty="true"' if dirty else ""
    return "".join(
        _run(part)
        for part in (
            f'<w:fldChar w:fldCharType="begin"{marked}/>',
            f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
        )
    )


def _run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


END = _run('<w:fldChar w:fldCharType="end"/>')
