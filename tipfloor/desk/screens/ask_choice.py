"""Asking for one of a few answers, by number, arrow or mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tipfloor.desk.screens.asking import Asking
from tipfloor.words import say


class AskChoice(Asking[str | None]):
    """A question with its answers; each is a value and the words for it.

    `shortcuts` are keys that answer at once with a value of their own.
    """

    def __init__(
        self,
        title: str,
        answers: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        shortcuts: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(title, hint or say("ask.choose"))
        self._answers = answers
        self._shortcuts = shortcuts or {}

    def body(self) -> ComposeResult:
        """The answers, numbered."""
        options = [
            Option(Content.assemble((f" {n} ", "bold $accent"), words))
            for n, (_, words) in enumerate(self._answers, start=1)
        ]
        yield OptionList(*options, markup=False)

    def answers(self, key: str) -> bool:
        """Enter, a digit of an answer and the key of a shortcut all answer."""
        return super().answers(key) or key in self._shortcuts or self._chosen(key) is not None

    def _chosen(self, key: str) -> str | None:
        place = int(key) if key.isascii() and key.isdigit() else 0
        return self._answers[place - 1][0] if 1 <= place <= len(self._answers) else None

    def on_key(self, event: Key) -> None:
        """A digit answers at once, and so does the key of a shortcut."""
        if event.key in self._shortcuts:
            event.stop()
            self.dismiss(self._shortcuts[event.key])
        elif (chosen := self._chosen(event.key)) is not None:
            event.stop()
            self.dismiss(chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click answers with the selected line."""
        event.stop()
        self.dismiss(self._answers[event.option_index][0])
