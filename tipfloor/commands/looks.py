"""How the screens are to look: as asked, and as the terminal can show it."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, cast, get_args

from tipfloor.commands.stopping import MISUSED, Stopped
from tipfloor.words import say

if TYPE_CHECKING:
    from tipfloor.desk.themes import Look

VARIABLE = "TIPFLOOR_THEME"
THEMES = ("dark", "light")

SIXTEEN, MANY = 16, 256


def add_theme(parser: ArgumentParser) -> None:
    """Let a command take `--theme dark|light`."""
    told = say("cli.option_theme", variable=VARIABLE)
    parser.add_argument("--theme", choices=THEMES, help=told)


def look(arguments: Namespace) -> Look:
    """Return the look that the option or the variable asks for, with the terminal's colours.

    Raises Stopped where the variable names no theme.
    """
    from tipfloor.desk.themes import Ground, Look

    ground = arguments.theme or os.environ.get(VARIABLE) or THEMES[0]
    if ground not in get_args(Ground):
        themes = " or ".join(THEMES)
        raise Stopped(say("cli.no_theme", variable=VARIABLE, given=ground, themes=themes), MISUSED)
    return Look(cast("Ground", ground), colours())


def colours() -> int:
    """Return how many colours the terminal shows, 0 where it shows or is to show none.

    `NO_COLOR` asks for none unless it is empty. `COLORTERM` names terminals of all colours;
    else the system's description of the terminal says it, and where it has none, the name.
    """
    if os.environ.get("NO_COLOR"):
        return 0
    if os.name == "nt" or os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return MANY
    name = os.environ.get("TERM", "")
    if "256color" in name or "kitty" in name:  # of which Textual too knows it by the name
        return MANY
    described = _described(name)
    return min(described, SIXTEEN) if described is not None else SIXTEEN


def _described(name: str) -> int | None:
    """Return the colours of a terminal by the system's description, None where it has none."""
    try:
        import curses

        curses.setupterm(name or "unknown", 1)
    except (ImportError, OSError, ValueError):
        return None
    except curses.error:
        return None
    return max(0, curses.tigetnum("colors"))
