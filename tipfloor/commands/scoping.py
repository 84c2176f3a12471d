"""The options that say what of a record a file is to hold, and in which form and language."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tipfloor.words import languages, say

if TYPE_CHECKING:
    from tipfloor.export import Scope


def add_scope(parser: ArgumentParser) -> None:
    """Let a command take `--session`, `--day`, `--language` and `--internal`."""
    parser.add_argument(
        "--session",
        action="append",
        default=[],
        metavar=say("cli.code"),
        help=say("cli.export_session"),
    )
    parser.add_argument(
        "--day", action="append", default=[], metavar=say("cli.date"), help=say("cli.export_day")
    )
    parser.add_argument("--language", choices=languages(), help=say("cli.export_language"))
    parser.add_argument("--internal", action="store_true", help=say("cli.export_internal"))


def scope_of(arguments: Namespace) -> Scope:
    """Return what was asked for, each session and day once."""
    from tipfloor.export import Chosen, Scope

    return Scope(
        internal=arguments.internal,
        part=Chosen(tuple(dict.fromkeys(arguments.session)), tuple(dict.fromkeys(arguments.day))),
        language=arguments.language,
    )
