"""Asking for a line of text: a reason, a number of seconds, a ruling."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input

from tipfloor.desk.question import AskText
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.widgets.line import Line
from tipfloor.words import count, say


class AskingText(Asking[str | None]):
    """A question answered in a line; what was typed is never cut."""

    def __init__(self, question: AskText) -> None:
        usual = say("ask.enter_escape" if question.number else "ask.typed_hint")
        super().__init__(question.title, question.hint or usual)
        self._asked = question

    def body(self) -> ComposeResult:
        """The line."""
        yield Line(
            self._asked.value,
            type="number" if self._asked.number else "text",
            select_on_focus=False,
        )

    def wants(self, key: str, behind: str, place: int) -> bool:
        """Where a number is asked for, a letter in haste is the beginning of a sentence."""
        return not self._asked.number or not key.isalpha()

    def doubt(self, *, chained: bool) -> bool:
        """A sentence typed in one go behind a deed's key is no reason until it is seen."""
        return super().doubt(chained=chained or not self._asked.number)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the text."""
        event.stop()
        answer = event.value.strip()
        over = len(answer) - self._asked.longest
        if over > 0:
            self.complain(count("ask.too_long", over, longest=self._asked.longest))
        elif self._asked.needed and not answer:
            self.complain(say("ask.needed"))
        else:
            self.dismiss(answer)
