"""The notice: refusals, errors and questions of the moment, beside the floor and never over it."""

from __future__ import annotations

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tipfloor.desk.tones import Tone
from tipfloor.standing.cells import broken

SIGNS: dict[Tone, str] = {"refusal": "✗", "error": "‼", "warning": "▷", "done": "✓"}
STYLES: dict[Tone, str] = {
    "refusal": "bold $error",
    "error": "bold $error",
    "warning": "bold $warning",
    "done": "bold $success",
}
STAYS = 8.0
"""Seconds for which a notice stays unless something answers it first."""


class Notice(Static):
    """One notice at a time; it goes when answered or after a few seconds."""

    _leaving: Timer | None = None
    says = ""
    """What it says while it is shown."""

    def __init__(self) -> None:
        super().__init__(id="notice", markup=False)
        self._tone: Tone = "done"
        self._written_in = 0
        self.display = False

    def show(self, words: str, tone: Tone, *, stays: bool = False) -> None:
        """Show a notice; with `stays`, until it is dismissed."""
        self._stop()
        self.says, self._tone = words, tone
        self._write()
        self.set_classes(f"-{tone}")
        self.display = True
        if not stays:
            self._leaving = self.set_timer(STAYS, self.dismiss)

    @property
    def is_to_be_answered(self) -> bool:
        """Whether it stays until somebody dismisses it, or says what was refused."""
        return self.display and (self._leaving is None or not self.has_class("-done"))

    def on_resize(self) -> None:
        """Break the lines anew for the width that there is."""
        if self.says and self._written_in != self.content_size.width:
            self._write()

    def _write(self) -> None:
        self._written_in = self.content_size.width
        words = f"{SIGNS[self._tone]} {self.says}"
        if self._written_in:
            words = broken(words, self._written_in)
        self.update(Content.assemble((words[:2], STYLES[self._tone]), words[2:]))

    def dismiss(self) -> None:
        """Take the notice away."""
        self._stop()
        self.says = ""
        self.display = False

    def _stop(self) -> None:
        if self._leaving is not None:
            self._leaving.stop()
            self._leaving = None
