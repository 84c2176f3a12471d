"""A clock drawn as large as its room allows, from full and half blocks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.events import Resize
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style

from tipfloor.desk.widgets.digit_shapes import SHAPES, Box
from tipfloor.desk.widgets.dots import glyph, halved
from tipfloor.desk.widgets.surface import Surface
from tipfloor.standing.clock import DASH

LOWEST = 7
"""The height in dots, half a cell each, below which strokes no longer make a digit."""

SMALL_HEIGHT = 5
SMALL = {
    "0": "####.##.##.####",
    "1": "##..#..#..#.###",
    "2": "###..#####..###",
    "3": "###..#.##..####",
    "4": "#.##.####..#..#",
    "5": "####..###..####",
    "6": "####..####.####",
    "7": "###..#.#..#..#.",
    "8": "####.#####.####",
    "9": "####.####..####",
    "+": "....#.###.#....",
    DASH: "......###......",
    ":": ".#.#.",
}
"""Digits three dots wide and five high, dot by dot: too small for strokes."""


def digits(text: str, width: int, height: int) -> list[str]:
    """Return a clock such as "1:58" as rows of block glyphs, the largest that fit the cells.

    Rows are of one width. Without room, or for other characters, it is the text itself, cut to
    the width; without any room at all, nothing.
    """
    if width < 1 or height < 1 or not text:
        return []
    if not SHAPES.keys() >= set(text):
        return [_cut(text, width)]
    for dots in (*range(2 * height, LOWEST - 1, -1), SMALL_HEIGHT):
        if dots <= 2 * height and _width(text, dots) <= width:
            return _drawn(text, dots)
    return [_cut(text, width)]


def _cut(text: str, width: int) -> str:
    return set_cell_size(text, min(width, cell_len(text)))


def _box(character: str, dots: int) -> Box:
    """Return the room of a character: all digits are equally wide, so that none ever jumps."""
    weight = max(1, round(0.17 * dots))
    if character == ":":
        return Box(max(1, round(1.3 * weight)), dots, weight)
    return Box(max(3, round((0.45 if character == "+" else 0.58) * dots)), dots, weight)


def _gap(dots: int) -> int:
    return max(1, round(0.1 * dots))


def _width(text: str, dots: int) -> int:
    glyphs = sum(_box(character, dots).width for character in text)
    return glyphs + _gap(dots) * (len(text) - 1)


def _drawn(text: str, dots: int) -> list[str]:
    small = dots == SMALL_HEIGHT
    glyphs = [_small(item) if small else glyph(item, _box(item, dots)) for item in text]
    gap = " " * _gap(dots)
    return [gap.join(rows) for rows in zip(*glyphs, strict=True)]


def _small(character: str) -> tuple[str, ...]:
    shape = SMALL[character]
    wide = len(shape) // SMALL_HEIGHT
    rows = [[dot == "#" for dot in shape[n : n + wide]] for n in range(0, len(shape), wide)]
    return halved([*rows, [False] * wide])


class BigDigits(Surface):
    """A clock in the middle of its room; a new text draws only the rows that differ."""

    text: reactive[str] = reactive("", repaint=False)

    def draw(self, size: Size, style: Style) -> Sequence[Strip]:
        """Return the rows of the drawing, most of which are alike in a glyph: one strip each."""
        text_style, made = style.rich_style, dict[str, Strip]()
        rows = _centred(self.text, size)
        for row in rows:
            if row not in made:
                made[row] = Strip([Segment(row, text_style)], size.width)
        return [made[row] for row in rows]

    def watch_text(self) -> None:
        """Draw the rows in which the new text differs."""
        self.draw_anew()

    def on_resize(self, event: Resize) -> None:
        """Draw as large as the new room allows."""
        self.draw_anew()


@lru_cache(128)
def _centred(text: str, size: Size) -> list[str]:
    width, height = size
    drawn = digits(text, width, height)
    above = (height - len(drawn)) // 2
    blank = " " * width
    rows = [blank] * above + [_in_middle(row, width) for row in drawn]
    return rows + [blank] * (height - len(rows))


def _in_middle(row: str, width: int) -> str:
    left = (width - cell_len(row)) // 2
    return set_cell_size(" " * left + row, width)
