"""Words that stand on a screen as they are said, and are said again in another language."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static


class Words(Static):
    """A text of the catalogues, made by a function that can make it again."""

    def __init__(self, make: Callable[[], Content], *, classes: str | None = None) -> None:
        super().__init__(make(), classes=classes)
        self._make = make

    def retell(self) -> None:
        """Say it in the language that is spoken at present."""
        self.update(self._make())
