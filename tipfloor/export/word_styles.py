"""The look of the Word document: its page, its language, and the styles of its paragraphs."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle

PAGE, MARGIN = (11906, 16838), 1304
"""A4 and its margins in twentieths of a point."""

TEXT_WIDTH = PAGE[0] - 2 * MARGIN
"""The width of the text in twentieths of a point."""

FONT = "Arial"
INK = RGBColor(0x1F, 0x3A, 0x5F)

SIGN, CELL, CELL_FIGURE, SEAL = "Sign", "Cell", "Cell Figure", "Seal"
CELL_HEAD, CELL_HEAD_FIGURE = "Cell Head", "Cell Head Figure"
TABLE = "Remarks"
"""Styles of the document's own, by name."""

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


def dress(document: Document, language: str) -> None:
    """Give a document its page, language and styles."""
    section = document.sections[0]
    section.page_width, section.page_height = (Twips(size) for size in PAGE)
    section.left_margin = section.right_margin = Twips(MARGIN)
    section.top_margin = section.bottom_margin = Twips(MARGIN)
    _language(document, language)
    _text(document)
    _heads(document)
    _contents(document)
    _cells(document)


def _language(document: Document, language: str) -> None:
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)


def _text(document: Document) -> None:
    normal = _style(document, "Normal")
    _set_font(normal, 10.5)
    normal.paragraph_format.space_after = Pt(6)
    sign = _new(document, SIGN)
    _set_font(sign, 12)
    sign.font.bold, sign.font.color.rgb = True, RGBColor(0xA0, 0x1C, 0x1C)
    seal = _new(document, SEAL)
    _set_font(seal, 8)
    seal.paragraph_format.space_before = Pt(18)
    for name in ("Header", "Footer"):
        _set_font(_style(document, name), 9)
        for stop in list(_style(document, name).paragraph_format.tab_stops):
            stop._tab.getparent().remove(stop._tab)
        tabs = _style(document, name).paragraph_format.tab_stops
        tabs.add_tab_stop(Twips(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


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


def _contents(document: Document) -> None:
    for level, indent in ((1, 0), (2, 360)):
        style = _new(document, f"toc {level}")
        style.paragraph_format.left_indent = Twips(indent)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.tab_stops.add_tab_stop(
            Twips(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )


def _cells(document: Document) -> None:
    for name in (CELL, CELL_FIGURE, CELL_HEAD, CELL_HEAD_FIGURE):
        style = _new(document, name)
        _set_font(style, 9)
        style.font.bold = name.startswith(CELL_HEAD)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1.5)
        style.paragraph_format.keep_with_next = name.startswith(CELL_HEAD)
        if name in (CELL_FIGURE, CELL_HEAD_FIGURE):
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.styles.element.append(parse_xml(TABLE_STYLE))


def _style(document: Document, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _new(document: Document, name: str) -> ParagraphStyle:
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)
    made.base_style = document.styles["Normal"]
    return made


def _set_font(style: ParagraphStyle, points: float) -> None:
    style.font.size = Emu(int(points * 12700))
    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
