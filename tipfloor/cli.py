"""The command line: which command is meant, and its exit status. No face is imported here."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from typing import NoReturn, cast

from tipfloor import __version__
from tipfloor.commands import (
    acts,
    archive,
    chapters,
    check,
    copy,
    desk_arguments,
    export,
    forget,
    init,
    inscribe,
    log,
    names,
    people,
    programme,
    rehearse,
    roster,
    schema,
    seal,
    serve,
    status,
    tell,
    timekeeper,
    verify,
)
from tipfloor.commands.guard import guarded
from tipfloor.commands.stopping import MISUSED
from tipfloor.commands.streams import prepare, warn
from tipfloor.words import say, speak
from tipfloor.words.choosing import asked_for, of_environment

COMMANDS = (
    desk_arguments,
    timekeeper,
    serve,
    tell,
    inscribe,
    roster,
    names,
    status,
    log,
    export,
    chapters,
    programme,
    verify,
    archive,
    copy,
    check,
    init,
    acts,
    schema,
    people,
    forget,
    seal,
    rehearse,
)
"""Every command, in the order of the help."""


OF_FILES = ("export", "chapters", "programme", "serve")
"""The commands whose `--language` is that of a file or a page."""

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
    words = sys.argv[1:] if argv is None else argv
    return guarded(lambda: _run(words))


def _start_lightly() -> None:
    """Spare the start what would slow it: searches for garbage, and for plugins of pydantic."""
    gc.set_threshold(FEWER_COLLECTIONS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    top = Parser(
        prog="tipfloor",
        description=say("cli.description"),
        epilog=say("cli.epilog"),
        formatter_class=RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=say("cli.version", number=__version__))
    commands = top.add_subparsers(dest="command", metavar=say("cli.command"), required=True)
    for module in COMMANDS:
        module.add(commands)
    return top


def parse(words: list[str]) -> Namespace:
    """Read a command line; raises SystemExit for help, version and misuse."""
    top = parser()
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words = ["desk", *words]
    return top.parse_args(words)


def _run(words: list[str]) -> int:
    _choose_language(words)
    names = {module.NAME for module in COMMANDS}
    if words and not words[0].startswith("-") and words[0] not in names:
        warn(_unknown(words[0], names))
        return MISUSED
    try:
        arguments = parse(words)
    except SystemExit as left:
        return cast(int, left.code or 0)
    return int(arguments.run(arguments))


def _choose_language(words: list[str]) -> None:
    """Speak as asked from the first word on; the language of a file is another matter."""
    of_a_file = words[:1] and words[0] in OF_FILES
    chosen = (None if of_a_file else asked_for(words)) or of_environment()
    if chosen:
        speak(chosen)


def _unknown(word: str, names: set[str]) -> str:
    """Say that there is no such command, and which one may have been meant."""
    import difflib

    if word.lower().endswith(".toml"):
        return say("cli.file_as_command", word=word)
    near = difflib.get_close_matches(word, sorted(names), n=1)
    if near:
        return say("cli.unknown_command_near", word=word, near=near[0])
    return say("cli.unknown_command", word=word)
