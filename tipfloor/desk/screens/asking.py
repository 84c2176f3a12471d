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
from tipfloor.words import retold, say
from tipfloor.words.articles import beginning

Answer = TypeVar("Answer")


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

    def compose(self) -> ComposeResult:
        """The title, what the question itself brings, and the hint."""
        with Vertical(id="question"):
            yield Static(Content.styled(beginning(self._title), "bold"), id="question-title")
            yield from self.body()
            yield Static(Content.styled(self._hint, "$text-muted"), id="question-hint")

    def body(self) -> ComposeResult:
        """Bring the parts between title and hint."""
        raise NotImplementedError

    def show_hint(self) -> None:
        """Show the hint, in place of what an answer lacked."""
        hint = Content.styled(self._hint, "$text-muted")
        self.query_one("#question-hint", Static).update(hint)

    def complain(self, words: str) -> None:
        """Say in place of the hint what an answer lacks."""
        self.query_one("#question-hint", Static).update(Content.styled(f"✗ {words}", "bold $error"))
        self.listen()

    def retell(self, texts: Mapping[str, str]) -> None:
        """Say title and hint again; the line and what was chosen stay."""
        self._title, self._hint = (retold(words, texts) for words in (self._title, self._hint))
        title = Content.styled(beginning(self._title), "bold")
        self.query_one("#question-title", Static).update(title)
        self.show_hint()

    def doubt(self, *, chained: bool) -> bool:
        """Ask once more for what was typed in one go behind two keys: it may be a sentence."""
        if chained:
            self.complain(say("ask.in_haste"))
        return chained
