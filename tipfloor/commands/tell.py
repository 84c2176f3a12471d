"""`tipfloor tell`: acts from a script or a button panel, beside a running desk or without one."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from tipfloor.commands.desk_names import add_name
from tipfloor.commands.options import add_command, add_going_on, add_record, open_to_tell
from tipfloor.commands.stopping import DONE, MISUSED, Stopped
from tipfloor.commands.streams import put_now, warn
from tipfloor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tipfloor.commands.act_reading import Asked
    from tipfloor.proceedings import Proceedings

NAME = "tell"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("words", nargs="*", metavar=say("cli.act"), help=say("cli.tell_act"))
    parser.add_argument("--act", metavar="ID", help=say("cli.tell_id"))
    add_name(parser, NAME)
    add_record(parser)
    add_going_on(parser)


def run(arguments: Namespace) -> int:
    """Answer each act on a line of its own, at once; the status is that of the worst answer."""
    from tipfloor.commands.answers import answer

    if arguments.act is not None and not arguments.words:
        raise Stopped(say("cli.id_without_words"), MISUSED)
    worst = DONE
    with closing(open_to_tell(arguments)) as proceedings:
        for act in _asked(arguments, proceedings):
            answered, status = answer(proceedings, act)
            put_now(json.dumps(answered))
            worst = max(worst, status)
    return worst


def _asked(arguments: Namespace, proceedings: Proceedings) -> Iterator[Callable[[], Asked]]:
    """Yield a reader of each act that is asked for, one of words or one a line."""
    from tipfloor.commands.act_reading import asked_of_line, asked_of_words, lines_of

    if arguments.words:
        plan = proceedings.meeting.plan
        yield partial(asked_of_words, arguments.words, arguments.act, plan)
        return
    if sys.stdin.isatty():
        warn(say("cli.tell_typing"))
    for line in lines_of(sys.stdin.buffer):
        if line is None or line.strip():
            proceedings.follow()  # the roster is that of the desk beside
            yield partial(asked_of_line, line, proceedings.meeting.plan)
