"""Asking for a line of text: a reason, a number of seconds, a ruling."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input

from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.widgets.line import Line
from tipfloor.words import say


class AskText(Asking[str | None]):
    """A question answered in a line; `needed` refuses an empty answer.

    `value` stands in the line from the start, which holds `longest` characters at most.
    """

    def __init__(
        self,
        title: str,
        *,
        hint: str = "",
        needed: bool = True,
        number: bool = False,
        value: str = "",
        longest: int = 200,
    ) -> None:
        super().__init__(title, hint or say("ask.enter_escape"))
        self._needed = needed
        self._number = number
        self._value = value
        self._longest = longest

    def body(self) -> ComposeResult:
        """The line."""
        yield Line(
            self._value,
            type="number" if self._number else "text",
            max_length=self._longest,
            select_on_focus=False,
        )

    def wants(self, key: str, behind: str, place: int) -> bool:
        """Where a number is asked for, a letter in haste is the beginning of a sentence."""
        return not self._number or not key.isalpha()

    def doubt(self) -> bool:
        """A sentence typed in one go behind a deed's key is no reason until it is seen."""
        if not self._number:
            self.complain(say("ask.in_haste"))
        return not self._number

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the text."""
        event.stop()
        answer = event.value.strip()
        if self._needed and not answer:
            self.complain(say("ask.needed"))
        else:
            self.dismiss(answer)
