"""A program's style sheet, of which nothing is read twice."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

MOST = 256
"""Style sheets of which it is kept what was read with the colours of a theme."""

Read = LRUCache[tuple[Any, ...], list[RuleSet]]


class ReadOnce(Stylesheet):
    """Style sheets that are read again only where a colour or a text of theirs is a new one.

    Textual (8.2) reads all of them anew for each screen, and after each word on a theme.
    """

    _kept: ClassVar[dict[frozenset[tuple[str, str]], Read]] = {}
    """What was read, by the colours that it was read with: a theme is gone back to."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._take_up()

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take on the colours of a theme; what was read with the same ones stands."""
        if variables != self._variables:
            self._parse_cache = Read(MOST)  # Textual clears it: not what is kept
            super().set_variables(variables)
            self._take_up()

    def reparse(self) -> None:
        """Read what has not been read with the present colours."""
        self.parse()

    def _take_up(self) -> None:
        colours = frozenset(self._variables.items())
        self._parse_cache = self._kept.setdefault(colours, Read(MOST))
