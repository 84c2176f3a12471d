"""Asking for one of a few answers, by digit or letter, arrow or mouse."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tipfloor.desk.question import AskChoice
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.widgets.choices import Choices
from tipfloor.standing.cells import wrapped
from tipfloor.words import retold, say

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""What answers at once, in the order of the answers; the rest are reached by arrows."""

KEY = 3
"""Cells of the key of an answer, with those around it."""

BESIDE = KEY + 1
"""Cells of a line that the words of an answer have not: those of the key, and of the bar aside."""

PAIR = 2
"""Keys in haste of which the second chooses what the first asked for."""


class AskingChoice(Asking[str | None]):
    """A question with its answers, each with a key of its own."""

    opened_by_prose = True

    def __init__(self, question: AskChoice) -> None:
        super().__init__(question.title, question.hint or say("ask.choose"))
        self._asked = question
        free = [key for key in KEYS if key not in question.shortcuts]
        keys = list(question.keys) or free + [" "] * len(question.answers)
        self._keys = keys[: len(question.answers)]

    def body(self) -> ComposeResult:
        """The answers, each with its key."""
        yield Choices(*map(Option, self._lines()), markup=False)

    def _lines(self) -> list[Content]:
        return [
            Content.assemble((f" {key} ", "bold $accent"), self._beside(words))
            for key, (_, words) in zip(self._keys, self._asked.answers, strict=True)
        ]

    def _beside(self, words: str) -> str:
        """Return the words of an answer, those of further lines below the first ones."""
        bare = words.lstrip(" ")
        indent = " " * (len(words) - len(bare))
        lines = wrapped(bare, self.room - BESIDE - len(indent))
        return indent + f"\n{' ' * KEY}{indent}".join(lines)

    def retell(self, texts: Mapping[str, str]) -> None:
        """Say the answers again too; the one that is chosen stays so."""
        answers = [(value, retold(words, texts)) for value, words in self._asked.answers]
        self._asked = replace(self._asked, answers=answers)
        super().retell(texts)

    def redraw(self) -> None:
        """Break the answers anew too."""
        super().redraw()
        for place, line in enumerate(self._lines()):
            self.query_one(Choices).replace_option_prompt_at_index(place, line)

    def answers(self, key: str) -> bool:
        """Enter, the key of an answer and the key of a shortcut all answer."""
        return super().answers(key) or key in self._asked.shortcuts or self._chosen(key) is not None

    def wants(self, key: str, behind: str, place: int) -> bool:
        """A digit is meant in any haste, a letter only as the second key of a pair."""
        pair = place == PAIR and behind == self._asked.behind
        return self.answers(key) and (key.isdigit() or pair)

    def _chosen(self, key: str) -> str | None:
        place = self._keys.index(key) if len(key) == 1 and key in self._keys else None
        return None if place is None else self._asked.answers[place][0]

    def on_key(self, event: Key) -> None:
        """The key of an answer answers at once, and so does the key of a shortcut."""
        if event.key in self._asked.shortcuts:
            event.stop()
            self.dismiss(self._asked.shortcuts[event.key])
        elif (chosen := self._chosen(event.key)) is not None:
            event.stop()
            self.dismiss(chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a double click answers with the selected line."""
        event.stop()
        self.dismiss(self._asked.answers[event.option_index][0])
