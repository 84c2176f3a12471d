"""`tipfloor copy`: a whole copy of a record, made while the desk runs."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, address
from tipfloor.commands.stopping import DONE, REFUSED, Stopped
from tipfloor.commands.streams import put, warn
from tipfloor.words import count, say

if TYPE_CHECKING:
    from tipfloor.store.address import Address
    from tipfloor.store.copying import Copy

NAME = "copy"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    file = say("cli.file")
    parser.add_argument("record", type=address, metavar=file, help=say("cli.copy_from"))
    parser.add_argument("to", type=address, metavar=say("cli.to"), help=say("cli.copy_to"))
    parser.add_argument("--overwrite", action="store_true", help=say("cli.copy_overwrite"))


def run(arguments: Namespace) -> int:
    """Copy the record, and say how much is in the copy."""
    from tipfloor.archivefile import is_archive
    from tipfloor.records import meant, refuse_absent

    record = meant(arguments.record, lambda: None)
    refuse_absent(record)
    if is_archive(record):
        raise Stopped(say("archive.already", path=record), REFUSED)
    target = _target(record, arguments.to)
    made = _copied(record, target, overwrite=arguments.overwrite)
    put(count("cli.copy_done", made.rows, path=target, digest=made.digest))
    if made.broken is not None:
        warn(say("cli.broken_chain", path=record, position=made.broken))
    _note(record, str(target.resolve() if isinstance(target, Path) else target), made)
    return DONE


def _target(record: Address, to: Address) -> Address:
    """Return where the copy goes: in a folder under its record's name, in a database so too."""
    if isinstance(to, Path):
        return to / record.name if to.is_dir() else to
    if to.record:
        return to
    if not isinstance(record, Path):
        return to.named(record.record)
    from tipfloor.proceedings import Proceedings
    from tipfloor.records import name_of, store_to_read

    with closing(Proceedings(store_to_read(record))) as proceedings:
        return to.named(name_of(proceedings.meeting.plan))


def _copied(record: Address, target: Address, *, overwrite: bool) -> Copy:
    """Copy from and to a file or a database. Raises StoreFault and OSError."""
    from tipfloor.records import need_driver, store_to_read
    from tipfloor.store import StoreFault
    from tipfloor.store.copying import copy_out, copy_whole

    if isinstance(record, Path) and isinstance(target, Path):
        return copy_whole(record, target, overwrite=overwrite)
    if record == target:
        raise StoreFault("copy_onto_itself", str(record))
    with closing(store_to_read(record)) as store:
        if isinstance(target, Path):
            return copy_out(store, target, overwrite=overwrite)
        need_driver(target)
        from tipfloor.store.postgres.copying import copy_in

        return copy_in(store, target, overwrite=overwrite)


def _note(record: Address, target: str, made: Copy) -> None:
    """Note in the record where its copy is, which holds names and texts that may be erased."""
    from tipfloor.records import open_record
    from tipfloor.store import StoreFault

    try:
        with closing(open_record(record, None)) as proceedings:
            proceedings.note_copy(target, made.rows)
    except StoreFault:
        warn(say("cli.copy_not_noted", path=record))
