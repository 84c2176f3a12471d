"""Texts drawn as large as their room allows, from full and half blocks."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from rich.cells import cell_len, set_cell_size

from tipfloor.desk.widgets.digit_shapes import SHAPES, Box
from tipfloor.desk.widgets.dots import glyph, halved, is_drawn
from tipfloor.desk.widgets.small_shapes import HEIGHT, small

LOWEST = 7
"""The height in dots, half a cell each, below which strokes no longer make a digit."""

NARROWER = (1.0, 0.92, 0.85, 0.78, 0.72)
"""Parts of their width that over-time takes, so that its strokes stay those of the countdown."""

WIDE = {"M": 0.78, "W": 0.78, "N": 0.62, "Q": 0.62, "I": 0.17, "+": 0.45, "J": 0.48}
WIDE |= {"-": 0.36, "'": 0.17, ".": 0.17, ",": 0.22, "(": 0.28, ")": 0.28, "/": 0.4, " ": 0.3}
"""Widths by height; what is not here is as wide as a digit."""

DIGIT = 0.58
"""The width of a digit by its height: all are equally wide, so that none ever jumps."""


def digits(text: str, width: int, height: int) -> list[str]:
    """Return a clock such as "1:58" as rows of block glyphs, the largest that fit the cells.

    Rows are of one width. Without room, or for other characters, it is the text itself, cut to
    the width; without any room at all, nothing.
    """
    if width < 1 or height < 1 or not text:
        return []
    if not SHAPES.keys() >= set(text):
        return [_cut(text, width)]
    dots = _tallest(text.removeprefix("+") or text, width, height)
    if text.startswith("+") and dots > HEIGHT:
        return _over_time(text, width, dots)
    return _drawn(text, dots) if dots else [_cut(text, width)]


def letters(texts: Iterable[str], width: int, height: int) -> list[str]:
    """Return the first of several texts that fits as rows of capitals, the largest that do.

    It is empty where none fits, or is made of other characters than those with a shape.
    """
    for text in texts:
        capitals = normalize("NFC", text.upper())
        if capitals and is_drawn(capitals):
            dots = _tallest(capitals, width, height)
            if dots:
                return _drawn(capitals, dots)
    return []


def _over_time(text: str, width: int, dots: int) -> list[str]:
    """Draw over-time as high and as heavy as the countdown before it, in narrower digits."""
    for lower in range(dots, LOWEST - 1, -1):
        for part in NARROWER:
            if _width(text, lower, part) <= width:
                return _drawn(text, lower, part)
    small = _width(text, HEIGHT) <= width
    return _drawn(text, HEIGHT) if small else [_cut(text, width)]


def _tallest(text: str, width: int, height: int) -> int:
    """Return the height in dots at which a text fits, 0 where it does not."""
    heights = (*range(2 * height, LOWEST - 1, -1), HEIGHT)
    fitting = (dots for dots in heights if dots <= 2 * height and _width(text, dots) <= width)
    return next(fitting, 0)


def _cut(text: str, width: int) -> str:
    return set_cell_size(text, min(width, cell_len(text)))


def _box(character: str, dots: int, part: float = 1.0) -> Box:
    weight = max(1, round(0.17 * dots))
    if character == ":":
        return Box(max(1, round(1.3 * weight)), dots, weight)
    base = normalize("NFD", character)[0]
    narrowest = weight if base in WIDE else max(3, 2 * weight + 1)
    return Box(max(narrowest, round(WIDE.get(base, DIGIT) * dots * part)), dots, weight)


def _gap(dots: int) -> int:
    return max(1, round(0.1 * dots))


def _width(text: str, dots: int, part: float = 1.0) -> int:
    if dots == HEIGHT:
        return sum(len(small(character)[0]) for character in text) + len(text) - 1
    glyphs = sum(_box(character, dots, part).width for character in text)
    return glyphs + _gap(dots) * (len(text) - 1)


def _drawn(text: str, dots: int, part: float = 1.0) -> list[str]:
    if dots == HEIGHT:
        rows = [small(item) for item in text]
        # A clock has no accents, and its blank row of dots below.
        clock = SHAPES.keys() >= set(text)
        glyphs = [halved(item[1:] + item[:1] if clock else item) for item in rows]
    else:
        glyphs = [glyph(item, _box(item, dots, part)) for item in text]
    gap = " " * _gap(dots)
    return [gap.join(rows) for rows in zip(*glyphs, strict=True)]
