"""The base of the desk's plain parts: text computed from the outlook, drawn when it changed."""

from __future__ import annotations

from textual.content import Content
from textual.events import Resize
from textual.reactive import reactive
from textual.widget import Widget

from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.roles import Shown, content
from tipfloor.standing.outlook import Outlook

EMPTY = Content("")


class OutlookText(Widget):
    """A widget whose text follows from the outlook and its own width."""

    outlook: reactive[Outlook | None] = reactive(None, layout=False, repaint=False)
    grows: bool = False
    """Whether the text decides the widget's height, so that a change lays the screen out anew."""

    by_clock: bool = True
    """Whether the text changes with time alone; else it is computed for another meeting only."""

    _drawn: Content = EMPTY
    _told: Meeting | None = None

    def text(self, outlook: Outlook, width: int) -> Shown:
        """Return what to show in a width of so many cells."""
        raise NotImplementedError

    def render(self) -> Content:
        """Draw the text as last computed; the first paint comes before any resize is heard."""
        if self._drawn is EMPTY:
            self.redraw()
        return self._drawn

    def watch_outlook(self) -> None:
        """Compute the text again, where it can be another, and draw it where it is."""
        if self.may_differ:
            self.redraw()

    @property
    def may_differ(self) -> bool:
        """Whether the text can be another than was last computed."""
        return self.by_clock or self.outlook is None or self.outlook.meeting is not self._told

    def on_resize(self, event: Resize) -> None:
        """Fit the text to the new width."""
        self.redraw()

    def redraw(self) -> None:
        """Draw the text if it is another than the one on screen."""
        if self.outlook is None or not self.size.width:
            return
        self._told = self.outlook.meeting
        drawn = content(self.text(self.outlook, self.content_size.width))
        if not drawn.is_same(self._drawn):
            self._drawn = drawn
            self.refresh(layout=self.grows)
