"""`tipfloor init`: a small meeting file to start from."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from tipfloor.commands.options import add_command
from tipfloor.commands.stopping import DONE, REFUSED, Stopped
from tipfloor.commands.streams import put
from tipfloor.words import say

NAME = "init"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    add_command(commands, NAME, run).add_argument(
        "file", type=Path, metavar=say("cli.file"), help=say("cli.init_file")
    )


def run(arguments: Namespace) -> int:
    """Write the file unless something is there already."""
    from tipfloor.meetingfile import write_first_plan

    try:
        write_first_plan(arguments.file)
    except FileExistsError:
        raise Stopped(say("cli.init_exists", path=arguments.file), REFUSED) from None
    put(say("cli.init_done", path=arguments.file))
    return DONE
