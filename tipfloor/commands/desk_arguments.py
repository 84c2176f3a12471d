"""`tipfloor desk`: what its command line says; the desk itself is imported only to open it."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any

from tipfloor.commands.desk_names import add_name
from tipfloor.commands.looks import add_theme, look
from tipfloor.commands.options import add_command, add_going_on, add_language, address
from tipfloor.commands.serve import add_serving, says_how
from tipfloor.commands.stopping import MISUSED, UNUSABLE, Stopped
from tipfloor.words import say

NAME = "desk"

FASTEST = 600
"""Times the real clock: at this speed a day of eight hours is rehearsed in 48 seconds."""


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    file = say("cli.file")
    parser.add_argument(
        "meeting", nargs="?", type=Path, metavar=say("cli.meeting"), help=say("cli.desk_meeting")
    )
    parser.add_argument("--record", type=address, metavar=file, help=say("cli.option_record"))
    parser.add_argument("--rehearsal", action="store_true", help=say("cli.desk_rehearsal"))
    parser.add_argument(
        "--speed", type=_speed, metavar="N", help=say("cli.desk_speed", fastest=FASTEST)
    )
    parser.add_argument(
        "--copy-to", type=Path, metavar=say("cli.folder"), help=say("cli.desk_copy_to")
    )
    parser.add_argument("--serve", action="store_true", help=say("cli.desk_serve"))
    add_serving(parser)
    add_language(parser)
    add_theme(parser)
    add_name(parser, None)
    add_going_on(parser)


def run(arguments: Namespace) -> int:
    """Open the desk."""
    if arguments.speed is not None and not arguments.rehearsal:
        raise Stopped(say("cli.speed_without_rehearsal"), MISUSED)
    if arguments.record is not None and arguments.rehearsal:
        raise Stopped(say("cli.rehearsal_with_record"), MISUSED)
    if arguments.copy_to is not None:
        if arguments.rehearsal:
            raise Stopped(say("cli.copy_in_rehearsal"), MISUSED)
        if not arguments.copy_to.is_dir():
            raise Stopped(say("cli.copy_no_folder", path=arguments.copy_to), UNUSABLE)
    if says_how(arguments) and not arguments.serve:
        raise Stopped(say("cli.serving_not_asked"), MISUSED)
    served = arguments if arguments.serve else None
    from tipfloor.proceedings.garbage import postpone

    postpone()
    from tipfloor.commands.desk import open_desk, rehearse_at_desk

    speed, chosen = arguments.speed or 1.0, look(arguments)
    if arguments.rehearsal:
        return rehearse_at_desk(arguments.meeting, speed, chosen, served)
    broken = arguments.on_broken_chain
    return open_desk(
        arguments.meeting,
        arguments.record,
        arguments.copy_to,
        go_on_broken=broken,
        by=arguments.by,
        served=served,
        look=chosen,
    )


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 1 <= speed <= FASTEST:
        raise ArgumentTypeError(say("cli.not_a_speed", given=text, fastest=FASTEST))
    return speed
