"""How many cells a text takes in this terminal, which is asked where its cursor stands then."""

from __future__ import annotations

import contextlib
import os
import re
import select
import sys
from collections.abc import Iterator

from tipfloor.stopwatch import stopwatch

WHERE = b"\x1b[6n"
"""Device Status Report 6 of ECMA-48: the terminal answers with the position of its cursor."""

ANSWER = re.compile(rb"\x1b\[[0-9]+;([0-9]+)R")
CLEARED = b"\r\x1b[K"
PATIENCE = 1.0
"""Seconds: a terminal far away answers in a tenth of it."""


def cells_taken(text: str) -> int | None:
    """Write a text at the start of a line, ask for the column, and clear the line again.

    None where there is no terminal, or it does not answer.
    """
    try:
        with _terminal() as (read, written):
            os.write(written, CLEARED + text.encode() + WHERE)
            column = _column(read)
            os.write(written, CLEARED)
    except (ImportError, OSError):
        return None
    return column - 1 if column else None


@contextlib.contextmanager
def _terminal() -> Iterator[tuple[int, int]]:
    """Give both ends of the terminal, which meanwhile hands keys over unseen and at once."""
    import termios
    import tty

    read, written = sys.stdin.fileno(), sys.stdout.fileno()
    if not (os.isatty(read) and os.isatty(written)):
        raise OSError
    sys.stdout.flush()
    before = termios.tcgetattr(read)
    try:
        tty.setcbreak(read)
        yield read, written
    finally:
        termios.tcsetattr(read, termios.TCSAFLUSH, before)


def _column(handle: int) -> int | None:
    """Read until the answer has come."""
    read, end = b"", stopwatch() + PATIENCE
    while (left := end - stopwatch()) > 0:
        if select.select([handle], [], [], left)[0]:
            read += os.read(handle, 64)
        if found := ANSWER.search(read):
            return int(found[1])
    return None
