"""The base of every question: it stands at the foot of the desk, below the countdown."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

Answer = TypeVar("Answer")

LONGEST_DECISION = 0.3
"""Seconds after which a question that an Enter did not answer takes keys again."""


class Asking(ModalScreen[Answer]):
    """A question; Escape leaves it without an answer."""

    BINDINGS = [("escape", "dismiss(None)", "")]
    AUTO_FOCUS = "Input, OptionList"
    CSS_PATH = "asking.tcss"

    class Listening(Message):
        """The question has the keyboard now."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self.listening = False
        self._title = title
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The title, what the question itself brings, and the hint."""
        with Vertical(id="question"):
            yield Static(Content.styled(self._title, "bold"), id="question-title")
            yield from self.body()
            yield Static(Content.styled(self._hint, "$text-muted"), id="question-hint")

    def body(self) -> ComposeResult:
        """Bring the parts between title and hint."""
        raise NotImplementedError

    def answers(self, key: str) -> bool:
        """Tell whether a key answers: the keys behind it are for whatever comes next."""
        return key == "enter"

    def deciding(self) -> None:
        """Listen no more until the answer was taken, or found wanting."""
        self.listening = False
        self.set_timer(LONGEST_DECISION, self.listen)

    def listen(self) -> None:
        """Take keys, those typed ahead first."""
        if not self.listening:
            self.listening = True
            self.app.post_message(self.Listening())

    def on_descendant_focus(self) -> None:
        """Listen once there is a line to type in."""
        self.listen()

    def complain(self, words: str) -> None:
        """Say in place of the hint what an answer lacks."""
        self.query_one("#question-hint", Static).update(Content.styled(f"✗ {words}", "bold $error"))
        self.listen()
