"""Where a Word document begins: a template of the house, or the library's without its leftovers."""

from __future__ import annotations

import io
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph
from msgspec import Struct

from tipfloor.export.inline import pieces
from tipfloor.export.materials import NoMaterial, template_of
from tipfloor.export.paper import Paper
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.word_styles import dress, lacking

LEFTOVERS = ("thumbnail", "customXml", "stylesWithEffects")
"""Parts of the library's template that no document needs, by the ends of their relations."""

APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>tipfloor</Application></Properties>"""

MODE = "15"
"""The mode in which Word shows a document as its present version does."""


class House(Struct, frozen=True):
    """A document under way, and its paragraph and table styles by their names in small letters."""

    document: DocumentFile
    styles: dict[str, BaseStyle]

    def style(self, name: str) -> BaseStyle:
        """Return a style whatever the case of its name: programs differ in it."""
        return self.styles[name.lower()]

    def paragraph(self, style: str, text: str) -> Paragraph:
        """Add a paragraph in a style."""
        made = self.document.add_paragraph()
        made.style = self.style(style)  # type: ignore[assignment]
        add_words(made, text)
        return made


def begun(snapshot: Snapshot, paper: Paper) -> House:
    """Return an empty document with every style that is needed. Raises NoMaterial."""
    template = template_of(snapshot)
    if template is None:
        document = Document()
        _bare(document)
        dress(document, paper)
    else:
        document = _of_template(template, snapshot)
    lacking(document, paper)
    styles = {
        str(style.name).lower(): style
        for style in document.styles
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.TABLE)
    }
    return House(document, styles)


def add_words(paragraph: Paragraph, text: str) -> None:
    """Add a line, each passage in its language."""
    for piece in pieces(text):
        if piece.text:
            run = paragraph.add_run(piece.text)
            if piece.language:
                made = f'<w:lang {nsdecls("w")} w:val="{piece.language}"/>'
                run._r.get_or_add_rPr().append(parse_xml(made))


def _of_template(data: bytes, snapshot: Snapshot) -> DocumentFile:
    """Return a template without its own text, its page, head and foot kept."""
    name = str(snapshot.whole.plan.publication.template)
    try:
        document = Document(io.BytesIO(data))
    except (ValueError, KeyError, BadZipFile, PackageNotFoundError, SyntaxError):
        raise NoMaterial(name, "no_template", snapshot.folders) from None
    document._body.clear_content()
    return document


def _bare(document: DocumentFile) -> None:
    """Take away what the library's template brings along."""
    package, part = document.part.package, document.part
    assert package is not None
    for relations in (package.rels, part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(LEFTOVERS):
                del relations[key]
            elif relation.reltype.endswith("/extended-properties"):
                relation.target_part._blob = APP
    settings = document.settings.element
    for name in ("w:savePreviewPicture", "w:rsids", "w:proofState"):
        for found in settings.findall(qn(name)):
            settings.remove(found)
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), MODE)
