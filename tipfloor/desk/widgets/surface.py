"""A widget that keeps its lines drawn, and of which only lines that changed are painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import zip_longest

from rich.style import Style as RichStyle
from textual.color import TRANSPARENT
from textual.dom import NoScreen
from textual.geometry import Offset, Region, Size, Spacing
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from tipfloor.desk.painting import PaintsAtOnce, Placed

Looks = tuple[Size, Style]
"""What lines were drawn for: the size of the content, and the style below all their own."""


class Surface(Widget):
    """Draws its content as strips, each as wide as the content."""

    _strips: Sequence[Strip] = ()
    _looked: Looks | None = None

    def draw(self, size: Size, style: Style) -> Sequence[Strip]:
        """Return the lines from the top, as many as there are; below them it is blank."""
        raise NotImplementedError

    @property
    def base(self) -> Style:
        """The style below that of each text."""
        return self.visual_style

    @property
    def room(self) -> Size:
        """The size of the content, reckoned without a look at the whole screen."""
        width, height = self.outer_size
        return Size(max(0, width - self._frame.width), max(0, height - self._frame.height))

    @property
    def _frame(self) -> Spacing:
        """The cells of border and padding around the content."""
        if self._gutter is None:
            self._gutter = self.styles.gutter
        return self._gutter

    _gutter: Spacing | None = None

    def notify_style_update(self) -> None:
        """Let go of what followed from styles that may be others now."""
        self._gutter = self._looked = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return a line of the content, drawn anew where size or style are others."""
        looks = self.room, self.base
        if looks != self._looked:
            self._strips, self._looked = self.draw(*looks), looks
        return self._line(self._strips, y, looks)

    def draw_anew(self) -> None:
        """Draw all lines, and paint those that differ."""
        if not self._has_screen:  # the desk is being left, and the clock beat once more
            return
        before, former, looks = self._strips, self._looked, (self.room, self.base)
        if not looks[0]:
            return
        self._strips, self._looked = self.draw(*looks), looks
        if former is None or former[0] != looks[0] or self._shows_ground(former[1], looks[1]):
            self.refresh()
            return
        blank = () if len(before) == len(self._strips) else (self._line((), 0, looks),)
        pairs = zip_longest(before, self._strips, fillvalue=next(iter(blank), None))
        changed = [y for y, (old, new) in enumerate(pairs) if old is not new and old != new]
        if changed and not self._is_gathered(changed):
            self.refresh_rows(changed)

    def refresh_rows(self, rows: Sequence[int]) -> None:
        """Have rows of the content painted with the next frame."""
        width = self.room.width
        self.refresh(*(Region(0, y, width, 1) for y in rows))

    def placed(self, at: Offset, rows: Sequence[int]) -> Iterator[Placed]:
        """Give rows of the content with their places, the widget's own being `at`."""
        left, top = at.x + self._frame.left, at.y + self._frame.top
        filters, background = self.get_line_filters(), self.base.background or TRANSPARENT
        for y in rows:
            strip = self.render_line(y)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            yield Placed(left, top + y, strip)

    def _shows_ground(self, before: Style, style: Style) -> bool:
        """Tell whether another ground is seen outside of the content as well."""
        return before.background != style.background and bool(self._frame)

    @property
    def _has_screen(self) -> bool:
        with suppress(NoScreen):
            return self.screen is not None
        return False

    def _is_gathered(self, rows: Sequence[int]) -> bool:
        """Tell whether the screen paints these rows itself, at once."""
        screen = self.screen
        if self.hover_style or not isinstance(screen, PaintsAtOnce):
            return False
        if not screen.gathers(self, rows):
            return False
        top = self._frame.top
        self._styles_cache.set_dirty(*(Region(0, top + y, 1, 1) for y in rows))
        return True

    def _line(self, strips: Sequence[Strip], y: int, looks: Looks) -> Strip:
        if y < len(strips):
            return strips[y]
        return Strip.blank(looks[0].width, ground(looks[1]))


def ground(style: Style) -> RichStyle:
    """Return the style of cells without text."""
    return RichStyle.from_color(bgcolor=style.background and style.background.rich_color)
