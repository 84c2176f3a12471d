"""The base of every question: it stands at the foot of the desk, below the countdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tipfloor.desk.screens.taking_keys import TakesKeys
from tipfloor.standing.cells import broken
from tipfloor.words import retold, say
from tipfloor.words.articles import opening

Answer = TypeVar("Answer")

WIDEST = 100
"""Cells of a question at most, its frame included, as `asking.tcss` has it."""

FRAME = 4
"""Cells of frame and padding at both sides."""


class Asking(TakesKeys[Answer], ModalScreen[Answer]):
    """A question; Escape leaves it without an answer."""

    # With priority, a key is done with before the next one is looked at.
    BINDINGS = [Binding("escape", "dismiss(None)", "", priority=True)]
    AUTO_FOCUS = "Input, OptionList"
    CSS_PATH = "asking.tcss"

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._lacks = ""
        self._drawn_in = 0

    def compose(self) -> ComposeResult:
        """The title, what the question itself brings, and the hint."""
        self._drawn_in = self.room
        with Vertical(id="question"):
            yield Static(self._shown_title(), id="question-title")
            yield from self.body()
            yield Static(self._shown_hint(), id="question-hint")

    def body(self) -> ComposeResult:
        """Bring the parts between title and hint."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """The cells that a line of the question has."""
        return max(1, min(self.app.size.width, WIDEST) - FRAME)

    def on_resize(self) -> None:
        """Break the lines anew where they have other room."""
        if self._drawn_in != self.room:
            self.redraw()

    def show_hint(self) -> None:
        """Show the hint, in place of what an answer lacked."""
        self._lacks = ""
        self.redraw()

    def complain(self, words: str) -> None:
        """Say in place of the hint what an answer lacks."""
        self._lacks = words
        self.redraw()
        self.listen()

    def retell(self, texts: Mapping[str, str]) -> None:
        """Say title and hint again; the line and what was chosen stay."""
        self._title, self._hint = (retold(words, texts) for words in (self._title, self._hint))
        self.show_hint()

    def redraw(self) -> None:
        """Show title and hint in the room that there is."""
        self._drawn_in = self.room
        self.query_one("#question-title", Static).update(self._shown_title())
        self.query_one("#question-hint", Static).update(self._shown_hint())

    def _shown_title(self) -> Content:
        return Content.styled(broken(opening(self._title), self.room), "bold")

    def _shown_hint(self) -> Content:
        if self._lacks:
            return Content.styled(broken(f"✗ {self._lacks}", self.room), "bold $error")
        return Content.styled(broken(self._hint, self.room), "$text-muted")

    def doubt(self, *, chained: bool) -> bool:
        """Ask once more for what was typed in one go behind two keys: it may be a sentence."""
        if chained:
            self.complain(say("ask.in_haste"))
        return chained
