"""A clock drawn as large as its room allows, from full and half blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tipfloor.desk.widgets.digit_shapes import SHAPES, Box
from tipfloor.desk.widgets.dots import glyph, halved
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


class BigDigits(Widget):
    """A clock in the middle of its room; a new text draws only the rows that differ."""

    text: reactive[str] = reactive("", repaint=False)
    _rows: Sequence[str] = ()
    _strips: dict[str, Strip]
    _drawn_in: Style | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of the drawing.

        Most rows of a glyph are alike, and a strip once made is a strip rendered: this costs a
        fraction of drawing line by line, but knows neither border nor padding.
        """
        style = self.visual_style.rich_style
        if style != self._drawn_in:
            self._strips, self._drawn_in = {}, style
        width = self.size.width
        blank = " " * width
        rows = [self._rows[y] if y < len(self._rows) else blank for y in crop.line_range]
        if not self._strips.keys() >= set(rows):
            self._strips = self._made(set(rows), width, style)
        strips = [self._strips[row] for row in rows]
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def _made(self, rows: Iterable[str], width: int, style: Style) -> dict[str, Strip]:
        filters, (_, background) = self.get_line_filters(), self.background_colors
        made = {row: Strip([Segment(row, style)], width) for row in rows}
        for line_filter in filters:
            made = {row: strip.apply_filter(line_filter, background) for row, strip in made.items()}
        return made

    def watch_text(self) -> None:
        """Draw the rows in which the new text differs."""
        before, self._rows = self._rows, self._centred()
        if len(before) != len(self._rows):
            self.refresh()
            return
        pairs = zip(before, self._rows, strict=True)
        changed = [y for y, (old, new) in enumerate(pairs) if old != new]
        if changed:
            first, last = changed[0], changed[-1]
            self.refresh(Region(0, first, self.size.width, last - first + 1))

    def on_resize(self, event: Resize) -> None:
        """Draw as large as the new room allows."""
        self._rows, self._drawn_in = self._centred(), None
        self.refresh()

    def _centred(self) -> list[str]:
        width, height = self.size
        drawn = digits(self.text, width, height)
        above = (height - len(drawn)) // 2
        blank = " " * width
        rows = [blank] * above + [_in_middle(row, width) for row in drawn]
        return rows + [blank] * (height - len(rows))


def _in_middle(row: str, width: int) -> str:
    left = (width - cell_len(row)) // 2
    return set_cell_size(" " * left + row, width)
