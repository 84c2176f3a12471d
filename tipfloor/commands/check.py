"""`tipfloor check`: whether a meeting file is sound."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from tipfloor.commands.options import MEETING_FILE, add_command, add_language
from tipfloor.commands.stopping import DONE, REFUSED
from tipfloor.commands.streams import put
from tipfloor.words import say, speak_by_default

NAME = "check"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    add_language(parser)
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        default=MEETING_FILE,
        metavar=say("cli.file"),
        help=say("cli.check_file", default=MEETING_FILE),
    )


def run(arguments: Namespace) -> int:
    """Say "ok", what the file holds and what it lacks in a language, or every fault by line.

    A sound file is told of in its meeting's first language, where nobody chose another.
    """
    from tipfloor.meetingfile import FaultsFound, notes_of, read_plan, summary

    try:
        plan = read_plan(arguments.file)
    except FaultsFound as found:
        put("\n".join(map(str, found.faults)))
        return REFUSED
    speak_by_default(plan.first_language)
    notes = notes_of(arguments.file, plan)
    put(say("cli.check_ok"))
    put(summary(plan))
    if notes:
        put("\n".join(map(str, notes)))
    return DONE
