"""The base of the desk's plain parts: text computed from the outlook, drawn when it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style

from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.roles import Shown, content
from tipfloor.desk.widgets.ink import Ink, strips
from tipfloor.desk.widgets.surface import Surface
from tipfloor.standing.line import EMPTY
from tipfloor.standing.outlook import Outlook


class OutlookText(Surface):
    """A widget whose text follows from the outlook and its own width."""

    outlook: Outlook | None = None
    """The outlook as last seen."""

    grows: bool = False
    """Whether the text decides the widget's height, so that a change lays the screen out anew."""

    by_clock: bool = True
    """Whether the text changes with time alone; else it is computed for another meeting only."""

    follows: Callable[[Meeting], tuple[object, ...]] | None = None
    """What returns the parts of a meeting from which alone the text follows, else all are."""

    _shown: Shown = EMPTY
    _told: Meeting | None = None
    _ink: tuple[Style, Ink] | None = None

    def text(self, outlook: Outlook, width: int) -> Shown:
        """Return what to show in a width of so many cells."""
        raise NotImplementedError

    def render(self) -> Content:
        """Return the text as last computed, by which Textual finds how high a growing part is."""
        if self._told is None:
            self.redraw()
        return content(self._shown)

    def draw(self, size: Size, style: Style) -> Sequence[Strip]:
        """Draw the text as last computed; the first paint comes before any resize is heard."""
        if self._told is None and self.outlook is not None:
            self._tell(self.outlook, size.width)
        if self._ink is None or self._ink[0] != style:
            self._ink = style, Ink(self, style)
        return strips(self._shown, size, self._ink[1])

    def notify_style_update(self) -> None:
        """Let go of styles that may be others now."""
        self._ink = None
        super().notify_style_update()

    def see(self, outlook: Outlook) -> None:
        """Compute the text again, where it can be another, and draw it where it is."""
        self.outlook = outlook
        if self.may_differ:
            self.redraw()

    @property
    def may_differ(self) -> bool:
        """Whether the text can be another than was last computed."""
        if self.by_clock or self.outlook is None or self._told is None:
            return True
        now, told = self.outlook.meeting, self._told
        if now is told or self.follows is None:
            return now is not told
        parts = zip(self.follows(now), self.follows(told), strict=True)
        return any(part is not former for part, former in parts)

    def on_resize(self, event: Resize) -> None:
        """Fit the text to the new width."""
        self.redraw()

    def retell(self) -> None:
        """Draw the text in the language that is spoken at present."""
        self.redraw()

    def redraw(self) -> None:
        """Draw the text if it is another than the one on screen."""
        if self.outlook is None or not self.room.width:
            return
        before = self._shown
        self._tell(self.outlook, self.room.width)
        if _is_same(self._shown, before):
            return
        if self.grows:
            self._looked = None
            self.refresh(layout=True)
        else:
            self.draw_anew()

    def _tell(self, outlook: Outlook, width: int) -> None:
        self._told = outlook.meeting
        self._shown = self.text(outlook, width)


def _is_same(shown: Shown, other: Shown) -> bool:
    if isinstance(shown, Content) and isinstance(other, Content):
        return shown.is_same(other)
    return shown == other
