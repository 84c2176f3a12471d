"""`tipfloor forget`: a person's name leaves the record for good; times and decisions stay."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import Any

from tipfloor.commands.options import add_command, add_record, open_to_tell
from tipfloor.commands.people import known
from tipfloor.commands.stopping import DONE
from tipfloor.commands.streams import put
from tipfloor.words import say
from tipfloor.words.plain import plain

NAME = "forget"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("who", metavar=say("cli.people_who"), help=say("cli.forget_who"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Erase the person, then list the files that showed the name and are stale now."""
    with closing(open_to_tell(arguments)) as proceedings:
        person = known(proceedings, arguments.who)
        stale = proceedings.forget_person(person.id)
    put(say("cli.forget_done", id=person.id))
    if stale:
        put(say("cli.forget_stale"))
        for shown in stale:
            put(f"  {plain(shown.path)} ({shown.at})")
    return DONE
