"""Asking for the figures of a vote in one line, read and added up as they are typed."""

from __future__ import annotations

import re

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from tipfloor.desk.question import AskTally
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.widgets.line import Line
from tipfloor.words import say

_BETWEEN = re.compile(r"[\s,;/-]+")


class AskingTally(Asking[tuple[int, ...] | None]):
    """A question answered with a figure for each column."""

    def __init__(self, question: AskTally) -> None:
        columns, needed = question.columns, question.needed
        optional = (say("ask.tally_optional", column=column) for column in columns[needed:])
        shown = " ".join((*columns[:needed], *optional))
        super().__init__(question.title, say("ask.tally_hint", columns=shown))
        self._asked = question

    def body(self) -> ComposeResult:
        """The line to type in, and what it means."""
        yield Line()
        yield Static(id="read", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Add up what is typed so far."""
        figures = figures_of(event.value, len(self._asked.columns)) or ()
        self.query_one("#read", Static).update(self._read(figures))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with a figure for every column, 0 where it was left out."""
        event.stop()
        figures = figures_of(event.value, len(self._asked.columns))
        fault = self._fault(figures)
        if figures is None or fault:
            self.complain(fault)
        else:
            self.dismiss((*figures, *(0 for _ in self._asked.columns[len(figures) :])))

    def _fault(self, figures: tuple[int, ...] | None) -> str:
        """Return what the figures lack, empty where they can be."""
        if figures is None:
            return say("ask.tally_unread")
        if len(figures) < self._asked.needed:
            return say("ask.tally_few", columns=" ".join(self._asked.columns[: self._asked.needed]))
        cast = sum(figures)
        if not cast:
            return say("ask.tally_none")
        high = cast > self._asked.voters
        return say("ask.tally_high", cast=cast, voters=self._asked.voters) if high else ""

    def _read(self, figures: tuple[int, ...]) -> Content:
        if not figures:
            return Content("")
        pairs = zip(self._asked.columns, figures, strict=False)
        parts = [say("ask.tally_figure", column=column, figure=n) for column, n in pairs]
        cast = sum(figures)
        read = say(
            "ask.tally_read", figures=" · ".join(parts), cast=cast, voters=self._asked.voters
        )
        high = cast > self._asked.voters
        return Content.styled(f"✗ {read}" if high else read, "bold $error" if high else "")


def figures_of(typed: str, most: int) -> tuple[int, ...] | None:
    """Return the figures typed, None where there is anything else or there are too many."""
    parts = [part for part in _BETWEEN.split(typed) if part]
    fit = all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts)
    return tuple(map(int, parts)) if fit and len(parts) <= most else None
