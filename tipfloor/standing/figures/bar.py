"""A bar of block characters, to the eighth of a cell."""

from __future__ import annotations

EIGHTHS = " ▏▎▍▌▋▊▉█"


def bar(part: int, longest: int, width: int) -> str:
    """Return a bar as long as a part is of the longest, which fills the width; padded with blanks.

    Whatever is more than nothing shows at least as one eighth of a cell.
    """
    if part <= 0 or longest <= 0 or width <= 0:
        return " " * max(0, width)
    eighths = max(1, round(min(part / longest, 1) * width * 8))
    whole, rest = divmod(eighths, 8)
    return (EIGHTHS[8] * whole + (EIGHTHS[rest] if rest else "")).ljust(width)
