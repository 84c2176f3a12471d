"""The look of the Word document: its page, its language, and the styles of its paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle

if TYPE_CHECKING:
    from tipfloor.export.paper import Paper

PAGES = {"a4": (11906, 16838), "letter": (12240, 15840)}
MARGIN = 1304
"""The paper and its margins in twentieths of a point."""

FONT = "Arial"
INK = RGBColor(0x1F, 0x3A, 0x5F)

SIGN, CELL, CELL_FIGURE, SEAL = "Sign", "Cell", "Cell Figure", "Seal"
CELL_HEAD, CELL_HEAD_FIGURE = "Cell Head", "Cell Head Figure"
MASTHEAD, NUMBERED = "Masthead", "Numbered"
TABLE = "Remarks"
"""Styles of the document's own, by name."""

NUMBER = 600
"""Twentieths of a point from a paragraph's number to its text."""

FOOTNOTE_TEXT = f"""
<w:style {nsdecls("w")} w:type="paragraph" w:styleId="FootnoteText">
  <w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>
</w:style>"""

FOOTNOTE_REFERENCE = f"""
<w:style {nsdecls("w")} w:type="character" w:styleId="FootnoteReference">
  <w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
</w:style>"""

TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE}">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="1F3A5F"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="1F3A5F"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFC7D1"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="DCE6F1"/></w:tcPr>
  </w:tblStylePr>
</w:style>"""


KEPT = frozenset(
    {"normal", "title", "subtitle", "toc heading", "heading 1", "heading 2", "caption"}
    | {
        "header",
        "footer",
        "list bullet",
        "list bullet 2",
        "default paragraph font",
        "normal table",
        "no list",
    }
)
"""Styles of the library's template that documents use, by their names in small letters."""


def dress(document: Document, paper: Paper) -> None:
    """Give a document of the library's template its page, language and look."""
    section = document.sections[0]
    section.page_width, section.page_height = (Twips(size) for size in PAGES[paper.size])
    section.left_margin = section.right_margin = Twips(MARGIN)
    section.top_margin = section.bottom_margin = Twips(MARGIN)
    _language(document, paper.language)
    _drop_others(document)
    _text(document, PAGES[paper.size][0] - 2 * MARGIN)
    _heads(document)


def lacking(document: Document, paper: Paper) -> None:
    """Add every style that a document has not: those of its own, and what a template lacks."""
    known = {str(style.name).lower() for style in document.styles}
    for name, size, bold in NEEDED:
        if name.lower() not in known:
            made = _new(document, name)
            if size:
                made.font.size, made.font.bold = Emu(int(size * 12700)), bold or None
    for name, look in LOOKS.items():
        if name.lower() not in known:
            look(_style(document, name), width_of(document))
    if TABLE.lower() not in known:
        document.styles.element.append(parse_xml(TABLE_STYLE))
    if "footnote text" not in known:
        for style in (FOOTNOTE_TEXT, FOOTNOTE_REFERENCE):
            document.styles.element.append(parse_xml(style))


def width_of(document: Document) -> int:
    """Return the width of the text in twentieths of a point."""
    section = document.sections[0]
    sides = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (side.twips if side is not None else 0 for side in sides)
    return page - left - right


def _drop_others(document: Document) -> None:
    """Drop the styles that no document uses, and the links from those that stay to them."""
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if name.lower() not in KEPT:
            styles.remove(style)
            continue
        for link in style.findall(qn("w:link")):
            style.remove(link)


def _language(document: Document, language: str) -> None:
    for lang in document.styles.element.iter(qn("w:lang")):
        for name in list(lang.attrib):
            del lang.attrib[name]
        lang.set(qn("w:val"), language)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        for name in list(lang.attrib):
            del lang.attrib[name]
        lang.set(qn("w:val"), language)


def _text(document: Document, width: int) -> None:
    normal = _style(document, "Normal")
    _set_font(normal, 10.5)
    normal.paragraph_format.space_after = Pt(6)
    for name in ("Header", "Footer"):
        _set_font(_style(document, name), 9)
        for stop in list(_style(document, name).paragraph_format.tab_stops):
            stop._tab.getparent().remove(stop._tab)
        tabs = _style(document, name).paragraph_format.tab_stops
        tabs.add_tab_stop(Twips(width), WD_TAB_ALIGNMENT.RIGHT)


def _heads(document: Document) -> None:
    for name, size, above in (
        ("Title", 22, 0),
        ("Subtitle", 13, 0),
        ("TOC Heading", 15, 18),
        ("Heading 1", 15, 20),
        ("Heading 2", 12.5, 14),
        ("Caption", 9, 8),
    ):
        style = _style(document, name)
        _set_font(style, size)
        style.font.color.rgb, style.font.italic = INK, False
        for spacing in list(style.element.rPr.iter(qn("w:spacing"))):
            style.element.rPr.remove(spacing)
        style.paragraph_format.space_before = Pt(above)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = True


def _sign(style: ParagraphStyle, width: int) -> None:
    style.font.color.rgb = RGBColor(0xA0, 0x1C, 0x1C)


def _seal(style: ParagraphStyle, width: int) -> None:
    style.paragraph_format.space_before = Pt(18)


def _masthead(style: ParagraphStyle, width: int) -> None:
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    style.paragraph_format.space_after = Pt(0)


def _numbered(style: ParagraphStyle, width: int) -> None:
    style.paragraph_format.tab_stops.add_tab_stop(Twips(NUMBER))


def _within(style: ParagraphStyle, width: int) -> None:
    style.paragraph_format.left_indent = Twips(NUMBER)


def _contents(style: ParagraphStyle, width: int) -> None:
    deep = str(style.name).endswith("2")
    style.paragraph_format.left_indent = Twips(360 if deep else 0)
    style.paragraph_format.space_after = Pt(2)
    style.paragraph_format.tab_stops.add_tab_stop(
        Twips(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )


def _kept(style: ParagraphStyle, width: int) -> None:
    style.paragraph_format.keep_with_next = True


def _cell(style: ParagraphStyle, width: int) -> None:
    name = str(style.name)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1.5)
    style.paragraph_format.keep_with_next = name.startswith(CELL_HEAD)
    if name in (CELL_FIGURE, CELL_HEAD_FIGURE):
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


NEEDED: tuple[tuple[str, float, bool], ...] = (
    ("Title", 22, True),
    ("Subtitle", 13, False),
    ("TOC Heading", 15, True),
    ("Heading 1", 15, True),
    ("Heading 2", 12.5, True),
    ("Caption", 9, True),
    ("List Bullet", 0, False),
    ("List Bullet 2", 0, False),
    (SIGN, 12, True),
    (SEAL, 8, False),
    (MASTHEAD, 0, False),
    (NUMBERED, 0, False),
    ("toc 1", 0, False),
    ("toc 2", 0, False),
    (CELL, 9, False),
    (CELL_FIGURE, 9, False),
    (CELL_HEAD, 9, True),
    (CELL_HEAD_FIGURE, 9, True),
)
"""Every paragraph style that is used, with its size in points, 0 that of the text, and if bold."""

LOOKS: dict[str, Callable[[ParagraphStyle, int], None]] = {
    "Caption": _kept,
    "Heading 1": _kept,
    "Heading 2": _kept,
    SIGN: _sign,
    SEAL: _seal,
    MASTHEAD: _masthead,
    NUMBERED: _numbered,
    "List Bullet 2": _within,
    "toc 1": _contents,
    "toc 2": _contents,
    CELL: _cell,
    CELL_FIGURE: _cell,
    CELL_HEAD: _cell,
    CELL_HEAD_FIGURE: _cell,
}
"""What a style is beyond that where it is not there, given the width of the text."""


def _style(document: Document, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _new(document: Document, name: str) -> ParagraphStyle:
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)
    made.base_style = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    return made


def _set_font(style: ParagraphStyle, points: float) -> None:
    style.font.size = Emu(int(points * 12700))
    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
