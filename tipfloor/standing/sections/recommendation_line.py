"""One recommendation in a line: its number, its sign, its mark, its first words, who reserved."""

from __future__ import annotations

from tipfloor.core.state.recommendation import Fate, Recommendation
from tipfloor.standing.line import Line, Role
from tipfloor.words import say
from tipfloor.words.plain import plain

SIGNS: dict[Fate, tuple[str, Role]] = {
    "undecided": ("○", "quiet"),
    "adopted": ("✓", "good"),
    "adopted_as_amended": ("◐", "good"),
    "deferred": ("\u2013", "caution"),
    "rejected": ("✗", "bad"),
    "withdrawn": ("∅", "quiet"),
}
"""The sign of each fate and its role; each sign is one cell."""

WIDEST_RESERVED = 14
"""Cells for the codes of those who reserved, in a line of few cells."""


def recommendation_line(
    item: Recommendation, width: int | None = None, *, current: bool = False
) -> Line:
    """Return the line, cut to so many cells where a width is given."""
    tail = Line.of((_reserved(item), "caution"))
    head = Line.of(
        ("►" if current else " ", "strong warning"),
        (f"{item.number:>2} ", "strong"),
        SIGNS[item.fate],
        ("★ " if item.regional_priority else " ", "priority"),
    )
    if width is None:
        return Line.of(head, plain(item.text), tail)
    tail = tail.truncated(min(tail.cells, WIDEST_RESERVED))
    room = max(1, width - head.cells - tail.cells)
    text = Line.of(plain(item.text)).truncated(room, pad=True)
    return Line.of(head, text, tail).truncated(width, ellipsis=False)


def _reserved(item: Recommendation) -> str:
    codes = " ".join(item.reserved_by)
    return " " + say("recommendations.reserved", codes=codes) if codes else ""
