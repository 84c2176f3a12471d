"""A table of a document, whatever form writes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct


class Table(Struct, frozen=True):
    """Titles, the share of the page that each column takes, whether it is set right, and rows."""

    head: Sequence[str]
    widths: Sequence[float]
    right: Sequence[bool]
    rows: Iterable[Sequence[str]]
