"""`tipfloor copy`: a whole copy of a record, made while the desk runs."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command
from tipfloor.commands.stopping import DONE, REFUSED, Stopped
from tipfloor.commands.streams import put, warn
from tipfloor.words import count, say

if TYPE_CHECKING:
    from tipfloor.store.copying import Copy

NAME = "copy"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    file = say("cli.file")
    parser.add_argument("record", type=Path, metavar=file, help=say("cli.copy_from"))
    parser.add_argument("to", type=Path, metavar=say("cli.to"), help=say("cli.copy_to"))
    parser.add_argument("--overwrite", action="store_true", help=say("cli.copy_overwrite"))


def run(arguments: Namespace) -> int:
    """Copy the record, and say how much is in the copy."""
    from tipfloor.archivefile import is_archive
    from tipfloor.records import NoRecord
    from tipfloor.store.copying import copy_whole

    record, target = arguments.record, arguments.to
    if not record.exists():
        raise NoRecord(record)
    if is_archive(record):
        raise Stopped(say("archive.already", path=record), REFUSED)
    target = target / record.name if target.is_dir() else target
    made = copy_whole(record, target, overwrite=arguments.overwrite)
    put(count("cli.copy_done", made.rows, path=target, digest=made.digest))
    if made.broken is not None:
        warn(say("cli.broken_chain", path=record, position=made.broken))
    _note(record, target.resolve(), made)
    return DONE


def _note(record: Path, target: Path, made: Copy) -> None:
    """Note in the record where its copy is, which holds names and texts that may be erased."""
    from tipfloor.records import open_record
    from tipfloor.store import StoreFault

    try:
        with closing(open_record(record, None)) as proceedings:
            proceedings.note_copy(str(target), made.rows)
    except StoreFault:
        warn(say("cli.copy_not_noted", path=record))
