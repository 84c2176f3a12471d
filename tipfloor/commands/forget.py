"""`tipfloor forget`: a person's name leaves the record for good; times and decisions stay."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_record, open_to_change
from tipfloor.commands.people import known
from tipfloor.commands.stopping import DONE
from tipfloor.commands.streams import put
from tipfloor.words import say
from tipfloor.words.plain import plain

if TYPE_CHECKING:
    from tipfloor.store import Shown

NAME = "forget"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("who", metavar=say("cli.people_who"), help=say("cli.forget_who"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Erase the person, then list the files that showed the name and are stale now."""
    from tipfloor.store import NotErased

    with closing(open_to_change(arguments)) as proceedings:
        who, stale = arguments.who, proceedings.stale(arguments.who)
        if not stale:  # who was shown nowhere and is not known either was never there
            who = known(proceedings, who).id
        try:
            proceedings.forget_person(who)
        except NotErased:
            _list(stale)
            raise
    put(say("cli.forget_done", id=who))
    _list(stale)
    return DONE


def _list(stale: Sequence[Shown]) -> None:
    if stale:
        put(say("cli.forget_stale"))
        for shown in stale:
            put(f"  {plain(shown.path)} ({shown.at})")
