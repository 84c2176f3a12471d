"""Bars as a drawing within a page, with the names and figures as text in it."""

from __future__ import annotations

from html import escape

from tipfloor.export.blocks import Bars
from tipfloor.words import say
from tipfloor.words.joining import apart
from tipfloor.words.plain import plain
from tipfloor.words.times import span

ROW, TOP, LEFT, WIDE, RIGHT = 22, 8, 300, 400, 100
"""Points of a row, above the first one, of a name, of the longest bar, of a figure."""

LONGEST_NAME = 44
"""Characters of a name that its place holds; a longer one is cut, and whole in the title."""


def bars_svg(block: Bars) -> str:
    """Return a drawing with a name and a description, for those who see it and who do not."""
    longest = max((length for _, length in block.bars), default=0) or 1
    height = TOP * 2 + ROW * len(block.bars)
    told = apart(f"{plain(name)} {span(length)}" for name, length in block.bars)
    label = escape(say("export.chart_told", title=plain(block.title), lines=told))
    rows = "".join(_row(place, *bar, longest) for place, bar in enumerate(block.bars))
    return (
        f'<figure><figcaption aria-hidden="true">{escape(plain(block.title))}</figcaption>\n'
        f'<svg viewBox="0 0 {LEFT + WIDE + RIGHT} {height}" role="img" aria-label="{label}">'
        f'<g font-size="13" font-family="sans-serif" fill="#1a1a1a">{rows}</g></svg></figure>'
    )


def _row(place: int, name: str, length: int, longest: int) -> str:
    y, width = TOP + ROW * place, round(WIDE * length / longest, 1)
    shown = plain(name)
    shown = shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 1]}\u2026"
    return (
        f'<text x="{LEFT - 8}" y="{y + 15}" text-anchor="end">{escape(shown)}</text>'
        f'<rect x="{LEFT}" y="{y + 3}" width="{width}" height="{ROW - 8}" fill="#2f5f8f"/>'
        f'<text x="{LEFT + width + 6}" y="{y + 15}">{span(length)}</text>'
    )
