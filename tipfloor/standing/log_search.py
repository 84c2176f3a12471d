"""The log narrowed by what is typed, told from its end backwards, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from tipfloor.core.ground.folding import fold_text
from tipfloor.words.narration import Line

MOST_SHOWN = 500
"""Lines found at once, the newest last: more than anyone scrolls through with the chair waiting."""

PIECE = 200
"""Lines told between two looks at the keyboard: some milliseconds."""


class LogSearch:
    """Lines are told and folded once, the newest first; a letter looks at what is told by then."""

    def __init__(self, backwards: Iterator[Line]) -> None:
        self._untold = backwards
        self._told: list[tuple[Line, str]] = []
        self._pieces: list[str] = []
        self._wanted = ""
        self._found: list[int] = []
        self.is_whole = False
        """Whether all of the log was told."""

    @property
    def found(self) -> Sequence[Line]:
        """The newest lines that hold what is sought, oldest first."""
        return [self._told[place][0] for place in reversed(self._found)]

    def seek(self, typed: str) -> None:
        """Look for a text, accents and case ignored."""
        self._wanted, self._found = fold_text(typed), []
        self._look(0)

    def go_on(self) -> int:
        """Tell a piece more of the log, and return how many older lines are found by it."""
        before, begun = len(self._found), len(self._pieces)
        piece = list(islice(self._untold, PIECE))
        self.is_whole = len(piece) < PIECE
        folded = [fold_text(line.text) for line in piece]
        self._told += zip(piece, folded, strict=True)
        self._pieces.append("\n".join(folded))
        self._look(begun)
        return len(self._found) - before

    def _look(self, begun: int) -> None:
        """Look from a piece on, in whole pieces first: what is rare is in few of them."""
        wanted, told = self._wanted, self._told
        holding = (
            place
            for nth in range(begun, len(self._pieces))
            if wanted in self._pieces[nth]
            for place, (_, text) in enumerate(told[nth * PIECE : (nth + 1) * PIECE], nth * PIECE)
            if wanted in text
        )
        self._found += islice(holding, MOST_SHOWN - len(self._found))
