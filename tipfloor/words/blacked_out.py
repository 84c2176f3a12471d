"""What is to be said of a typed text that was blacked out, and why one cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.stale import FileMade, stale_lines


class Outcome(Protocol):
    """How a blacking out ended."""

    @property
    def position(self) -> int:
        """The row whose text it was."""

    @property
    def guessable(self) -> bool:
        """Whether a guess of the text can be confirmed by the digest."""

    @property
    def erased(self) -> bool:
        """Whether no byte of it is left in the file."""

    @property
    def also(self) -> Sequence[int]:
        """The rows that hold the text too."""

    @property
    def stale(self) -> Sequence[FileMade]:
        """The files made while it could be read."""


def blacked_out_lines(found: Outcome) -> list[str]:
    """Return what is to be said of a text that was blacked out, line by line."""
    lines = [say("cli.seal_done", position=found.position)]
    if not found.erased:
        lines.append(say("cli.seal_not_erased"))
    if found.guessable:
        lines.append(say("cli.seal_guessable"))
    if found.also:
        lines.append(say("cli.seal_also", positions=beside(map(str, found.also))))
    return lines + stale_lines(found.stale)


def not_blacked_out(code: str, position: int) -> str:
    """Say why the text of a row cannot be blacked out."""
    return say(f"cli.seal_{code}", position=position)
