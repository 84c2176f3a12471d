"""The place of a record: whether the file that lies there is the one that was opened."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tipfloor.store.chain import first_bad_position
from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.held import PIECE, READING, close, hold, let_go
from tipfloor.store.pages import alone, connected, with_log
from tipfloor.store.protocol import Row, StoreFault
from tipfloor.store.rows import rows_of

SETTLING = 0.05
"""Seconds after which a file that seems damaged is read once more: its log may just be folded."""


class Outside(NamedTuple):
    """What is seen of a file without opening it: SQLite changes it when it folds its log alone."""

    device: int
    number: int
    size: int
    changed: int


class Known(NamedTuple):
    """What is known of a record's chain: its first digest, and its last row, which seals it."""

    first: str
    position: int
    last: str


def outside(path: Path) -> Outside:
    """Return what lies at a path. Raises StoreFault: gone, or unreadable."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreFault("gone", str(path), error.strerror or str(error)) from error
    except OSError as error:
        raise StoreFault("unreadable", str(path), error.strerror or str(error)) from error
    return Outside(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


class Place:
    """Where one record lies while it is open, and beside it the log that belongs to it."""

    def __init__(self, path: Path, *, log: bool) -> None:
        self._path, self._has_log = path, log
        self._refused: tuple[object, StoreFault] | None = None
        self._file = os.open(path, READING)
        hold(self._file)
        self._settle()

    def close(self) -> None:
        """Let the file go, once SQLite has."""
        if self._file >= 0:
            let_go(self._file)
        self._file = -1

    def folded(self) -> None:
        """Take what changed just now for the folding of the log that was asked for."""
        if self.kept():
            self._settle()

    def _settle(self) -> None:
        self._seen, self._log, self._refused = outside(self._path), self._log_now(), None

    @property
    def refused(self) -> bool:
        """Whether what lies there now was found to be another file."""
        return self._refused is not None

    def kept(self) -> bool:
        """Tell whether the file that was opened lies there still. Raises StoreFault: gone."""
        return outside(self._path)[:2] == self._seen[:2]

    @property
    def deleted(self) -> bool:
        """Whether the file that was opened lies nowhere any more, under no name."""
        return self._file >= 0 and os.fstat(self._file).st_nlink == 0

    @property
    def log_gone(self) -> bool:
        """Whether the log that lay beside the file was taken away."""
        return self._log is not None and self._log_now() is None

    @property
    def lacks_log(self) -> bool:
        """Whether the log alone was taken away: what is open has all of it still."""
        return self.log_gone and outside(self._path) == self._seen

    def moved(self, known: Known | None) -> bool:
        """Tell whether the record is to be opened anew: other bytes came, and they go on from it.

        Raises StoreFault where nothing is there (gone), another record (replaced), an older copy
        (shorter), beside it the log of another file (log_left), or not the log that is open
        (log_taken).
        """
        found, log = outside(self._path), self._log_now()
        if (found, log) == (self._seen, self._log) and not self._refused:
            return False
        if self.lacks_log:
            return True
        if known is not None:
            self._refuse(known, stays=found[:2] == self._seen[:2] and log != self._log)
        return True

    def _refuse(self, known: Known, *, stays: bool) -> None:
        """Refuse another file; one that `stays` is the same one, without the log that is open."""
        both = outside(self._path), self._log_now()
        if self._refused is not None and self._refused[0] == both:
            raise self._refused[1]
        try:
            if stays:
                raise StoreFault("log_taken", str(self._path))
            try:
                self._refuse_another(known)
            except StoreFault:
                time.sleep(SETTLING)
                self._refuse_another(known)
        except StoreFault as fault:
            self._refused = (both, fault)
            raise

    def _refuse_another(self, known: Known) -> None:
        if self._file >= 0 and self.kept():
            refuse_another(self._path, known, self._file)
            return
        try:
            file = os.open(self._path, READING)
        except OSError as error:
            raise StoreFault("replaced", str(self._path), str(error)) from error
        try:
            if not stat.S_ISREG(os.fstat(file).st_mode):
                raise StoreFault("replaced", str(self._path), "no plain file")
            refuse_another(self._path, known, file)
        finally:
            close(file)

    def _log_now(self) -> tuple[int, ...] | None:
        """Return which log lies beside the file, None without one."""
        try:
            return outside(log_of(self._path))[:2] if self._has_log else None
        except StoreFault:
            return None


def refuse_another(path: Path, known: Known, file: int) -> None:
    """Refuse an open file that lies at a path unless it goes on from what is known of the record.

    It is read in memory: two connections of one process must never share one log while they have
    two files, and what is refused is left as it is. The file alone must belong to the record, and
    the file with the log beside it be the whole of it. Raises StoreFault.
    """
    where = str(path)
    try:
        data = _read(file)
        rows, added = _rows(alone(data)), _rows_with_log(data, _log(path))
    except (OSError, *SQL_ERRORS) as error:
        raise StoreFault("replaced", where, str(error)) from error
    if not _goes_on(rows, known):
        raise StoreFault("replaced", where, "another record")
    if added[: len(rows)] != rows or not _goes_on(added, known):
        raise StoreFault("log_left", where)
    if len(added) < known.position:
        raise StoreFault("shorter", where, f"{len(added)} / {known.position}")


def log_of(path: Path) -> Path:
    """Return where SQLite keeps the write-ahead log of a file."""
    return path.with_name(f"{path.name}-wal")


def _goes_on(rows: Sequence[Row], known: Known) -> bool:
    """Tell whether rows are the beginning of the record, or the record and what came after."""
    if first_bad_position(rows) is not None or not rows or rows[0].digest != known.first:
        return False
    return len(rows) < known.position or rows[known.position - 1].digest == known.last


def _read(file: int) -> bytes:
    """Read an open file whole without closing it, nor another view of it."""
    os.lseek(file, 0, os.SEEK_SET)
    return b"".join(iter(lambda: os.read(file, PIECE), b""))


def _log(path: Path) -> bytes:
    """Read the log beside a file, empty without one."""
    log = log_of(path)
    return log.read_bytes() if log.is_file() else b""


def _rows(pages: bytearray) -> list[Row]:
    """Return the rows that stand in pages. Raises sqlite3.Error."""
    with closing(connected(pages)) as connection:
        [[sound]] = connection.execute("PRAGMA quick_check(1)")
        if sound != "ok":
            raise sqlite3.DatabaseError(sound)
        return list(rows_of(connection))


def _rows_with_log(data: bytes, log: bytes) -> list[Row]:
    """Return the rows of a file with a log, none where the log is not its own."""
    try:
        return _rows(with_log(data, log))
    except SQL_ERRORS:
        return []
