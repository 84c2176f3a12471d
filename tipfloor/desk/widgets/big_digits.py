"""A clock drawn as large as its room allows, from full and half blocks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.events import Resize
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tipfloor.desk.widgets.digit_shapes import DASH, SHAPES, Box, glyph, halved

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


class BigDigits(Widget):
    """A clock in the middle of its room; a new text draws only the cells that differ."""

    text: reactive[str] = reactive("", repaint=False)
    _rows: Sequence[str] = ()

    def render_line(self, y: int) -> Strip:
        """Return one row of the drawing."""
        row = self._rows[y] if y < len(self._rows) else " " * self.content_size.width
        return Strip([Segment(row, self.visual_style.rich_style)])

    def watch_text(self) -> None:
        """Draw the cells in which the new text differs."""
        before, self._rows = self._rows, self._centred()
        if [len(row) for row in before] != [len(row) for row in self._rows]:
            self.refresh()
        elif changed := _difference(before, self._rows):
            self.refresh(changed)

    def on_resize(self, event: Resize) -> None:
        """Draw as large as the new room allows."""
        self._rows = self._centred()
        self.refresh()

    def _centred(self) -> list[str]:
        width, height = self.content_size
        drawn = digits(self.text, width, height)
        above = [""] * ((height - len(drawn)) // 2)
        below = [""] * (height - len(above) - len(drawn))
        return [_in_middle(row, width) for row in (*above, *drawn, *below)]


def _in_middle(row: str, width: int) -> str:
    return set_cell_size(" " * ((width - cell_len(row)) // 2) + row, width)


def _difference(before: Sequence[str], after: Sequence[str]) -> Region | None:
    """Return the smallest region with every cell in which two drawings of one size differ."""
    places = [
        (x, y)
        for y, (old_row, new_row) in enumerate(zip(before, after, strict=True))
        if old_row != new_row
        for x, (old, new) in enumerate(zip(old_row, new_row, strict=True))
        if old != new
    ]
    if not places:
        return None
    columns, rows = [x for x, _ in places], [y for _, y in places]
    return Region.from_corners(min(columns), min(rows), max(columns) + 1, max(rows) + 1)
