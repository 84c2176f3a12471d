"""`tipfloor verify`: whether every row of a record still matches its digest."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import Any

from tipfloor.commands.options import add_command, add_record, existing_record
from tipfloor.commands.stopping import DONE, REFUSED
from tipfloor.commands.streams import put
from tipfloor.words import count, say

NAME = "verify"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    add_record(add_command(commands, NAME, run))


def run(arguments: Namespace) -> int:
    """Recompute the chain of digests; rows only, so that a damaged record is told of too."""
    from tipfloor.store.chain import first_bad_position
    from tipfloor.store.sqlite import SqliteStore

    path = existing_record(arguments)
    with closing(SqliteStore(path, read_only=True)) as store:
        rows = store.read()
    bad = first_bad_position(rows) if rows else 1
    if bad is not None:
        put(say("cli.verify_bad", path=path, position=bad))
        return REFUSED
    put(count("cli.verify_sound", len(rows), path=path, digest=rows[-1].digest))
    return DONE
