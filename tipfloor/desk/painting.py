"""Screens that paint at once the lines that another outlook changes, without a whole refresh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

from rich.console import Console
from textual._compositor import CompositorUpdate
from textual.geometry import Offset, Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

Result = TypeVar("Result")


class Placed(NamedTuple):
    """A strip and the cell of the terminal at which it begins."""

    x: int
    y: int
    strip: Strip


class Painted(Protocol):
    """A widget that can be painted line by line."""

    @property
    def outer_size(self) -> Size:
        """How large it is with its frame."""

    def placed(self, at: Offset, rows: Sequence[int]) -> Iterator[Placed]:
        """Give rows with their places, the widget's own being `at`."""

    def refresh_rows(self, rows: Sequence[int]) -> None:
        """Have rows painted with the next frame instead."""


class LinesUpdate(CompositorUpdate):
    """Lines to be written over what the terminal shows."""

    def __init__(self, lines: Sequence[Placed]) -> None:
        self._lines = lines

    def render_segments(self, console: Console) -> str:
        """Return what to write: each line behind the move of the cursor to its place."""
        return "".join(
            f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for x, y, strip in self._lines
        )


class PaintsAtOnce(Screen[Result], Generic[Result]):
    """A screen whose surfaces are painted as soon as all of them have seen an outlook.

    Textual (8.2) tells each change of a widget by messages and paints with the next frame, up to
    1/60 second later, all that lies in the rectangle around all changes. That stays the way for
    everything else, and for surfaces that something else lies over.
    """

    _gathered: dict[Painted, set[int]] | None = None

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Paint at the end what surfaces changed meanwhile."""
        self._gathered = {}
        try:
            yield
        finally:
            gathered, self._gathered = self._gathered, None
        if gathered:
            self._paint(gathered)

    def paint_so_far(self) -> None:
        """Paint what was gathered by now; the rest follows at the end."""
        if gathered := self._gathered:
            self._gathered = {}
            self._paint(gathered)

    def gathers(self, surface: Painted, rows: Sequence[int]) -> bool:
        """Take rows of a surface to be painted at once; False where nothing is gathered."""
        if self._gathered is None:
            return False
        self._gathered.setdefault(surface, set()).update(rows)
        return True

    def _paint(self, gathered: dict[Painted, set[int]]) -> None:
        above = self._above()
        places = {} if above is None else self._compositor.visible_widgets
        lines: list[Placed] = []
        for surface, rows in gathered.items():
            region, clip = places.get(cast(Widget, surface), (Region(), Region()))
            whole = region and clip.contains_region(region) and region.size == surface.outer_size
            if whole and not any(_covers(screen, region) for screen in above or ()):
                lines += surface.placed(region.offset, sorted(rows))
            else:
                surface.refresh_rows(sorted(rows))
        if lines:
            _note_below(above or (), lines)
            self.app._display(self, LinesUpdate(lines))  # type: ignore[arg-type]

    def _above(self) -> Sequence[Screen[Any]] | None:
        """Return the screens on top of this one, None where it is not seen through all of them."""
        stack = self.app.screen_stack
        above = stack[stack.index(self) + 1 :] if self in stack else None
        if above is None or self.app._batch_count:
            return None
        size = self._compositor.size
        through = (not top.styles.background.a and top._compositor.size == size for top in above)
        return above if all(through) else None


def _covers(screen: Screen[Any], region: Region) -> bool:
    """Tell whether something on a screen lies over a region."""
    placed = screen._compositor.visible_widgets.items()
    return any(part is not screen and place.overlaps(region) for part, (place, _) in placed)


def _note_below(screens: Sequence[Screen[Any]], lines: Sequence[Placed]) -> None:
    """Let screens know that what they show from below is another, without painting it again."""
    regions = [Region(line.x, line.y, line.strip.cell_length, 1) for line in lines]
    for screen in screens:
        screen._dirty_regions.update(regions)
        screen._styles_cache.set_dirty(*regions)
