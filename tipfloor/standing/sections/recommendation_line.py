"""One recommendation in a line: its number, its sign, its mark, its first words, who reserved."""

from __future__ import annotations

from textual.content import Content

from tipfloor.core.state.recommendation import Fate, Recommendation
from tipfloor.words import say
from tipfloor.words.plain import plain

SIGNS: dict[Fate, tuple[str, str]] = {
    "undecided": ("○", "$text-muted"),
    "adopted": ("✓", "$text-success"),
    "adopted_as_amended": ("◐", "$text-success"),
    "deferred": ("\u2013", "$text-warning"),
    "rejected": ("✗", "$text-error"),
    "withdrawn": ("∅", "$text-muted"),
}
"""The sign of each fate and its colour; each sign is one cell."""

WIDEST_RESERVED = 14
"""Cells for the codes of those who reserved, in a line of few cells."""


def recommendation_line(
    item: Recommendation, width: int | None = None, *, current: bool = False
) -> Content:
    """Return the line, cut to so many cells where a width is given."""
    sign, colour = SIGNS[item.fate]
    tail = Content(_reserved(item))
    head = Content.assemble(
        ("►" if current else " ", "bold $warning"),
        (f"{item.number:>2} ", "bold"),
        (sign, colour),
        ("★ " if item.regional_priority else " ", "$text-accent"),
    )
    if width is None:
        return Content.assemble(head, plain(item.text), (tail.plain, "$text-warning"))
    tail = tail.truncate(min(tail.cell_length, WIDEST_RESERVED), ellipsis=True)
    room = max(1, width - head.cell_length - tail.cell_length)
    text = Content(plain(item.text)).truncate(room, ellipsis=True, pad=True)
    return Content.assemble(head, text, (tail.plain, "$text-warning")).truncate(width)


def _reserved(item: Recommendation) -> str:
    codes = " ".join(item.reserved_by)
    return " " + say("recommendations.reserved", codes=codes) if codes else ""
