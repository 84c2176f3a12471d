"""`tipfloor ready`: what a technician checks the evening before, one sentence each."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_language, add_record
from tipfloor.commands.serve import HOST, PORT, port_number
from tipfloor.commands.stopping import DONE, REFUSED
from tipfloor.commands.streams import put
from tipfloor.words import count, say

if TYPE_CHECKING:
    from tipfloor.commands.readiness.finding import Finding

NAME = "ready"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    add_record(parser)
    parser.add_argument("--host", default=HOST, help=say("cli.serve_host", default=HOST))
    parser.add_argument(
        "--port",
        type=port_number,
        default=PORT,
        metavar="N",
        help=say("cli.ready_port", default=PORT),
    )
    add_language(parser)


def run(arguments: Namespace) -> int:
    """Say of each thing how it stands as soon as it is known, and whether all is ready."""
    faults = 0
    for finding in _found(arguments):
        said = say(f"ready.{finding.code}", **finding.facts)
        put(_wrapped(say(f"ready.stands_{finding.stands}"), said))
        faults += finding.stands == "bad"
    put(count("ready.not_yet", faults) if faults else say("ready.all"))
    return REFUSED if faults else DONE


def _wrapped(stands: str, said: str) -> str:
    """Return a sentence behind how the thing stands, on lines as long as the terminal's."""
    if not sys.stdout.isatty():
        return f"{stands} {said}"
    width, margin = os.get_terminal_size(sys.stdout.fileno()).columns - 1, len(stands) + 1
    return fill(
        said,
        max(width, 2 * margin),
        initial_indent=f"{stands} ",
        subsequent_indent=" " * margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _found(arguments: Namespace) -> Iterator[Finding]:
    """Look at one thing after the other."""
    from tipfloor.commands.looks import colours
    from tipfloor.commands.readiness import disk, meeting, paper, ports, synchronized, terminal
    from tipfloor.records import named_record

    found, plan, record = meeting.look(arguments.meeting, named_record(arguments.record))
    yield from found
    yield from disk.look(record.parent if isinstance(record, Path) else Path.cwd())
    yield synchronized.look()
    yield from terminal.look(colours())
    if plan:
        yield paper.look(plan)
    yield ports.look(arguments.host, arguments.port)
