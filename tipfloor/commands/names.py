"""`tipfloor names`: how lines of typed names are understood, for whoever prepares a list."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import MEETING_FILE, add_command
from tipfloor.commands.stopping import DONE, REFUSED, Stopped
from tipfloor.commands.streams import put_now, warn
from tipfloor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipfloor.core.plan.plan import DelegationPlan, Plan

NAME = "names"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument(
        "--meeting",
        type=Path,
        metavar=say("cli.file"),
        default=MEETING_FILE,
        help=say("cli.names_meeting", default=MEETING_FILE),
    )


def run(arguments: Namespace) -> int:
    """Answer each line of standard input with one of JSON, at once."""
    from tipfloor.commands.act_reading import LONGEST_LINE, lines_of
    from tipfloor.meetingfile import read_plan

    plan = read_plan(arguments.meeting)
    if sys.stdin.isatty():
        warn(say("cli.names_typing"))
    for number, line in enumerate(lines_of(sys.stdin.buffer), start=1):
        if line is None:
            longest = f"{LONGEST_LINE:,}"
            raise Stopped(say("cli.names_too_long", number=number, longest=longest), REFUSED)
        coding = "utf-8-sig" if number == 1 else "utf-8"
        put_now(json.dumps(understood(plan, line.decode(coding, "replace").rstrip("\r\n"))))
    return DONE


def understood(plan: Plan, line: str) -> dict[str, Any]:
    """Return who is taken from a line, on whose behalf, and whom it may mean where it is asked."""
    from tipfloor.core.plan.typed_names import read_names

    reading = read_names(plan, line)
    return {
        "line": line,
        "taken": _codes(reading.taken),
        "on_behalf_of": _codes(reading.on_behalf_of),
        "asked": _codes(reading.asked),
    }


def _codes(rows: Iterable[DelegationPlan]) -> list[str]:
    return [row.code for row in rows]
