"""Rows of which one is chosen: only those in sight are told and drawn, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from rich.segment import Segment
from textual.binding import Binding
from textual.events import (
    Click,
    Key,
    Leave,
    MouseCapture,
    MouseEvent,
    MouseMove,
    MouseScrollDown,
    MouseScrollUp,
    MouseUp,
    Resize,
)
from textual.geometry import Size
from textual.message import Message
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip
from textual.style import Style

from tipfloor.desk.painting import PaintsAtOnce
from tipfloor.desk.widgets.choices import DOUBLE
from tipfloor.desk.widgets.considered import Considered
from tipfloor.desk.widgets.ink import Ink, strips
from tipfloor.desk.widgets.surface import Surface
from tipfloor.standing.line import Line


class Rows(Surface, can_focus=True):
    """A list whose last column is its scroll bar; a double click or Enter means a row."""

    COMPONENT_CLASSES = {"rows--chosen", "rows--pointed"}
    DEFAULT_CSS = """
    Rows {
        height: 1fr;
        & > .rows--chosen {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .rows--chosen {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .rows--pointed { background: $block-hover-background; }
    }
    """
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
    ]

    @dataclass
    class Meant(Message):
        """A row is meant, not only chosen."""

        place: int

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()
        self.highlighted: int | None = None
        """The place of the chosen row, None without any."""
        self._top = 0
        self._pointed: int | None = None
        self._grabbed: tuple[float, int] | None = None
        self._inks: dict[Style, Ink] = {}

    def show(self, lines: Sequence[Line], highlighted: int | None) -> None:
        """Show these rows, one of them chosen; with none chosen, they are nothing to choose."""
        self.lines, self._pointed = lines, None
        self.choose(highlighted)

    def choose(self, place: int | None) -> None:
        """Choose a row, or the nearest there is, and bring it into sight."""
        last, before = len(self.lines) - 1, self.highlighted
        self.highlighted = None if place is None or last < 0 else max(0, min(last, place))
        if self.highlighted != before:
            self._into_sight()
        self.draw_anew()

    def on_resize(self, event: Resize) -> None:
        """Keep the chosen row in sight."""
        self._into_sight()
        self.draw_anew()

    def draw(self, size: Size, style: Style) -> Sequence[Strip]:
        """Return the rows in sight, each with its cell of the scroll bar."""
        self._top = max(0, min(self._top, len(self.lines) - size.height))
        bar, shown = self._bar(size), self.lines[self._top : self._top + size.height]
        return [self._row(y, line, size, style, bar) for y, line in enumerate(shown)]

    def notify_style_update(self) -> None:
        """Let go of styles that may be others now."""
        self._inks = {}
        super().notify_style_update()

    def _row(self, y: int, line: Line, size: Size, style: Style, bar: Sequence[Segment]) -> Strip:
        place, width = self._top + y, size.width - 1
        if place == self.highlighted:
            style = self.get_visual_style("rows--chosen")
        elif place == self._pointed:
            style = self.get_visual_style("rows--pointed")
        if (ink := self._inks.get(style)) is None:
            ink = self._inks[style] = Ink(self, style)
        (strip,) = strips(line.truncated(width), Size(width, 1), ink)
        end = bar[y] if bar else Segment(" ", ink.ground)
        return Strip([*strip, end], size.width)

    def _bar(self, size: Size) -> Sequence[Segment]:
        """Return the cells of the scroll bar from the top, none where all rows are in sight."""
        number = len(self.lines)
        if number <= size.height:
            return ()
        below, colours = self.background_colors[1], self.styles
        back = below + colours.scrollbar_background
        return ScrollBarRender.render_bar(
            size=size.height,
            virtual_size=number,
            window_size=size.height,
            position=self._top,
            back_color=back.rich_color,
            bar_color=(back + colours.scrollbar_color).rich_color,
        ).segments

    def _into_sight(self) -> None:
        """Scroll no further than needed to have the chosen row in sight."""
        if self.highlighted is not None:
            height = max(1, self.room.height)
            self._top = max(self.highlighted - height + 1, min(self._top, self.highlighted))

    def _scroll_by(self, rows: float) -> None:
        self._top = max(0, self._top + round(rows))
        self.draw_anew()

    # Keys.

    async def _on_key(self, event: Key) -> None:
        # As a binding, Enter would first rise to the app, and keys typed behind it overtake.
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._mean()
            self.post_message(Considered())

    def action_move(self, by: int) -> None:
        """Choose the row so many further down."""
        self._choose_at_once((self.highlighted or 0) + by)

    def action_turn(self, pages: int) -> None:
        """Choose the row so many pages further down."""
        self._choose_at_once((self.highlighted or 0) + pages * max(1, self.room.height))

    def action_first(self) -> None:
        """Choose the first row."""
        self._choose_at_once(0)

    def action_last(self) -> None:
        """Choose the last row."""
        self._choose_at_once(len(self.lines) - 1)

    def _choose_at_once(self, place: int) -> None:
        """Choose a row as a key does; where the screen can, no frame is waited for."""
        screen = self.screen
        with screen.at_once() if isinstance(screen, PaintsAtOnce) else nullcontext():
            self.choose(place)

    # The mouse.

    def on_click(self, event: Click) -> None:
        """Choose a row; a second click in quick succession means it."""
        place = self._place_under(event)
        if place is not None:
            meant = event.chain == DOUBLE and place == self.highlighted
            self.choose(place)
            if meant:
                self._mean()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Mark the row below the pointer, or scroll with the bar that was taken hold of."""
        if self._grabbed is not None:
            height = max(1, self.room.height)
            at, top = self._grabbed
            self._scroll_by(top + (event.screen_y - at) * len(self.lines) / height - self._top)
            return
        self._point(self._place_under(event))

    def on_leave(self, event: Leave) -> None:
        """Mark no row any more."""
        self._point(None)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self._scroll_by(self.app.scroll_sensitivity_y)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self._scroll_by(-self.app.scroll_sensitivity_y)

    def action_grab(self) -> None:
        """Take hold of the scroll bar, for as long as the button is pressed."""
        self.capture_mouse()

    def on_mouse_capture(self, event: MouseCapture) -> None:
        """Note where the scroll bar was taken hold of."""
        self._grabbed = event.mouse_position.y, self._top

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let go of the scroll bar."""
        self.release_mouse()
        self._grabbed = None

    def action_scroll_up(self) -> None:
        """Scroll up by a page: the bar was clicked above its handle."""
        self._scroll_by(-self.room.height)

    def action_scroll_down(self) -> None:
        """Scroll down by a page: the bar was clicked below its handle."""
        self._scroll_by(self.room.height)

    def _place_under(self, event: MouseEvent) -> int | None:
        """Return the place of the row at the pointer, None at the bar and below the last."""
        at, size = event.get_content_offset(self), self.room
        if at is None or (at.x == size.width - 1 and len(self.lines) > size.height):
            return None
        place = self._top + at.y
        return place if self.highlighted is not None and place < len(self.lines) else None

    def _point(self, place: int | None) -> None:
        if place != self._pointed:
            self._pointed = place
            self.draw_anew()

    def _mean(self) -> None:
        if self.highlighted is not None:
            self.post_message(self.Meant(self.highlighted))
