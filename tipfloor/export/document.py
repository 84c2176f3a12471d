"""The minutes as a Word document, with heading styles, a table of contents and page numbers."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as DocumentFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph as WordParagraph

from tipfloor.export.figures_told import Figures
from tipfloor.export.minutes import Heading, Paragraph, Remarks, heading, minutes, sealed, under_way
from tipfloor.export.remark_table import HEAD, WIDTHS, cells
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.plain import plain

TWIPS = 9400
"""The width of a table in twentieths of a point: the text of a page."""


def written(snapshot: Snapshot) -> bytes:
    """Return the document as the bytes of its file."""
    document = Document()
    _properties(document, snapshot)
    _margins(document, snapshot)
    _front(document, snapshot)
    for block in minutes(snapshot):
        if isinstance(block, Heading):
            document.add_heading(plain(block.text), block.level)
        elif isinstance(block, Paragraph):
            document.add_paragraph(plain(block.text))
        elif isinstance(block, Remarks):
            _table(
                document,
                [say(f"export.column_{name}") for name in HEAD],
                WIDTHS,
                cells(block, snapshot),
            )
        elif isinstance(block, Figures):
            _table(document, block.head, block.widths, block.rows)
    document.add_paragraph(sealed(snapshot))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _properties(document: DocumentFile, snapshot: Snapshot) -> None:
    about, core = snapshot.meeting.plan.meeting, document.core_properties
    core.title, core.subject = plain(about.title)[:255], plain(about.body)[:255]
    core.author = core.last_modified_by = core.comments = ""
    core.language = about.language
    core.created = core.modified = snapshot.now.utc.astimezone(UTC).replace(tzinfo=None)


def _margins(document: DocumentFile, snapshot: Snapshot) -> None:
    section = document.sections[0]
    words = [plain(snapshot.meeting.plan.meeting.short_title)]
    if under_way(snapshot):
        words.append(say("export.provisional"))
    section.header.paragraphs[0].text = " - ".join(words)
    foot = section.footer.paragraphs[0]
    foot.add_run(say("export.page") + " ")
    _field(foot, "PAGE", "1")


def _front(document: DocumentFile, snapshot: Snapshot) -> None:
    first, *rest = [line for line in heading(snapshot) if line]
    document.add_paragraph(plain(first), style="Title")
    for line in rest:
        document.add_paragraph(plain(line))
    if under_way(snapshot):
        document.add_paragraph().add_run(say("export.provisional")).bold = True
    found = [block for block in minutes(snapshot) if isinstance(block, Heading)]
    document.add_paragraph(say("export.contents"), style="TOC Heading")
    listed = "\n".join(plain(block.text) for block in found)
    _field(document.add_paragraph(), 'TOC \\o "1-2" \\h \\z \\u', listed)


def _field(paragraph: WordParagraph, code: str, shown: str) -> None:
    """Add a field with what it shows until a program brings it up to date."""
    for kind in ("begin", "separate", "end"):
        run = paragraph.add_run()
        mark = parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>')
        run._r.append(mark)
        if kind == "begin":
            text = f'<w:instrText {nsdecls("w")} xml:space="preserve"> {code} </w:instrText>'
            paragraph.add_run()._r.append(parse_xml(text))
        elif kind == "separate":
            paragraph.add_run(shown)


def _table(
    document: DocumentFile,
    head: Sequence[str],
    widths: Sequence[float],
    rows: Iterable[Sequence[str]],
) -> None:
    """Add a table as one piece of XML: cell by cell takes minutes for thousands."""
    columns = [round(TWIPS * width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    lines = [_row(head, columns, head=True)]
    lines += [_row(row, columns) for row in rows]
    document.element.body.insert(
        len(document.element.body) - 1,
        parse_xml(
            f"<w:tbl {nsdecls('w')}><w:tblPr>"
            '<w:tblStyle w:val="LightList-Accent1"/>'
            f'<w:tblW w:w="{TWIPS}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
        ),
    )
    document.add_paragraph()


def _row(texts: Sequence[str], columns: list[int], *, head: bool = False) -> str:
    kind = (
        "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        if head
        else "<w:trPr><w:cantSplit/></w:trPr>"
    )
    return f"<w:tr>{kind}{''.join(_cells(texts, columns))}</w:tr>"


def _cells(texts: Sequence[str], columns: list[int]) -> Iterator[str]:
    for text, width in zip(texts, columns, strict=True):
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>'
            '<w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
        )
