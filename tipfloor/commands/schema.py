"""`tipfloor schema export`: the JSON Schema of what `tipfloor export --format json` writes."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from tipfloor.commands.options import add_command
from tipfloor.commands.stopping import DONE
from tipfloor.commands.streams import put
from tipfloor.words import say

NAME = "schema"

OF = ("export",)
"""What there is a schema of."""


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("of", choices=OF, help=say("cli.schema_of"))


def run(arguments: Namespace) -> int:
    """Print the schema."""
    from tipfloor.export.schema import schema_text

    put(schema_text().rstrip("\n"))
    return DONE
