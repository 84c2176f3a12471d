"""Footnotes of a Word document, of which python-docx knows nothing: a part of their own."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph

from tipfloor.export.inline import pieces

SEPARATORS = """
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0">
  <w:p><w:r><w:continuationSeparator/></w:r></w:p>
</w:footnote>"""
"""What stands between the text and the notes; every document with notes has both."""


class Notes:
    """The footnotes of one document, numbered from 1 in their order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes: list[str] = []

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Add a note to the end of a paragraph, apart from the one that is there already."""
        number = len(self._notes) + 1
        words = "".join(
            f'<w:r>{_language(piece.language)}<w:t xml:space="preserve">'
            f"{escape(piece.text)}</w:t></w:r>"
            for piece in pieces(text)
        )
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{words}</w:p></w:footnote>'
        )
        if paragraph._p.xpath("./w:r[last()]/w:footnoteReference"):
            paragraph._p.append(_raised('<w:t xml:space="preserve">, </w:t>'))
        paragraph._p.append(_raised(f'<w:footnoteReference w:id="{number}"/>'))

    def keep(self) -> None:
        """Put the notes into the document, in place of those that a template had."""
        part = self._document.part
        for key, relation in list(part.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
                del part.rels[key]
        settings = self._document.settings.element
        for former in settings.findall(qn("w:footnotePr")):
            settings.remove(former)
        if not self._notes:
            return
        body = f"{SEPARATORS}{''.join(self._notes)}"
        blob = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:footnotes {nsdecls('w')}>{body}</w:footnotes>"
        )
        name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
        notes = Part(name, kind, blob.encode(), part.package)
        part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
        _settle(settings)


def _raised(inside: str) -> CT_R:
    """Return a run of the mark of a note."""
    return parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{inside}</w:r>'
    )


def _settle(settings: object) -> None:
    """Name the two separators in the settings, at the place that the schema has for them."""
    made = parse_xml(
        f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    )
    behind = [qn(f"w:{name}") for name in ("endnotePr", "compat", "docVars", "rsids")]
    for child in settings:  # type: ignore[attr-defined]
        if child.tag in behind:
            child.addprevious(made)
            return
    settings.append(made)  # type: ignore[attr-defined]


def _language(language: str) -> str:
    return f'<w:rPr><w:lang w:val="{language}"/></w:rPr>' if language else ""
