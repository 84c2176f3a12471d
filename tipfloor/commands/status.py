"""`tipfloor status`: where the meeting stands now, for a glance or for a button panel."""

from __future__ import annotations

import json
from argparse import Namespace
from contextlib import closing
from typing import Any

from tipfloor.commands.options import add_command, add_language, add_record, open_to_read
from tipfloor.commands.stopping import DONE
from tipfloor.commands.streams import put, put_now
from tipfloor.words import say

NAME = "status"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("--json", action="store_true", help=say("cli.status_json"))
    add_record(parser)
    add_language(parser)


def run(arguments: Namespace) -> int:
    """Print where the meeting stands, what time alone has brought about included."""
    from tipfloor.standing.glance import glance
    from tipfloor.standing.glance_words import in_words
    from tipfloor.standing.outlook import look

    with closing(open_to_read(arguments)) as proceedings:
        outlook = look(proceedings)
    if arguments.json:
        put_now(json.dumps(glance(outlook)))
    else:
        put(in_words(outlook))
    return DONE
