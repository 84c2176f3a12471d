"""`tipfloor archive`: a record, its plan and its exports in one file, and whether one is sound."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.noting import note_file
from tipfloor.commands.options import add_command, add_record, existing_record
from tipfloor.commands.stopping import DONE, MISUSED, REFUSED, Stopped
from tipfloor.commands.streams import put, warn
from tipfloor.commands.writing import refuse_existing, write_file
from tipfloor.words import count, say
from tipfloor.words.joining import beside

if TYPE_CHECKING:
    from tipfloor.archiving import Archive
    from tipfloor.store.address import Address

NAME = "archive"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    file = say("cli.file")
    parser.add_argument("--output", type=Path, metavar=file, help=say("cli.archive_output"))
    parser.add_argument("--overwrite", action="store_true", help=say("cli.export_overwrite"))
    parser.add_argument("--internal", action="store_true", help=say("cli.archive_internal"))
    parser.add_argument("--check", type=Path, metavar=file, help=say("cli.archive_check"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Make an archive, or check one."""
    if (arguments.check is None) == (arguments.output is None):
        raise Stopped(say("archive.one_of"), MISUSED)
    return _check(arguments.check) if arguments.check else _make(arguments)


def _make(arguments: Namespace) -> int:
    from tipfloor.archivefile import is_archive
    from tipfloor.archiving import make
    from tipfloor.records import as_file
    from tipfloor.store.codes import code_of

    record, target = existing_record(arguments), arguments.output
    if is_archive(record):
        raise Stopped(say("archive.already", path=record), REFUSED)
    refuse_existing(target, overwrite=arguments.overwrite)
    with as_file(record) as path:
        made = make(path, internal=arguments.internal)
    write_file(target, made.data, overwrite=arguments.overwrite)
    put(count("archive.done", len(made.parts), path=target, parts=beside(made.parts)))
    put(say("archive.holds_all" if arguments.internal else "archive.holds_less"))
    put(say("archive.code", code=code_of(made.digest), position=made.position))
    if made.broken is not None:
        warn(say("cli.broken_chain", path=record, position=made.broken))
    _note_shown(record, target, made)
    return DONE


def _note_shown(record: Address, target: Path, made: Archive) -> None:
    """Note the archive and whom it names.

    A record of a former schema is left as it is where nobody is named.
    """
    from tipfloor.store import StoreFault

    if made.is_former and not made.people:
        put(say("archive.left_as_it_is", path=record))
        return
    try:
        note_file(record, target, made.at, made.position, made.form, made.people)
    except StoreFault:
        put(say("archive.not_noted", path=record))


def _check(path: Path) -> int:
    from tipfloor.archivefile import is_archive
    from tipfloor.archiving import check
    from tipfloor.records import NoRecord
    from tipfloor.store import NotARecord

    if not path.exists():
        raise NoRecord(path)
    if not is_archive(path):
        raise NotARecord("no_archive", str(path))
    found, parts, internal = check(path)
    for finding in found:
        put(f"{path}: " + say(f"archive.found_{finding.code}", what=finding.what))
    if found:
        put(count("archive.unsound", len(found)))
        return REFUSED
    put(count("archive.sound", parts, path=path))
    put(say("archive.holds_all" if internal else "archive.holds_less"))
    return DONE
