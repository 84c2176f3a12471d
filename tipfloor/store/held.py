"""Records that this process has open: no file of theirs is closed before SQLite has let go of it.

A process that closes a file loses all locks that it has on it, however often the file is open, and
SQLite's are of that kind. Whoever else has the record open would take itself for the last one then,
and delete the log that lies beside it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import BinaryIO

READING = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY")
)
"""How a file is opened that may be none: a pipe must not be waited for."""

PIECE = 1 << 20
"""Bytes that are read at once."""

Number = tuple[int, int]
"""By which the system knows a file."""

_turn = Lock()
_stores: Counter[Number] = Counter()
_put_off: dict[Number, list[int]] = {}


def hold(file: int) -> None:
    """Put off the closing of a file, by whichever thread, until it is let go as often as held."""
    with _turn:
        _stores[_number(file)] += 1


def let_go(file: int) -> None:
    """Close a file that was held once SQLite has let go of it, and what was put off with it."""
    with _turn:
        number = _number(file)
        _put_off.setdefault(number, []).append(file)
        _stores[number] -= 1
        if _stores[number] <= 0:
            del _stores[number]
            for one in _put_off.pop(number):
                os.close(one)


def close(file: int) -> None:
    """Close an open file, or put that off where a record is open in it."""
    with _turn:
        number = _number(file)
        if number in _stores:
            _put_off.setdefault(number, []).append(file)
        else:
            os.close(file)


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """Open what may be a record's file to read it, whatever else has it open. Raises OSError."""
    file = os.open(path, READING)
    try:
        with open(file, "rb", closefd=False) as opened:
            yield opened
    finally:
        close(file)


def _number(file: int) -> Number:
    found = os.fstat(file)
    return found.st_dev, found.st_ino
