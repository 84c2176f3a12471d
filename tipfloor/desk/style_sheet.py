"""A program's style sheet, of which nothing is read twice."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class ReadOnce(Stylesheet):
    """Style sheets that are read again only where a colour or a text of theirs has changed.

    Textual (8.2) reads all of them anew for each screen, and after each word on a theme.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take on the colours of a theme; what was read with the same ones stands."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Read what has not been read with the present colours."""
        self.parse()
