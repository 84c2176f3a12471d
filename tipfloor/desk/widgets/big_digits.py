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

from tipfloor.desk.widgets.large import digits
from tipfloor.desk.widgets.surface import Surface


class Big(Surface):
    """Something drawn in the middle of its room; a change paints only the rows that differ."""

    def drawn(self, size: Size) -> list[str]:
        """Return the rows of block glyphs that fit a room."""
        raise NotImplementedError

    def draw(self, size: Size, style: Style) -> Sequence[Strip]:
        """Return the rows of the drawing, most of which are alike in a glyph: one strip each."""
        text_style, made = style.rich_style, dict[str, Strip]()
        rows = _centred(self.drawn(size), size)
        for row in rows:
            if row not in made:
                made[row] = Strip([Segment(row, text_style)], size.width)
        return [made[row] for row in rows]

    def on_resize(self, event: Resize) -> None:
        """Draw as large as the new room allows."""
        self.draw_anew()


class BigDigits(Big):
    """A clock, its digits as large as the room."""

    text: reactive[str] = reactive("", repaint=False)

    def drawn(self, size: Size) -> list[str]:
        """Return the clock as rows."""
        return _digits(self.text, size)

    def watch_text(self) -> None:
        """Draw the new text."""
        self.draw_anew()


@lru_cache(128)
def _digits(text: str, size: Size) -> list[str]:
    return digits(text, size.width, size.height)


def _centred(drawn: Sequence[str], size: Size) -> list[str]:
    width, height = size
    above = (height - len(drawn)) // 2
    blank = " " * width
    rows = [blank] * above + [_in_middle(row, width) for row in drawn]
    return rows + [blank] * (height - len(rows))


def _in_middle(row: str, width: int) -> str:
    left = (width - cell_len(row)) // 2
    return set_cell_size(" " * left + row, width)
