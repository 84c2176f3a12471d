"""Parts of the Word document that python-docx has no words for: fields, contents, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from tipfloor.export.blocks import Heading
from tipfloor.export.inline import Piece, pieces, unmarked
from tipfloor.export.tables import Table
from tipfloor.export.word_base import House, add_words
from tipfloor.export.word_styles import (
    CELL,
    CELL_FIGURE,
    CELL_HEAD,
    CELL_HEAD_FIGURE,
    TABLE,
    width_of,
)
from tipfloor.words import say


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


def add_heading(house: House, heading: Heading, place: int) -> None:
    """Add a heading that the contents can lead to by its place; the first begins a page."""
    made = house.paragraph(f"Heading {heading.level}", heading.text)
    if place == 0:
        made.paragraph_format.page_break_before = True
    begin = f'<w:bookmarkStart {nsdecls("w")} w:id="{place}" w:name="{_name(place)}"/>'
    made._p.insert(1, parse_xml(begin))
    made._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{place}"/>'))


def add_contents(house: House, headings: Sequence[Heading], pages: Sequence[int]) -> None:
    """Add the contents: each title a link to its heading, with the page on which that stands.

    References outside a field of contents are reckoned anew by programs, which fill no such field
    without asking; until then the pages are as they were reckoned here.
    """
    for place, (heading, page) in enumerate(zip(headings, pages, strict=True)):
        made = house.paragraph(f"toc {heading.level}", "")
        text = f'<w:t xml:space="preserve">{escape(unmarked(heading.text))}</w:t>'
        code = f"PAGEREF {_name(place)} \\h"
        field = f"{_field_xml(code)}{_run(f'<w:t>{page}</w:t>')}{END}"
        made._p.append(
            parse_xml(
                f'<w:hyperlink {nsdecls("w")} w:anchor="{_name(place)}" w:history="1">'
                f"{_run(text)}{_run('<w:tab/>')}{field}</w:hyperlink>"
            )
        )


def add_caption(house: House, title: str, number: int) -> None:
    """Add the caption of a table, with its number as a field that goes on by itself."""
    made = house.paragraph("Caption", "")
    before, _, after = say("publication.table", number="\x01", title=title).partition("\x01")
    made.add_run(before)
    add_field(made, "SEQ Table \\* ARABIC", str(number))
    add_words(made, after)


class Tables:
    """Tables, each with a mark in the document in its place: rows are told as they are packed.

    As a tree of XML, a thousand rows take fifteen megabytes.
    """

    def __init__(self, house: House) -> None:
        self._house = house
        self._tables: list[Table] = []

    def add(self, table: Table) -> None:
        """Add a table at the end of the document."""
        body = self._house.document.element.body
        mark = f'<w:tbl {nsdecls("w")} number="{len(self._tables)}"/>'
        body.insert(len(body) - 1, parse_xml(mark))
        self._tables.append(table)

    def put_into(self, xml: bytes) -> Iterator[bytes]:
        """Give a document's XML in pieces, with the tables in place of their marks."""
        parts = iter(re.split(rb'<w:tbl number="(\d+)"/>', xml))
        yield next(parts)
        for number, behind in zip(parts, parts, strict=True):
            for piece in _table(self._house, self._tables[int(number)]):
                yield piece.encode("utf-8")
            yield behind


def _table(house: House, table: Table) -> Iterator[str]:
    width_of_text = width_of(house.document)
    columns = [round(width_of_text * width) for width in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    styles = [_id(house, CELL_FIGURE if right else CELL) for right in table.right]
    heads = [_id(house, CELL_HEAD_FIGURE if right else CELL_HEAD) for right in table.right]
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{_id(house, TABLE)}"/>'
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:firstRow="1" w:firstColumn="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
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
            f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(map(_words, pieces(text)))}'
            "</w:p></w:tc>"
        )


def _words(piece: Piece) -> str:
    language = f'<w:rPr><w:lang w:val="{piece.language}"/></w:rPr>' if piece.language else ""
    return f'<w:r>{language}<w:t xml:space="preserve">{escape(piece.text)}</w:t></w:r>'


def _id(house: House, name: str) -> str:
    return str(house.style(name).style_id)


def _name(place: int) -> str:
    return f"_Toc{place + 1:08}"


def _field_xml(code: str) -> str:
    """Return the beginning of a field, up to what it shows."""
    return "".join(
        _run(part)
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
        )
    )


def _run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


END = _run('<w:fldChar w:fldCharType="end"/>')
