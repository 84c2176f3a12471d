"""The command line: which command is meant, and its exit status. No face is imported here."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterable
from importlib import import_module
from typing import NoReturn, cast

from tipfloor import __version__
from tipfloor.commands.argument_words import speak_of_arguments
from tipfloor.commands.guard import guarded
from tipfloor.commands.stopping import MISUSED
from tipfloor.commands.streams import prepare, warn
from tipfloor.words import say, speak
from tipfloor.words.choosing import asked_for, of_environment

COMMANDS = {
    "desk": "desk_arguments",
    "timekeeper": "timekeeper",
    "serve": "serve",
    "tell": "tell",
    "inscribe": "inscribe",
    "roster": "roster",
    "names": "names",
    "status": "status",
    "log": "log",
    "export": "export",
    "print": "print",
    "chapters": "chapters",
    "programme": "programme",
    "verify": "verify",
    "archive": "archive",
    "copy": "copy",
    "records": "records",
    "postgres": "postgres",
    "ready": "ready",
    "check": "check",
    "init": "init",
    "acts": "acts",
    "schema": "schema",
    "people": "people",
    "forget": "forget",
    "seal": "seal",
    "rehearse": "rehearse",
}
"""Every command, in the order of the help, and its module: one is imported when it is meant."""


OF_FILES = ("export", "chapters", "print", "programme", "serve")
"""The commands whose `--language` is that of a file or a page."""

HELP = ("-h", "--help")
"""What asks for the help, which is in the language asked for whatever the command."""

FEWER_COLLECTIONS = 50_000
"""Objects made between two searches for garbage; loading makes many, and hardly any is garbage."""


class Parser(ArgumentParser):
    """A parser whose complaints show what was typed with control characters made visible."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is, and leave with the status of misuse."""
        warn(say("cli.misused", program=self.prog, message=message))
        raise SystemExit(MISUSED)


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status; without a command it is the desk."""
    prepare()
    _start_lightly()
    speak_of_arguments()
    words = sys.argv[1:] if argv is None else argv
    return guarded(lambda: _run(words))


def _start_lightly() -> None:
    """Spare the start what would slow it: searches for garbage, and for plugins of pydantic."""
    gc.set_threshold(FEWER_COLLECTIONS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def parser(names: Iterable[str] = COMMANDS) -> ArgumentParser:
    """Return the parser of a command line with these commands, all of them without any."""
    top = Parser(
        prog="tipfloor",
        description=say("cli.description"),
        epilog=say("cli.epilog"),
        formatter_class=RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--version",
        action="version",
        version=say("cli.version", number=__version__),
        help=say("cli.reader_version"),
    )
    commands = top.add_subparsers(
        dest="command", prog=top.prog, metavar=say("cli.command"), required=True
    )
    for name in names:
        import_module(f"tipfloor.commands.{COMMANDS[name]}").add(commands)
    return top


def parse(words: list[str]) -> Namespace:
    """Read a command line; raises SystemExit for help, version and misuse."""
    if not words or (words[0].startswith("-") and words[0] not in (*HELP, "--version")):
        words = ["desk", *words]
    meant = words[:1] if words[0] in COMMANDS else COMMANDS
    return parser(meant).parse_args(words)


def _run(words: list[str]) -> int:
    _choose_language(words)
    if words and not words[0].startswith("-") and words[0] not in COMMANDS:
        warn(_unknown(words[0]))
        return MISUSED
    try:
        arguments = parse(words)
    except SystemExit as left:
        return cast(int, left.code or 0)
    return int(arguments.run(arguments))


def _choose_language(words: list[str]) -> None:
    """Speak as asked from the first word on; the language of a file is another matter."""
    helps = any(word in HELP for word in words)
    of_a_file = not helps and words[:1] and words[0] in OF_FILES
    speak((None if of_a_file else asked_for(words)) or of_environment())


def _unknown(word: str) -> str:
    """Say that there is no such command, and which one may have been meant."""
    import difflib

    if word.lower().endswith(".toml"):
        return say("cli.file_as_command", word=word)
    near = difflib.get_close_matches(word, COMMANDS, n=1)
    if near:
        return say("cli.unknown_command_near", word=word, near=near[0])
    return say("cli.unknown_command", word=word)
