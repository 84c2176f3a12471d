"""`tipfloor tell`: acts from a script or a button panel, beside a running desk or without one."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_going_on, add_record, open_to_tell
from tipfloor.commands.stopping import DONE
from tipfloor.commands.streams import put_now, warn
from tipfloor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tipfloor.core.ground.act import Act
    from tipfloor.proceedings import Proceedings

NAME = "tell"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("act", nargs="*", metavar=say("cli.act"), help=say("cli.tell_act"))
    add_record(parser)
    add_going_on(parser)


def run(arguments: Namespace) -> int:
    """Answer each act on a line of its own, at once; the status is that of the worst answer."""
    from tipfloor.commands.answers import answer

    worst = DONE
    with closing(open_to_tell(arguments)) as proceedings:
        for act in _asked(arguments.act, proceedings):
            answered, status = answer(proceedings, act)
            put_now(json.dumps(answered))
            worst = max(worst, status)
    return worst


def _asked(words: list[str], proceedings: Proceedings) -> Iterator[Callable[[], Act]]:
    """Yield a reader of each act that is asked for, one of words or one a line."""
    from tipfloor.commands.act_reading import act_of_line, act_of_words, lines_of

    if words:
        yield partial(act_of_words, words, proceedings.meeting.plan)
        return
    if sys.stdin.isatty():
        warn(say("cli.tell_typing"))
    for line in lines_of(sys.stdin.buffer):
        if line is None or line.strip():
            proceedings.follow()  # the roster is that of the desk beside
            yield partial(act_of_line, line, proceedings.meeting.plan)
