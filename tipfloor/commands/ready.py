"""`tipfloor ready`: what a technician checks the evening before, one sentence each."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Generator, Iterator
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_language, add_record
from tipfloor.commands.serve import PORT, add_place
from tipfloor.commands.stopping import DONE, REFUSED
from tipfloor.commands.streams import put
from tipfloor.words import count, say

if TYPE_CHECKING:
    from tipfloor.commands.readiness.finding import Finding
    from tipfloor.core.plan.plan import Plan
    from tipfloor.store.address import Address

NAME = "ready"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    add_record(parser)
    add_place(parser, say("cli.ready_port", default=PORT))
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
    from tipfloor.commands.readiness import disk, paper, ports, synchronized, terminal
    from tipfloor.records import named_record

    record = named_record(arguments.record)
    plan = yield from _of_meeting(arguments, record)
    yield from disk.look(_folder(record))
    yield synchronized.look()
    yield from terminal.look(colours())
    if plan:
        yield paper.look(plan)
    yield ports.look(arguments.host, arguments.port)


def _of_meeting(
    arguments: Namespace, record: Address | None
) -> Generator[Finding, None, Plan | None]:
    """Look at the database if there is one, the meeting file and the record; return the plan.

    A meeting file is needed as long as no record holds the plan.
    """
    from tipfloor.commands.readiness import database, meeting
    from tipfloor.records import default_record

    if record is not None and not isinstance(record, Path):
        seen = database.look(record)
        yield from seen
        if seen[0].stands == "bad" and len(seen) == 1:
            return None
    finding, plan = meeting.of_file(arguments.meeting)
    record = record or (default_record(plan) if plan else None)
    found, held = meeting.of_record(record, plan) if record else (None, None)
    if held is None or arguments.meeting.exists():
        yield finding
    if found:
        yield found
    return held or plan


def _folder(record: Address | None) -> Path:
    """Return the folder that is written to: that of the record, and else where files are made."""
    from tipfloor.records import data_folder

    if record is None:
        return data_folder()
    return record.parent if isinstance(record, Path) else Path.cwd()
