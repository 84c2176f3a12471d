"""Texts drawn as strips: lines as what every face shows them, fast, and all else by Textual."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content, Span
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from tipfloor.desk.roles import STYLES, Shown, content
from tipfloor.desk.widgets.surface import ground
from tipfloor.standing.line import Line, Role

LINES_KEPT = 2048
"""Lines kept as drawn: those of several screens, in the colours of several phases."""

TEXTS_KEPT = 16
"""Texts of one widget kept as drawn, such as the lines of keys in and out of a pause."""


class Ink:
    """The styles of all roles on one ground; made once for each style of a widget."""

    def __init__(self, widget: Widget, style: Style) -> None:
        self._widget, self._style = widget, style
        self.ground = ground(style)
        place = widget.styles.text_align, widget.styles.content_align
        self.is_plain = place in ((way, ("left", "top")) for way in ("left", "start"))
        """Whether lines stand at the left and from the top."""
        self._roles: dict[Role, RichStyle] = {}
        self.drawn = lru_cache(TEXTS_KEPT)(self._drawn)

    def of(self, role: Role) -> RichStyle:
        """Return the style in which the terminal shows a role."""
        if (found := self._roles.get(role)) is None:
            own = self._widget._get_style(STYLES[role])
            found = self._roles[role] = (self._style + (self._style + own)).rich_style
        return found

    def _drawn(self, plain: str, spans: tuple[Span, ...], size: Size) -> Sequence[Strip]:
        """Return a text as Textual wraps and styles it; made once while it comes and goes."""
        text = Content(plain, spans=list(spans))
        made = Visual.to_strips(self._widget, text, size.width, size.height, self._style)
        return [strip.adjust_cell_length(size.width, self.ground) for strip in made]


@lru_cache(LINES_KEPT)
def drawn(line: Line, width: int, ink: Ink) -> Strip | None:
    """Return a line filled up to a width in cells; None where it does not fit, or has no lines."""
    spare = width - line.cells
    if spare < 0 or not line.text.isprintable():
        return None
    segments = [Segment(text, ink.of(role)) for text, role in line.spans]
    if spare:
        segments.append(Segment(" " * spare, ink.ground))
    return Strip(segments, width)


def strips(shown: Shown, size: Size, ink: Ink) -> Sequence[Strip]:
    """Return a text as lines of the width of a size, at the most as many as its height."""
    if not isinstance(shown, Content) and ink.is_plain:
        lines = (shown,) if isinstance(shown, Line) else shown[: size.height]
        found = [drawn(line, size.width, ink) for line in lines]
        if None not in found:
            return [strip for strip in found if strip is not None]
    text = content(shown)
    return ink.drawn(text.plain, tuple(text.spans), size)
