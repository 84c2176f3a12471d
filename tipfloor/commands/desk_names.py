"""What a desk is called in the record: as it was asked, else `desk`, or `desk 2` beside another."""

from __future__ import annotations

import contextlib
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path

from tipfloor.store.address import Address, Database
from tipfloor.words import say

LONGEST = 40
"""Characters of a name that is asked for."""


def add_name(parser: ArgumentParser, default: str | None) -> None:
    """Let a command take `--as NAME`."""
    parser.add_argument(
        "--as",
        dest="by",
        type=_name,
        default=default,
        metavar=say("cli.name"),
        help=say("cli.option_as"),
    )


@contextlib.contextmanager
def desk_name(record: Address, asked: str | None) -> Iterator[str]:
    """Give the name of a desk at a record, which no other desk of this user has meanwhile.

    At a database no other desk of any machine has it. Nothing of the machine or its user is in it.
    The system lets the name go with the process. Raises StoreFault.
    """
    if asked is not None:
        yield asked
        return
    if isinstance(record, Database):
        from tipfloor.records import present_at

        taken = present_at(record)
        yield next(name for name in map(_numbered, count(1)) if name not in taken)
        return
    with contextlib.ExitStack() as held:
        for number in count(1):
            if held.enter_context(_held(_place(record, number))):
                break
        yield _numbered(number)


def _numbered(number: int) -> str:
    return "desk" if number == 1 else f"desk {number}"


def _place(record: Address, number: int) -> Path:
    from tipfloor.records import data_folder

    where = str(record.resolve()) if isinstance(record, Path) else str(record)
    named = sha256(where.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return data_folder() / "desks" / f"{named}-{number}"


@contextlib.contextmanager
def _held(path: Path) -> Iterator[bool]:
    """Hold a file that says that a name is taken, if nobody does; true too where none can be."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield True
        return
    try:
        taken = _locked(file)
        yield taken
        if taken:
            with contextlib.suppress(OSError):
                path.unlink()
    finally:
        os.close(file)


def _locked(file: int) -> bool:
    """Lock an open file for this process alone, if nobody has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _name(text: str) -> str:
    """Read a name: one line of a few printable characters."""
    name = text.strip()
    if not 0 < len(name) <= LONGEST or not name.isprintable():
        raise ArgumentTypeError(say("cli.not_a_name", longest=LONGEST))
    return name
