"""The cells of a terminal that texts take, by the measure with which Textual draws them."""

from __future__ import annotations

ELLIPSIS = "…"


def cells(text: str) -> int:
    """Return how many cells a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len  # its tables are read where something is to be fitted only

    return cell_len(text)


def wrapped(text: str, width: int) -> list[str]:
    """Return a text as lines of at most `width` cells, broken where it breaks and at plain spaces.

    Textual breaks lines at spaces that hold together too, as before the colon of a French sentence.
    A word that is wider than a line is divided. In a window without room a line has one cell.
    """
    return [part for line in text.split("\n") for part in _parted(line, max(1, width))]


def broken(text: str, width: int) -> str:
    """Return a text with its lines broken so."""
    return "\n".join(wrapped(text, width))


def _parted(line: str, width: int) -> list[str]:
    lines = [""]
    for place, word in enumerate(line.split(" ")):
        grown = f"{lines[-1]} {word}" if place else word
        if cells(grown) <= width:
            lines[-1] = grown
            continue
        lines += [""] if lines[-1].strip() else []
        while cells(word) > width:
            fits = next((n for n in range(len(word), 1, -1) if cells(word[:n]) <= width), 1)
            lines[-1:], word = [word[:fits], ""], word[fits:]
        lines[-1] = word
    return lines


def shortened(text: str, width: int, *, ellipsis: bool) -> str:
    """Return the beginning of a text that takes more than `width` cells, cut to that many."""
    from rich.cells import set_cell_size

    if ellipsis and width > 0:
        return set_cell_size(text, width - 1).rstrip(ELLIPSIS) + ELLIPSIS
    return set_cell_size(text, max(0, width))
