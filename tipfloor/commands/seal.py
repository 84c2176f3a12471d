"""`tipfloor seal`: the typed text of a row is blacked out for good; the record stays sound."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from contextlib import closing
from typing import Any

from tipfloor.commands.desk_names import add_name
from tipfloor.commands.options import add_command, add_record, open_to_change
from tipfloor.commands.stopping import DONE, REFUSED, UNUSABLE, Stopped
from tipfloor.commands.streams import put
from tipfloor.standing.kept_by_server import kept_by_server
from tipfloor.words import say
from tipfloor.words.plain import plain

NAME = "seal"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument(
        "position", type=_position, metavar=say("cli.position"), help=say("cli.seal_position")
    )
    add_name(parser, "tell")
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Black it out, then say where it stood too and which files made before are stale."""
    from tipfloor.core.ground.refusal import Refused
    from tipfloor.proceedings.blacking import NothingTyped
    from tipfloor.words.blacked_out import blacked_out_lines, not_blacked_out
    from tipfloor.words.refusing import explain

    with closing(open_to_change(arguments)) as proceedings:
        try:
            found = proceedings.black_out(arguments.position)
        except NothingTyped as error:
            sentence = not_blacked_out(error.code, arguments.position)
            raise Stopped(sentence, REFUSED) from None
        except Refused as refused:
            sentence = explain(refused, proceedings.meeting.plan)
            raise Stopped(sentence, REFUSED) from None
        kept_elsewhere = kept_by_server(proceedings.where)
    for line in [*blacked_out_lines(found), *kept_elsewhere]:
        put(line)
    return DONE if found.erased else UNUSABLE


def _position(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < len(text) < 10:
        raise ArgumentTypeError(say("cli.not_a_position", given=plain(text)))
    return int(text)
