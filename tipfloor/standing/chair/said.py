"""What the chair can say, as sentences of which some can be left out where there is no room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tipfloor.words.articles import beginning


class Part(NamedTuple):
    """A sentence; of several that can be left out, the one of the highest rank is the first.

    Rank 0 is never left out. `short` stands in place of one that is.
    """

    words: str
    rank: int = 0
    short: str = ""


Said = tuple[Part, ...]


def so(words: str) -> Said:
    """Return what is never left out."""
    return (Part(words),)


def forms(said: Said) -> Iterator[str]:
    """Yield what is said from the fullest form to the shortest, in which the last stands alone.

    What leads on stands last: it is the point of what is said.
    """
    for most in range(max((part.rank for part in said), default=0), -1, -1):
        told = (part.words if part.rank <= most else part.short for part in said)
        shortest = [beginning(words) for words in told if words]
        yield " ".join(shortest)
    for left_out in range(1, len(shortest)):
        yield " ".join(shortest[left_out:])
