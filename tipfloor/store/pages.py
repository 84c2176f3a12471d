"""The pages of a record's file, and with them those of its log, put together in memory.

So a record is read whatever lies beside it, with nothing written to any disk and no lock taken.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Iterator

from tipfloor.store.rows import text_of

HEAD, FRAME = 32, 24
"""Bytes that stand before a log's frames, and before the page in each of them."""

MAGIC = 0x377F0682
"""How a log begins; one more where its sums are of numbers with the highest byte first."""

SIZES = tuple(1 << power for power in range(9, 17))
"""Bytes that a page can have."""

MASK = 0xFFFFFFFF

Sums = tuple[int, int]


def page_size(head: bytes | bytearray) -> int:
    """Return the bytes of a page, which a file states as 1 where they are 65,536."""
    stated = int.from_bytes(head[16:18], "big")
    return stated if stated > 1 else 65_536


def alone(data: bytes) -> bytearray:
    """Return a file's own pages, as many as there are, whatever its first page says.

    That page is the first to be written when a log is folded in, and tells of pages to come.
    """
    pages = bytearray(data)
    return _counted(pages, len(pages) // page_size(pages))


def with_log(data: bytes, log: bytes) -> bytearray:
    """Return the pages of a file as they are with every transaction that its log has whole."""
    size = int.from_bytes(log[8:12], "big")
    pages, number = bytearray(data), 0
    for page, content, committed in _frames(log, size):
        end = page * size
        if len(pages) < end:
            pages.extend(bytes(end - len(pages)))
        pages[end - size : end] = content
        number = committed or number
    if not number:
        return alone(data)
    pages.extend(bytes(max(0, number * size - len(pages))))
    return _counted(pages[: number * size], number)


def connected(pages: bytearray) -> sqlite3.Connection:
    """Open pages in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.deserialize(pages)
    connection.text_factory = text_of
    return connection


def _counted(pages: bytearray, number: int) -> bytearray:
    """Let pages say that they are so many, and that they have no log."""
    pages[18:20] = b"\x01\x01"
    pages[28:32] = number.to_bytes(4, "big")
    return pages


def _frames(log: bytes, size: int) -> Iterator[tuple[int, bytes, int]]:
    """Give the frames of whole transactions: page, its bytes, and how many pages there are then.

    That number is 0 in all but the last frame of a transaction. As SQLite does, it ends at the
    first frame that is of another log or does not have the sum that it states.
    """
    magic = int.from_bytes(log[:4], "big")
    if magic & ~1 != MAGIC or len(log) < HEAD or size not in SIZES:
        return
    sums = _summed(log[:24], (0, 0), magic)
    if _stated(log[24:32]) != sums:
        return
    waiting: list[tuple[int, bytes, int]] = []
    for start in range(HEAD, len(log) - FRAME - size + 1, FRAME + size):
        head, content = log[start : start + FRAME], log[start + FRAME : start + FRAME + size]
        sums = _summed(content, _summed(head[:8], sums, magic), magic)
        page, committed = _stated(head[:8])
        if head[8:16] != log[16:24] or _stated(head[16:24]) != sums or not page:
            return
        waiting.append((page, content, committed))
        if committed:
            yield from waiting
            waiting = []


def _stated(eight: bytes) -> Sums:
    return int.from_bytes(eight[:4], "big"), int.from_bytes(eight[4:], "big")


def _summed(data: bytes, sums: Sums, magic: int) -> Sums:
    """Carry the two sums of a log on over more of its bytes, a multiple of eight."""
    words = array("I", data)
    if (sys.byteorder == "big") != bool(magic & 1):
        words.byteswap()
    one, two = sums
    numbers = iter(words)
    for number in numbers:
        one = (one + number + two) & MASK
        two = (two + next(numbers) + one) & MASK
    return one, two
