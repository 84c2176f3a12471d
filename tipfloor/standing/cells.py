"""The cells of a terminal that texts take, by the measure with which Textual draws them."""

from __future__ import annotations

ELLIPSIS = "…"


def cells(text: str) -> int:
    """Return how many cells a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len  # its tables are read where something is to be fitted only

    return cell_len(text)


def shortened(text: str, width: int, *, ellipsis: bool) -> str:
    """Return the beginning of a text that takes more than `width` cells, cut to that many."""
    from rich.cells import set_cell_size

    if ellipsis and width > 0:
        return set_cell_size(text, width - 1).rstrip(ELLIPSIS) + ELLIPSIS
    return set_cell_size(text, max(0, width))
