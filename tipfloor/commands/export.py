"""`tipfloor export`: the record as a file, at any time of the meeting."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.materials import folders_of
from tipfloor.commands.noting import note_file, redirected
from tipfloor.commands.options import (
    add_command,
    add_record,
    existing_record,
    opened_to_read,
)
from tipfloor.commands.scoping import add_scope, scope_of
from tipfloor.commands.stopping import DONE, MISUSED, REFUSED, Stopped
from tipfloor.commands.streams import put, put_bytes, warn
from tipfloor.commands.writing import refuse_existing, warn_of_letters, warn_of_remarks, write_file
from tipfloor.forms import FORMS
from tipfloor.words import lacking, say
from tipfloor.words.joining import beside

if TYPE_CHECKING:
    from tipfloor.export import Snapshot
    from tipfloor.store.address import Address

NAME = "export"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("--format", required=True, choices=[*FORMS], help=say("cli.export_format"))
    parser.add_argument(
        "--output", type=Path, metavar=say("cli.file"), help=say("cli.export_output")
    )
    parser.add_argument("--overwrite", action="store_true", help=say("cli.export_overwrite"))
    add_scope(parser)
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Write the export to its file, or its exact bytes to standard output."""
    from tipfloor.export import NotInMeeting, people_shown, take, written

    if arguments.output is None and FORMS[arguments.format].binary and sys.stdout.isatty():
        raise Stopped(say("cli.export_to_terminal", form=arguments.format), MISUSED)
    if arguments.reader == "internal" and not FORMS[arguments.format].internal:
        raise Stopped(say("cli.export_public_only", form=arguments.format), MISUSED)
    record = existing_record(arguments)
    with closing(opened_to_read(record)) as proceedings:
        try:
            scope = scope_of(arguments, proceedings)
            snapshot = take(proceedings, scope, folders_of(arguments, record))
            data = written(snapshot, arguments.format)
            shown = people_shown(proceedings, scope.reader_of(arguments.format))
            at, position = proceedings.noted_at(), proceedings.saved.position
        except NotInMeeting as error:
            sentence = say(
                f"cli.no_such_{error.what}", given=error.given, known=beside(error.known)
            )
            raise Stopped(sentence, REFUSED) from None
    if lacks := lacking(arguments.language) if arguments.language else []:
        told = {"language": arguments.language, "number": len(lacks), "first": min(lacks)}
        warn(say("cli.words_lacking", **told))
    if arguments.format == "pdf":
        warn_of_letters(data)
        warn_of_remarks(snapshot)
    if arguments.output is None:
        put_bytes(data)
        if (target := redirected()) is not None:
            _note_made(arguments, record, target, at, position, shown)
        return DONE
    for file in _write(arguments, snapshot, data):
        _note_made(arguments, record, file, at, position, shown)
    return DONE


def _write(arguments: Namespace, snapshot: Snapshot, data: bytes) -> list[Path]:
    """Write the file, and beside it the description that its form has; return what was written."""
    from tipfloor.export import described

    target: Path = arguments.output
    told = described(snapshot, arguments.format, target.name)
    beside = Path(f"{target}{FORMS[arguments.format].beside}")
    if told is not None:
        refuse_existing(beside, overwrite=arguments.overwrite)
    write_file(target, data, overwrite=arguments.overwrite)
    if told is not None:
        write_file(beside, told, overwrite=True)
    put(say("cli.export_done", path=target))
    return [target] if told is None else [target, beside]


def _note_made(
    arguments: Namespace,
    record: Address,
    target: Path | str,
    at: str,
    position: int,
    shown: list[str],
) -> None:
    from tipfloor.archivefile import is_archive
    from tipfloor.store import StoreFault

    form = "internal" if arguments.reader == "internal" else "public"
    if is_archive(record):
        return
    try:
        note_file(record, target, at, position, form, shown)
    except StoreFault:
        if shown:
            raise
        warn(say("cli.export_not_noted", path=record))
