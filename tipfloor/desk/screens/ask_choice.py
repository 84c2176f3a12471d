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

    def on_key(self, event: Key) -> None:
        """A digit answers at once, and so does the key of a shortcut."""
        if event.key in self._shortcuts:
            event.stop()
            self.dismiss(self._shortcuts[event.key])
        elif event.key.isdigit() and 1 <= int(event.key) <= len(self._answers):
            event.stop()
            self.dismiss(self._answers[int(event.key) - 1][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click answers with the selected line."""
        event.stop()
        self.dismiss(self._answers[event.option_index][0])
