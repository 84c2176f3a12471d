"""What SQLite left beside a file: whether it belongs to the record there, found by reading alone.

SQLite takes whatever log bears the name for the file's own and writes it over it.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path
from typing import NamedTuple

from tipfloor.store.held import reading
from tipfloor.store.pages import FRAME, HEAD, alone, connected, page_size, with_log
from tipfloor.store.protocol import StoreFault

LOG, SHARED, JOURNAL = "-wal", "-shm", "-journal"
"""The endings of the files that SQLite keeps beside a database."""

PAUSES = (0.0, 0.02, 0.1, 0.4, 1.0)
"""Seconds before each look: a running desk may be folding its log into the file just then."""

MOST_MOVING = 10
"""Looks at a file that is written during each: they see two states at once, and tell nothing."""


class Leftover(StoreFault):
    """Files beside a record, or beside where one is to be, that are not its own; all untouched."""

    def __init__(self, code: str, path: Path, files: tuple[Path, ...]) -> None:
        super().__init__(code, str(path), ", ".join(file.name for file in files))
        self.files = files


IN_USE = 128
"""The byte of a shared memory that every connection of SQLite holds a lock on."""

DIGITS = 64
"""Of a digest."""


class Seen(NamedTuple):
    """The digests of the rows that can be read, by position, and whether everything could be.

    `root` is the page on which the tree of the rows begins, 0 where that is not known.
    """

    digests: dict[int, str]
    root: int
    whole: bool


def beside(path: Path, ending: str) -> Path:
    """Return where SQLite keeps the file with such an ending, links followed as it does."""
    real = path.resolve()
    return real.with_name(f"{real.name}{ending}")


def refuse_before_new(path: Path) -> None:
    """Refuse to begin a record where the log of a former one lies. Raises Leftover.

    A log without a byte holds nothing, and whoever only reads leaves one.
    """
    shared = beside(path, SHARED)
    found = [file for file in (beside(path, LOG), beside(path, JOURNAL)) if _size(file)]
    if (found and shared.exists()) or _is_in_use(shared):
        found.append(shared)
    if found:
        raise Leftover("leftover_new", path, tuple(found))


def refuse_strange(path: Path) -> None:
    """Refuse to open a record beside which a log lies that is not its own. Raises Leftover.

    Nothing is changed and nothing written: with its log it is read in memory.
    """
    journal, log = beside(path, JOURNAL), beside(path, LOG)
    if _size(journal):
        raise Leftover("leftover_journal", path, (journal,))
    for pause in PAUSES:
        time.sleep(pause)
        if _found_own(path.resolve(), log):
            return
    raise Leftover("leftover_log", path, (log,))


def _found_own(path: Path, log: Path) -> bool:
    """Tell whether a log belongs to its record, looking again while one of them is written."""
    for _ in range(MOST_MOVING):
        before = _stamps(path, log)
        if not _size(log) or _belongs(path, log):
            return True
        if _stamps(path, log) == before:
            return False
    return False


def _belongs(path: Path, log: Path) -> bool:
    """Tell whether a record with its log has every row that it has without, and can be read.

    A record of which no row can be read either way is not for this to judge.
    """
    try:
        with reading(path) as file:
            data, frames = file.read(), log.read_bytes()
    except OSError as error:
        raise StoreFault("unreadable", str(log), error.strerror or str(error)) from error
    own, both = _seen(alone(data)), _seen(with_log(data, frames))
    if own.whole and not both.whole:
        return False
    if both.digests and not own.digests:
        return _has_page(both.root, data, frames)
    return own.digests.items() <= both.digests.items()


def _seen(pages: bytearray) -> Seen:
    """Read as many rows as can be read, and see whether every page is where it belongs."""
    digests, root = dict[int, str](), 0
    try:
        with contextlib.closing(connected(pages)) as connection:
            tables = connection.execute(
                "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"
            )
            root = dict(tables.fetchall())["events"]
            for position, digest in connection.execute("SELECT position, digest FROM events"):
                if len(str(digest)) == DIGITS:  # half folded, another table's page may stand there
                    digests[position] = digest
            # The rows alone do not tell: a strange log may have but pages of an index.
            whole = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        return Seen(digests, root, whole=False)
    return Seen(digests, root, whole)


def _has_page(number: int, data: bytes, frames: bytes) -> bool:
    """Tell whether a file has a page as the log has it, which was being folded in when it ended.

    The tree of the rows then leads to pages that were not written yet.
    """
    size = page_size(data)
    first = (max(number, 1) - 1) * size
    page = data[first : first + size]
    starts = range(HEAD, len(frames) - FRAME + 1, FRAME + size)
    return any(
        int.from_bytes(frames[start : start + 4], "big") == number
        and frames[start + FRAME : start + FRAME + size] == page
        for start in starts
    )


def _is_in_use(shared: Path) -> bool:
    """Tell whether another process works on the log that a shared memory belongs to."""
    try:
        import fcntl

        with shared.open("r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, IN_USE)
    except FileNotFoundError:
        return False
    except (ImportError, OSError):
        return shared.exists()
    return False


def _stamps(*files: Path) -> list[tuple[int, int]]:
    """Return sizes and times of writing, by which a file is known to have stood still."""
    found: list[tuple[int, int]] = []
    for file in files:
        with contextlib.suppress(OSError):
            seen = file.stat()
            found.append((seen.st_size, seen.st_mtime_ns))
    return found


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
