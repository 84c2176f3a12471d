"""The minutes as a Word document, with heading styles, a table of contents and page numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocumentFile

from tipfloor.export.floor.remark_table import remark_table
from tipfloor.export.front import front_lines
from tipfloor.export.minutes import Block, Heading, Paragraph, Remarks, marks, minutes, sealed
from tipfloor.export.reckoning.figures_told import Figures
from tipfloor.export.seal import seal_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.word_parts import Tables, add_contents, add_heading, add_page_of
from tipfloor.export.word_styles import SEAL, SIGN, dress
from tipfloor.words import say
from tipfloor.words.plain import plain

ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time of every part, so that the same record makes the same file."""


def written(snapshot: Snapshot) -> bytes:
    """Return the document as the bytes of its file."""
    document = Document()
    dress(document, snapshot.language)
    _properties(document, snapshot)
    _header_and_footer(document, snapshot)
    blocks = list(minutes(snapshot))
    _front(document, snapshot, blocks)
    tables = Tables()
    _body(document, snapshot, blocks, tables)
    document.add_paragraph(sealed(snapshot), style=SEAL)
    document.add_paragraph(str(seal_of(snapshot, "docx")), style=SEAL)
    file = io.BytesIO()
    document.save(file)
    return _packed_again(file, tables)


def _packed_again(file: io.BytesIO, tables: Tables) -> bytes:
    """Return a zip with the parts of another, the tables put in, none with the clock's time."""
    target = io.BytesIO()
    with ZipFile(file) as made, ZipFile(target, "w", ZIP_DEFLATED) as again:
        for item in made.infolist():
            part = ZipInfo(item.filename, ALWAYS)
            part.compress_type, part.external_attr = ZIP_DEFLATED, item.external_attr
            part.create_system = 0  # else the machine's own system is named
            with again.open(part, "w") as written:
                for piece in tables.put_into(made.read(item)):
                    written.write(piece)
    return target.getvalue()


def _properties(document: DocumentFile, snapshot: Snapshot) -> None:
    about, core = snapshot.meeting.plan.meeting, document.core_properties
    core.title, core.subject = plain(about.title)[:255], plain(about.body)[:255]
    core.author = core.last_modified_by = core.comments = ""
    core.language = snapshot.language
    core.created = core.modified = snapshot.made_from.utc.astimezone(UTC).replace(tzinfo=None)


def _header_and_footer(document: DocumentFile, snapshot: Snapshot) -> None:
    section = document.sections[0]
    name = plain(snapshot.meeting.plan.meeting.short_title)
    section.header.paragraphs[0].text = "\t".join([name, " ".join(marks(snapshot))])
    foot = section.footer.paragraphs[0]
    foot.add_run("\t")
    add_page_of(foot)


def _front(document: DocumentFile, snapshot: Snapshot, blocks: Sequence[Block]) -> None:
    for sign in marks(snapshot):
        document.add_paragraph(sign, style=SIGN)
    document.add_paragraph(plain(snapshot.meeting.plan.meeting.title), style="Title")
    for line in front_lines(snapshot):
        document.add_paragraph(line, style="Subtitle")
    titles = [(block.level, block.text) for block in blocks if isinstance(block, Heading)]
    if titles:
        document.add_paragraph(say("export.contents"), style="TOC Heading")
        add_contents(document, titles)


def _body(
    document: DocumentFile, snapshot: Snapshot, blocks: Sequence[Block], tables: Tables
) -> None:
    place, title = 0, ""
    for block in blocks:
        if isinstance(block, Heading):
            add_heading(document, block.text, block.level, place)
            place, title = place + 1, block.text
        elif isinstance(block, Paragraph):
            document.add_paragraph(plain(block.text))
        elif isinstance(block, Remarks):
            caption = say("export.table_of_remarks", title=plain(title))
            document.add_paragraph(caption, style="Caption")
            tables.add(document, remark_table(block, snapshot))
            document.add_paragraph(style="Cell")
        elif isinstance(block, Figures):
            tables.add(document, block.table)
            document.add_paragraph(style="Cell")
