"""`tipfloor export`: the record as a file, at any time of the meeting."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from tipfloor.commands.materials import folders_of
from tipfloor.commands.noting import note_file, redirected
from tipfloor.commands.options import (
    add_command,
    add_record,
    existing_record,
    open_to_read,
)
from tipfloor.commands.scoping import add_scope, scope_of
from tipfloor.commands.stopping import DONE, MISUSED, REFUSED, Stopped
from tipfloor.commands.streams import put, put_bytes, warn
from tipfloor.commands.writing import write_file
from tipfloor.forms import FORMS
from tipfloor.words import lacking, say

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
    from tipfloor.export import NotInMeeting, export, people_shown

    if arguments.output is None and FORMS[arguments.format].binary and sys.stdout.isatty():
        raise Stopped(say("cli.export_to_terminal", form=arguments.format), MISUSED)
    if arguments.reader == "internal" and not FORMS[arguments.format].internal:
        raise Stopped(say("cli.export_public_only", form=arguments.format), MISUSED)
    with closing(open_to_read(arguments)) as proceedings:
        try:
            scope = scope_of(arguments, proceedings)
            data = export(proceedings, arguments.format, scope, folders_of(arguments))
            shown = people_shown(proceedings, scope.reader_of(arguments.format))
            at, position = proceedings.noted_at(), proceedings.saved.position
        except NotInMeeting as error:
            sentence = say(
                f"cli.no_such_{error.what}", given=error.given, known=", ".join(error.known)
            )
            raise Stopped(sentence, REFUSED) from None
    if lacks := lacking(arguments.language) if arguments.language else []:
        told = {"language": arguments.language, "number": len(lacks), "first": min(lacks)}
        warn(say("cli.words_lacking", **told))
    if arguments.output is None:
        put_bytes(data)
        if (target := redirected()) is not None:
            _note_made(arguments, target, at, position, shown)
        return DONE
    write_file(arguments.output, data, overwrite=arguments.overwrite)
    put(say("cli.export_done", path=arguments.output))
    _note_made(arguments, arguments.output, at, position, shown)
    return DONE


def _note_made(
    arguments: Namespace, target: Path | str, at: str, position: int, shown: list[str]
) -> None:
    from tipfloor.archivefile import is_archive
    from tipfloor.store import StoreFault

    internal = arguments.reader == "internal"
    record, form = existing_record(arguments), "internal" if internal else "public"
    if is_archive(record):
        return
    try:
        note_file(record, target, at, position, form, shown)
    except StoreFault:
        if shown:
            raise
        warn(say("cli.export_not_noted", path=record))
