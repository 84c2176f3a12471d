"""`tipfloor timekeeper`: the clock as large as the window, in another terminal."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import Any

from tipfloor.commands.looks import add_theme, look
from tipfloor.commands.options import add_command, add_language, add_record, open_to_read
from tipfloor.commands.stopping import MISUSED, Stopped
from tipfloor.commands.streams import whole_window
from tipfloor.words import say

NAME = "timekeeper"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    add_record(parser)
    add_language(parser)
    add_theme(parser)


def run(arguments: Namespace) -> int:
    """Show the record's clock until the timekeeper leaves; the record is only read."""
    if not whole_window():
        raise Stopped(say("cli.no_terminal", command=NAME), MISUSED)
    chosen = look(arguments)
    with closing(open_to_read(arguments)) as proceedings:
        from tipfloor.desk.timekeeper_app import TimekeeperApp

        live = proceedings.live()
        app = TimekeeperApp(live, chosen)
        try:
            app.run()
        finally:
            live.close()
        if app.fell:
            raise app.fell
        return app.return_code or 0
