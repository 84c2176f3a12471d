"""Measuring a clock that stands elsewhere: how far its ticks are from this machine's."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tipfloor.store.protocol import TimeLine

EXCHANGES = 8
"""How often the other clock is asked; the fastest answer tells the most."""


class Answer(NamedTuple):
    """What the other clock showed when it was asked, in milliseconds: ticks, and since 1970."""

    ticks: int
    utc: int


def measured(
    name: str, ask: Callable[[], Answer], ticks: Callable[[], int], exchanges: int = EXCHANGES
) -> TimeLine:
    """Return a time line as measured by asking its clock, with `ticks` the machine's own.

    The answer is taken for the middle of the fastest exchange, so it is wrong by no more than half
    of that.
    """
    lines: list[TimeLine] = []
    for _ in range(exchanges):
        asked, answer, heard = ticks(), ask(), ticks()
        offset = answer.ticks - (asked + heard) // 2
        lines.append(TimeLine(name, offset, answer.utc - answer.ticks, (heard - asked + 1) // 2))
    return min(lines, key=lambda line: line.bound)
