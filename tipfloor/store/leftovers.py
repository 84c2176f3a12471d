"""What SQLite left beside a file: whether it belongs to the record there, found by reading alone.

SQLite takes whatever log bears the name for the file's own and writes it over it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

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

    Nothing near the record is changed: with its log it is read under another name.
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
    alone = _seen(lambda: _without_log(path))
    with _aside(path, log) as copy:
        both = _seen(lambda: sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True))
    if alone.whole and not both.whole:
        return False
    if both.digests and not alone.digests:
        return _has_page(both.root, path, log)
    return alone.digests.items() <= both.digests.items()


def _without_log(path: Path) -> sqlite3.Connection:
    """Open a file's own pages in memory, as many as there are, whatever its first page says.

    That page is the first to be written when a log is folded in, and tells of pages to come.
    """
    data = bytearray(path.read_bytes())
    size = _page_size(data)
    data[18:20] = b"\x01\x01"  # no log
    data[28:32] = (len(data) // size).to_bytes(4, "big")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    return connection


def _seen(opened: Callable[[], sqlite3.Connection]) -> Seen:
    """Read as many rows as can be read, and see whether every page is where it belongs."""
    digests, root = dict[int, str](), 0
    try:
        with contextlib.closing(opened()) as connection:
            connection.text_factory = lambda stored: stored.decode("utf-8", "surrogateescape")
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


@contextlib.contextmanager
def _aside(path: Path, log: Path) -> Iterator[Path]:
    """Give a record and its log another name for a while, where SQLite may keep a third file."""
    try:
        folder = tempfile.mkdtemp(prefix=".tipfloor-", dir=path.parent)
    except OSError:
        folder = tempfile.mkdtemp(prefix="tipfloor-")
    try:
        place = Path(folder) / "record"
        for source, target in ((path, place), (log, beside(place, LOG))):
            try:
                os.link(source, target)
            except OSError:
                shutil.copyfile(source, target)
        yield place
    except OSError as error:
        raise StoreFault("unreadable", str(log), error.strerror or str(error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _has_page(number: int, path: Path, log: Path) -> bool:
    """Tell whether a file has a page as the log has it, which was being folded in when it ended.

    The tree of the rows then leads to pages that were not written yet.
    """
    with path.open("rb") as file, log.open("rb") as frames:
        size = _page_size(file.read(18))
        file.seek((max(number, 1) - 1) * size)
        page = file.read(size)
        frames.seek(32)
        while len(head := frames.read(24)) == 24:
            if frames.read(size) == page and int.from_bytes(head[:4], "big") == number:
                return True
    return False


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


def _page_size(head: bytes | bytearray) -> int:
    """Return the bytes of a page, which a file states as 1 where they are 65,536."""
    stated = int.from_bytes(head[16:18], "big")
    return stated if stated > 1 else 65_536


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
