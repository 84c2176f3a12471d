"""`tipfloor export`: the remarks as a file, at any time of the meeting."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from tipfloor.commands.options import add_command, add_record, open_to_read
from tipfloor.commands.stopping import DONE, REFUSED, Stopped
from tipfloor.commands.streams import put, put_bytes
from tipfloor.words import say

NAME = "export"

FORMS = ("csv", "json", "text")


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("--format", required=True, choices=FORMS, help=say("cli.export_format"))
    parser.add_argument(
        "--output", type=Path, metavar=say("cli.file"), help=say("cli.export_output")
    )
    parser.add_argument("--overwrite", action="store_true", help=say("cli.export_overwrite"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Write the export to its file, or its exact bytes to standard output."""
    from tipfloor.export import InTheWay, export, write

    with closing(open_to_read(arguments)) as proceedings:
        data = export(proceedings, arguments.format)
    if arguments.output is None:
        put_bytes(data)
        return DONE
    try:
        write(arguments.output, data, overwrite=arguments.overwrite)
    except FileExistsError:
        raise Stopped(say("cli.export_exists", path=arguments.output), REFUSED) from None
    except InTheWay as error:
        sentence = say("cli.export_refused", path=arguments.output, reason=error.strerror)
        raise Stopped(sentence, REFUSED) from None
    put(say("cli.export_done", path=arguments.output))
    return DONE
