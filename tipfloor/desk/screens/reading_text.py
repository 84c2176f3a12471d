"""A text that is longer than a notice, at the foot of the desk."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipfloor.desk.question import ReadText
from tipfloor.desk.screens.asking import Asking
from tipfloor.words import say


class ReadingText(Asking[None]):
    """A text to be read; Escape leads back, Enter too."""

    BINDINGS = [Binding("enter", "dismiss(None)", "", priority=True)]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, view: ReadText) -> None:
        super().__init__(view.title, say("desk.read_hint"))
        self._text = view.text

    def body(self) -> ComposeResult:
        """The text, which scrolls."""
        with VerticalScroll():
            yield Static(Content(self._text))
