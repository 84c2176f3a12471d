"""`tipfloor print`: the list of speakers, the attendance sheet and name plates for the room."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from tipfloor.commands.options import add_command, add_record, open_to_read
from tipfloor.commands.stopping import DONE, MISUSED, REFUSED, Stopped
from tipfloor.commands.streams import put, put_bytes
from tipfloor.commands.writing import warn_of_letters, write_file
from tipfloor.words import languages, say
from tipfloor.words.joining import beside

NAME = "print"

PRINTED = ("list", "attendance", "nameplates")
"""What can be printed."""


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("what", choices=PRINTED, help=say("cli.print_what"))
    parser.add_argument(
        "--output", type=Path, metavar=say("cli.file"), help=say("cli.export_output")
    )
    parser.add_argument("--overwrite", action="store_true", help=say("cli.export_overwrite"))
    parser.add_argument("--session", metavar=say("cli.code"), help=say("cli.print_session"))
    parser.add_argument("--language", choices=languages(), help=say("cli.export_language"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Write the sheet as a PDF, or its bytes to standard output."""
    from tipfloor.export import Chosen, NotInMeeting, Scope, take
    from tipfloor.export.printing import printed

    if arguments.output is None and sys.stdout.isatty():
        raise Stopped(say("cli.export_to_terminal", form="pdf"), MISUSED)
    if arguments.session and arguments.what != "list":
        raise Stopped(say("cli.print_no_session", what=arguments.what), MISUSED)
    part = Chosen(sessions=(arguments.session,)) if arguments.session else Chosen()
    with closing(open_to_read(arguments)) as proceedings:
        try:
            snapshot = take(proceedings, Scope(part=part, language=arguments.language))
        except NotInMeeting as error:
            known = beside(error.known)
            sentence = say("cli.no_such_session", given=error.given, known=known)
            raise Stopped(sentence, REFUSED) from None
        data = printed(snapshot, arguments.what)
    warn_of_letters(data)
    if arguments.output is None:
        put_bytes(data)
    else:
        write_file(arguments.output, data, overwrite=arguments.overwrite)
        put(say("cli.export_done", path=arguments.output))
    return DONE
