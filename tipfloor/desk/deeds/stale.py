"""What was done for good, and what holds it still: more lines than a notice has."""

from __future__ import annotations

from collections.abc import Sequence

from tipfloor.desk.hand import Hand
from tipfloor.desk.question import ReadText


def tell_stale(hand: Hand, done: str, lines: Sequence[str]) -> None:
    """Have lines read, under what was done; none, nothing is shown."""
    if lines:
        hand.show(ReadText(done, "\n".join(lines)))
