"""A document as a Word file, with heading styles, contents with page numbers, and footnotes."""

from __future__ import annotations

import io
from datetime import UTC
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.shared import Mm

from tipfloor.export.blocks import Bars, Heading, Paragraph, Tabled
from tipfloor.export.inline import unmarked
from tipfloor.export.materials import logo_of
from tipfloor.export.pages_of_word import pages_of
from tipfloor.export.paper import Paper, paper_of
from tipfloor.export.picture import as_png
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.word_base import House, add_words, begun
from tipfloor.export.word_notes import Notes
from tipfloor.export.word_parts import (
    Tables,
    add_caption,
    add_contents,
    add_heading,
    add_page_of,
)
from tipfloor.export.word_styles import SEAL, SIGN
from tipfloor.words import say
from tipfloor.zipping import ALWAYS

LOGO_HEIGHT, BELOW_MASTHEAD = Mm(20), Mm(5)


def written(snapshot: Snapshot) -> bytes:
    """Return the document as the bytes of its file."""
    paper = paper_of(snapshot, "docx")
    house = begun(snapshot, paper)
    _properties(house, paper, snapshot)
    _header_and_footer(house, paper)
    _front(house, paper, snapshot)
    tables = Tables(house)
    _Body(house, tables).write(paper)
    house.paragraph(SEAL, paper.sealed)
    house.paragraph(SEAL, paper.seal)
    file = io.BytesIO()
    house.document.save(file)
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


def _properties(house: House, paper: Paper, snapshot: Snapshot) -> None:
    about, core = snapshot.meeting.plan.meeting, house.document.core_properties
    core.title, core.subject = unmarked(paper.title)[:255], unmarked(about.body)[:255]
    core.author = core.last_modified_by = core.comments = core.keywords = core.category = ""
    core.language, core.revision = snapshot.language, 1
    core.created = core.modified = snapshot.made_from.utc.astimezone(UTC).replace(tzinfo=None)


def _header_and_footer(house: House, paper: Paper) -> None:
    section = house.document.sections[0]
    text = "\t".join([unmarked(paper.short_title), " ".join(map(unmarked, paper.marks))])
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    if not head.text:  # a template may have a head and a foot of its own
        head.text = text
    if not foot.text:
        foot.add_run("\t")
        add_page_of(foot)


def _front(house: House, paper: Paper, snapshot: Snapshot) -> None:
    for sign in paper.marks:
        house.paragraph(SIGN, sign)
    for line in paper.masthead:
        above = house.paragraph("Masthead", line)
        if line is paper.masthead[-1]:
            above.paragraph_format.space_after = BELOW_MASTHEAD
    logo = logo_of(snapshot) if paper.masthead else None
    if logo:
        run = house.paragraph("Normal", "").add_run()
        shape = run.add_picture(io.BytesIO(as_png(logo)), height=LOGO_HEIGHT)
        shape._inline.docPr.set("descr", unmarked(paper.title))
    if paper.body:
        house.paragraph("Subtitle", paper.body)
    house.paragraph("Title", paper.title)
    for line in paper.lines:
        house.paragraph("Subtitle", line)
    if paper.headings:
        contents = house.paragraph("TOC Heading", say("export.contents"))
        contents.paragraph_format.page_break_before = bool(paper.masthead)
        add_contents(house, paper.headings, pages_of(paper))


def _style(block: Paragraph) -> str:
    if block.item:
        return "List Bullet 2" if block.within else "List Bullet"
    return "Numbered" if block.numbered else "Normal"


class _Body:
    """Writes the blocks: paragraphs are numbered, tables too, and notes stand at the foot."""

    def __init__(self, house: House, tables: Tables) -> None:
        self._house, self._rows = house, tables
        self._notes = Notes(house.document)
        self._number, self._headings, self._tables = 0, 0, 0

    def write(self, paper: Paper) -> None:
        """Write every block in order; bars are for files that are looked at on a screen."""
        for former, block in zip((None, *paper.blocks), paper.blocks, strict=False):
            if isinstance(block, Heading):
                add_heading(self._house, block, self._headings)
                self._headings += 1
            elif isinstance(block, Paragraph):
                self._paragraph(block, begins=isinstance(former, Heading))
            elif not isinstance(block, Bars):
                self._table(block)
        self._notes.keep()

    def _paragraph(self, block: Paragraph, *, begins: bool) -> None:
        """Write a paragraph; the first item of a part does not stay behind the others."""
        made = self._house.paragraph(_style(block), "")
        if block.numbered:
            self._number += 1
            made.add_run(f"{self._number}.\t")
        if block.leads or (block.item and begins):
            made.paragraph_format.keep_with_next = True
        add_words(made, block.text)
        for note in block.notes:
            self._notes.add(made, note)

    def _table(self, block: Tabled) -> None:
        if block.caption:
            self._tables += 1
            add_caption(self._house, block.caption, self._tables)
        self._rows.add(block.table)
        self._house.paragraph("Cell", "")
