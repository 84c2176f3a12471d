"""`tipfloor verify`: whether every row of a record still matches its digest."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from tipfloor.commands.options import add_command, add_record, existing_record
from tipfloor.commands.stopping import DONE, REFUSED
from tipfloor.commands.streams import put
from tipfloor.words import count, say

NAME = "verify"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    file = say("cli.file")
    parser.add_argument("--against", type=Path, metavar=file, help=say("cli.verify_against"))
    add_record(parser)


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
    if arguments.against is None:
        return DONE
    return _against(arguments.against, {row.digest: row.position for row in rows})


def _against(path: Path, positions: dict[str, int]) -> int:
    """Say from which position of a sound record a file was exported."""
    from tipfloor.export.sealing import digests_in

    found, last = digests_in(path), len(positions)
    if not found:
        put(say("cli.against_none", path=path))
        return REFUSED
    if len(found) > 1 or not found <= positions.keys():
        put(say("cli.against_other", path=path))
        return REFUSED
    position = positions[next(iter(found))]
    key = "cli.against_same" if position == last else "cli.against_older"
    put(say(key, path=path, position=position, last=last))
    return DONE
