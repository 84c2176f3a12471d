"""A checkpoint beside a record: what its rows come to, so that a screen need not wait for them.

It is no part of the record and may be deleted at any time. It holds only while the bytes of the
record are those beside which it was laid: whoever opens the record first compares them.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec

from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.held import PIECE, reading
from tipfloor.store.leftovers import LOG, beside
from tipfloor.store.opening import opened
from tipfloor.store.place import Outside, outside
from tipfloor.store.protocol import StoreFault

ENDING = "-checkpoint"
"""Behind the name of a record's file, as SQLite's own files beside it are named."""

FORM = "tipfloor checkpoint 1"

BEGINNING = b'{"form":"tipfloor checkpoint '
"""How each begins, of whichever form: no other file of the name is written over or deleted."""

MOST = (1 << 63) - 1
"""The last position that SQLite can be asked for."""


class Checkpoint(NamedTuple):
    """What the rows up to a position came to; `digest` is that of the row there.

    `state` is what the program that laid it makes of them, and `program` which one that was.
    """

    program: str
    position: int
    digest: str
    state: bytes


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line: of what the checkpoint is, and the sums of the record's bytes and its own."""

    form: str
    program: str
    position: Annotated[int, msgspec.Meta(ge=1, le=MOST)]
    digest: str
    record: str
    state: int


def checkpoint_of(path: Path) -> Path:
    """Return where the checkpoint of a record lies."""
    return beside(path, ENDING)


def find(path: Path, program: str) -> Checkpoint | None:
    """Return the checkpoint of a record, None where none holds: the record is read whole then.

    To be asked before the record is opened, which may change bytes that say the same.
    """
    place = checkpoint_of(path)
    try:
        if not _is_plain(place) or place.stat().st_size > beside(path, "").stat().st_size:
            return None  # what a meeting comes to is less than the rows that tell it
        line, _, state = place.read_bytes().partition(b"\n")
        head = msgspec.json.decode(line, type=_Head)
    except (OSError, msgspec.DecodeError, ValueError, RecursionError):
        return None
    if (head.form, head.program, head.state) != (FORM, program, zlib.crc32(state)):
        return None
    if head.record != _sum_of(path):
        return None
    return Checkpoint(program, head.position, head.digest, state)


def lay(path: Path, checkpoint: Checkpoint) -> bool:
    """Lay a checkpoint beside a record that was let go, readable by its owner alone.

    False where it could not be laid, or the record goes on behind it or changes meanwhile: then
    there is none. A file of another program that bears the name is left alone.
    """
    seen, found = _seen(path), _sum_of(path)
    laid = False
    with contextlib.suppress(OSError):
        if _is_ours(checkpoint_of(path)):
            checkpoint_of(path).unlink()  # as it is: all that it holds is in the record still
        # It lies there before the record is looked at: whoever blacks a text out changes the record
        # first and takes the checkpoint away then, so that what is written here goes with it.
        checkpoint_of(path).touch(0o600, exist_ok=False)
        with checkpoint_of(path).open("r+b") as file:
            if found and _last_of(path) == (checkpoint.position, checkpoint.digest):
                sums = found, zlib.crc32(checkpoint.state)
                head = _Head(FORM, *checkpoint[:3], *sums)
                file.write(msgspec.json.encode(head) + b"\n" + checkpoint.state)
                laid = True
        laid = laid and _seen(path) == seen
    if not laid:
        with contextlib.suppress(OSError):
            take_away(path)
    return laid


def take_away(path: Path) -> None:
    """Delete the checkpoint of a record, written over first. Raises OSError."""
    place = checkpoint_of(path)
    if not _is_ours(place):
        return
    with contextlib.suppress(FileNotFoundError):
        with place.open("r+b") as file:
            left = os.fstat(file.fileno()).st_size - file.seek(len(BEGINNING))
            while left > 0:
                left -= file.write(bytes(min(PIECE, left)))
            file.flush()
            os.fsync(file.fileno())
        place.unlink()


def _sum_of(path: Path) -> str | None:
    """Return the digest of a record's file and of the log beside it, None where one is not read.

    A log without a byte is none.
    """
    total = sha256()
    try:
        for piece in _pieces(beside(path, "")):
            total.update(piece)
        total.update(b"/")
        with contextlib.suppress(FileNotFoundError):
            for piece in _pieces(beside(path, LOG)):
                total.update(piece)
    except OSError:
        return None
    return total.hexdigest()


def _last_of(path: Path) -> tuple[int, str] | None:
    """Return the position and digest of the last row of a record, None where it is not read.

    Nothing is left beside the file: without a log nobody has it open.
    """
    alone = "" if beside(path, LOG).exists() else "&immutable=1"
    last = "SELECT position, digest FROM events ORDER BY position DESC LIMIT 1"
    try:
        with closing(opened(f"{path.absolute().as_uri()}?mode=ro{alone}")) as connection:
            found: tuple[int, str] | None = connection.execute(last).fetchone()
    except SQL_ERRORS:
        return None
    return found


def _is_ours(place: Path) -> bool:
    """Tell whether a checkpoint lies there, or what is left of one. Raises OSError.

    One that was never finished is cut short, and may have no byte that is not zero.
    """
    try:
        if not _is_plain(place):
            return False
        with place.open("rb") as file:
            head = file.read(len(BEGINNING))
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return False
        raise
    return BEGINNING.startswith(head) or not head.strip(b"\0")


def _is_plain(path: Path) -> bool:
    """Tell whether a file lies there itself: a pipe would be waited for. Raises OSError."""
    return stat.S_ISREG(path.lstat().st_mode)


def _pieces(path: Path) -> Iterator[bytes]:
    if not _is_plain(path):
        raise OSError(f"no plain file: {path}")
    with reading(path) as file:
        yield from iter(lambda: file.read(PIECE), b"")


def _seen(path: Path) -> list[Outside]:
    """Return what is seen of a record's files, nothing without the record."""
    found = list[Outside]()
    for ending in ("", LOG):
        with contextlib.suppress(StoreFault):
            found.append(outside(beside(path, ending)))
    return found
