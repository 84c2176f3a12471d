"""A whole copy of a record, made while others write it, and checked before it takes its place."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tipfloor.store.chain import first_bad_position
from tipfloor.store.checkpoint import take_away
from tipfloor.store.drafts import draft_beside, fill, placed
from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.leftovers import Leftover, refuse_before_new
from tipfloor.store.opening import connect
from tipfloor.store.protocol import NotARecord, Row, Store, StoreFault
from tipfloor.store.sqlite import SqliteStore
from tipfloor.store.writing_out import write_out


class Copy(NamedTuple):
    """A copy that was made: how many rows it has, the last digest, and the first unsound row."""

    rows: int
    digest: str
    broken: int | None


def copy_whole(path: Path, target: Path, *, overwrite: bool) -> Copy:
    """Copy a record with everything that lies in its log, into one file that only its owner reads.

    With `overwrite` an older copy of the same record is replaced, and nothing else. The copy is
    read back and compared before it takes its place, and is on disk when this returns.
    Raises StoreFault and OSError; then nothing is left behind, and what was there is as it was.
    """
    if os.path.lexists(target) and target.exists() and path.exists() and target.samefile(path):
        raise StoreFault("copy_onto_itself", str(path))
    _refuse_in_the_way(target, overwrite=overwrite)
    with draft_beside(target) as draft:
        _fill(draft, path)
        with contextlib.closing(SqliteStore(path, read_only=True)) as store:
            return _placed(draft, target, store, overwrite=overwrite)


def copy_out(store: Store, target: Path, *, overwrite: bool) -> Copy:
    """Copy a record that is in no file into one, as `copy_whole` does with a file."""
    _refuse_in_the_way(target, overwrite=overwrite)
    with draft_beside(target) as draft:
        write_out(store, draft)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        return _placed(draft, target, store, overwrite=overwrite)


def _placed(draft: Path, target: Path, store: Store, *, overwrite: bool) -> Copy:
    """Put a draft in its place once it reads as its record does."""
    made = _checked(draft, store)
    _refuse_newer(target, made)
    take_away(target)  # that of an older copy, which may hold what was blacked out since
    if not placed(draft, target, overwrite=overwrite):
        raise StoreFault("copy_exists", str(target))
    return copy_of(made)


def copy_of(made: Sequence[Row]) -> Copy:
    """Return what is to be said of a copy with these rows."""
    return Copy(len(made), made[-1].digest if made else "", first_bad_position(made))


def _refuse_in_the_way(target: Path, *, overwrite: bool) -> None:
    if not os.path.lexists(target):
        refuse_before_new(target)
        return
    if not overwrite:
        raise StoreFault("copy_exists", str(target))
    try:
        refuse_before_new(target)
    except Leftover as leftover:
        raise StoreFault("copy_in_use", str(target), leftover.detail) from leftover


def _fill(draft: Path, path: Path) -> None:
    try:
        with contextlib.closing(connect(path, read_only=True)) as source:
            fill(draft, source)
    except SQL_ERRORS as error:
        raise StoreFault("not_copied", str(path), str(error)) from error


def _checked(draft: Path, store: Store) -> list[Row]:
    """Return the rows of the draft, read back and found to be those of the record.

    The record may have grown meanwhile. Raises StoreFault.
    """
    with contextlib.closing(SqliteStore(draft, read_only=True)) as copy:
        made = copy.read()
        sound = copy.sound()
    held = [row for _, row in zip(made, store.rows(), strict=False)]
    if not sound or made != held:
        raise StoreFault("not_copied", store.where, "the copy reads otherwise than the record")
    return made


def _refuse_newer(target: Path, made: list[Row]) -> None:
    """Refuse to replace what is not an older copy of the same record. Raises StoreFault."""
    if not os.path.lexists(target):
        return
    try:
        with contextlib.closing(SqliteStore(target, read_only=True)) as former:
            there = [row.digest for row in former.rows()]
    except NotARecord as error:
        raise StoreFault("copy_in_the_way", str(target)) from error
    if there != [row.digest for row in made[: len(there)]]:
        raise StoreFault("copy_in_the_way", str(target))
