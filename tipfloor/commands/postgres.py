"""`tipfloor postgres roles`: what a database's administrator tells it once, as SQL to read."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from textwrap import wrap
from typing import Any

from tipfloor.commands.options import add_command, add_language
from tipfloor.commands.stopping import DONE
from tipfloor.commands.streams import put
from tipfloor.words import say

NAME = "postgres"

WIDTH = 96


def add(commands: Any) -> None:
    """Add the command to the command line."""
    from tipfloor.store.postgres.roles import Roles

    parser = add_command(commands, NAME, run)
    parser.add_argument("what", choices=("roles",), help=say("cli.postgres_what"))
    usual = Roles()
    for role, default in usual._asdict().items():
        parser.add_argument(
            f"--{role}",
            type=_role,
            default=default,
            metavar=say("cli.name"),
            help=say(f"cli.postgres_role_{role}", default=default),
        )
    add_language(parser)


def run(arguments: Namespace) -> int:
    """Print the statements, and before each part what it is for."""
    from tipfloor.store.postgres.roles import Roles, parts

    names = Roles(arguments.owner, arguments.appender, arguments.reader)
    facts = {**names._asdict(), "file": "roles.sql"}
    put(_comment(say("cli.postgres_head", **facts)))
    for part in parts(names):
        put("\n" + _comment(say(f"cli.postgres_{part.code}", **facts)))
        for statement in part.statements:
            put(f"{statement};")
    put("\n" + _comment(say("cli.postgres_foot", **facts)))
    return DONE


def _comment(text: str) -> str:
    """Return a text as a comment of SQL."""
    lines = [part for line in text.splitlines() for part in wrap(line, WIDTH) or [""]]
    return "\n".join(f"-- {line}".rstrip() for line in lines)


def _role(text: str) -> str:
    from tipfloor.store.postgres.roles import LONGEST, quoted

    try:
        quoted(text)
    except ValueError:
        raise ArgumentTypeError(say("cli.not_a_role", given=text, longest=LONGEST)) from None
    return text
