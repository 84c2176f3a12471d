"""The terminal: its size, its colours, and whether blocks and signs take the cells they should."""

from __future__ import annotations

import os
import sys

from tipfloor.commands.readiness.cells import cells_taken
from tipfloor.commands.readiness.finding import Finding, bad, good, note

COLUMNS, LINES = 80, 24
"""The window that the desk needs, in cells."""

MANY = 256

BLOCKS = "█▀▄▌▐▁▏░●◆▶■…·"
"""Some of what large digits, bars and signs are made of: each takes one cell."""


def look(colours: int) -> list[Finding]:
    """Return what there is to say of the terminal at standard output, of so many colours."""
    if not sys.stdout.isatty():
        return [note("terminal_none")]
    size = os.get_terminal_size(sys.stdout.fileno())
    return [of_size(size.columns, size.lines), of_colours(colours), _of_blocks()]


def of_size(columns: int, lines: int) -> Finding:
    """Return what the size of a window means for the desk."""
    facts = {"columns": columns, "lines": lines, "needed": f"{COLUMNS}x{LINES}"}
    if columns < COLUMNS or lines < LINES:
        return bad("terminal_small", **facts)
    return good("terminal", **facts)


def of_colours(colours: int) -> Finding:
    """Return what the number of colours means for the screens."""
    if colours >= MANY:
        return good("colours")
    return note("colours_few", number=colours) if colours else note("colours_none")


def of_blocks(encoding: str, taken: int | None) -> Finding:
    """Return what an encoding, and the cells that the blocks took, mean; None if nobody knows."""
    try:
        BLOCKS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return bad("blocks_encoding", encoding=encoding)
    if taken is None:
        return note("blocks_unknown", blocks=BLOCKS)
    if taken != len(BLOCKS):
        return bad("blocks_wide", blocks=BLOCKS, taken=taken, expected=len(BLOCKS))
    return good("blocks", blocks=BLOCKS)


def _of_blocks() -> Finding:
    encoding = sys.stdout.encoding
    try:
        return of_blocks(encoding, cells_taken(BLOCKS))
    except UnicodeEncodeError:
        return of_blocks(encoding, None)
