"""Asking for a line of text: a reason, a number of seconds, a ruling."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input

from tipfloor.core.ground.fields import LONGEST_TEXT
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.widgets.line import Line
from tipfloor.words import count, say


class AskText(Asking[str | None]):
    """A question answered in a line; `needed` refuses an empty answer.

    Whatever is typed stays in the record for good: the hint says that it is no place for names.
    `value` stands in the line from the start. More than `longest` characters are no answer: what
    was typed is never cut.
    """

    def __init__(
        self,
        title: str,
        *,
        hint: str = "",
        needed: bool = True,
        number: bool = False,
        value: str = "",
        longest: int = LONGEST_TEXT,
    ) -> None:
        super().__init__(title, hint or say("ask.enter_escape" if number else "ask.typed_hint"))
        self._needed = needed
        self._number = number
        self._value = value
        self._longest = longest

    def body(self) -> ComposeResult:
        """The line."""
        yield Line(
            self._value,
            type="number" if self._number else "text",
            select_on_focus=False,
        )

    def wants(self, key: str, behind: str, place: int) -> bool:
        """Where a number is asked for, a letter in haste is the beginning of a sentence."""
        return not self._number or not key.isalpha()

    def doubt(self, *, chained: bool) -> bool:
        """A sentence typed in one go behind a deed's key is no reason until it is seen."""
        return super().doubt(chained=chained or not self._number)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the text."""
        event.stop()
        answer = event.value.strip()
        over = len(answer) - self._longest
        if over > 0:
            self.complain(count("ask.too_long", over, longest=self._longest))
        elif self._needed and not answer:
            self.complain(say("ask.needed"))
        else:
            self.dismiss(answer)
