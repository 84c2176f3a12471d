"""`tipfloor log`: the record as people read it."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import Any

from tipfloor.commands.options import add_command, add_language, add_record, open_to_read
from tipfloor.commands.stopping import DONE
from tipfloor.commands.streams import put
from tipfloor.words import language, say

NAME = "log"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("--rows", action="store_true", help=say("cli.log_rows"))
    add_record(parser)
    add_language(parser)


def run(arguments: Namespace) -> int:
    """Print the log up to now."""
    from tipfloor.export.log import log_text

    with closing(open_to_read(arguments)) as proceedings:
        put(log_text(proceedings, rows=arguments.rows, language=language()))
    return DONE
