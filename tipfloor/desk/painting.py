"""Screens that paint at once the lines that another outlook changes, without a whole refresh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Generic, NamedTuple, Protocol, TypeVar, cast

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
    everything else, and for surfaces while the screen lies below another or is laid out anew.
    """

    _gathered: dict[Painted, set[int]] | None = None

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Paint at the end what surfaces changed meanwhile."""
        gathered: dict[Painted, set[int]] = {}
        self._gathered = gathered
        try:
            yield
        finally:
            self._gathered = None
        if gathered:
            self._paint(gathered)

    def gathers(self, surface: Painted, rows: Sequence[int]) -> bool:
        """Take rows of a surface to be painted at once; False where nothing is gathered."""
        if self._gathered is None:
            return False
        self._gathered.setdefault(surface, set()).update(rows)
        return True

    def _paint(self, gathered: dict[Painted, set[int]]) -> None:
        at_once = self is self.app.screen and not self.app._batch_count
        places = self._compositor.visible_widgets if at_once else {}
        lines: list[Placed] = []
        for surface, rows in gathered.items():
            region, clip = places.get(cast(Widget, surface), (Region(), Region()))
            if region and clip.contains_region(region) and region.size == surface.outer_size:
                lines += surface.placed(region.offset, sorted(rows))
            else:
                surface.refresh_rows(sorted(rows))
        if lines:
            self.app._display(self, LinesUpdate(lines))  # type: ignore[arg-type]
