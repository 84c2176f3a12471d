"""The options that several commands share, and the record that they name."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.streams import warn
from tipfloor.words import languages, say

if TYPE_CHECKING:
    from tipfloor.proceedings import Proceedings

MEETING_FILE = Path("sessions.toml")
"""The meeting file of the current folder, meant wherever none is named."""


def add_command(commands: Any, name: str, run: Callable[[Namespace], int]) -> ArgumentParser:
    """Add a command to what argparse calls subparsers, with its words, and return its parser."""
    parser: ArgumentParser = commands.add_parser(
        name,
        help=say(f"cli.command_{name}"),
        description=say(f"cli.command_{name}_long"),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    return parser


def add_record(parser: ArgumentParser) -> None:
    """Let a command take `--record FILE` and `--meeting FILE`."""
    file = say("cli.file")
    parser.add_argument("--record", type=Path, metavar=file, help=say("cli.option_record"))
    parser.add_argument(
        "--meeting",
        type=Path,
        metavar=file,
        default=MEETING_FILE,
        help=say("cli.option_meeting", default=MEETING_FILE),
    )


def add_language(parser: ArgumentParser) -> None:
    """Let a command take `--language`, of what it says: it is read before all else."""
    parser.add_argument("--language", choices=languages(), help=say("cli.option_language"))


def existing_record(arguments: Namespace) -> Path:
    """Return the record meant, reading the meeting file only for the name of a default one.

    Raises NoRecord and FaultsFound.
    """
    from tipfloor.records import NoRecord, default_record, named_record

    path = named_record(arguments.record)
    if path is None:
        from tipfloor.meetingfile import read_plan

        path = default_record(read_plan(arguments.meeting))
    if not path.exists():
        raise NoRecord(path)
    return path


def add_going_on(parser: ArgumentParser) -> None:
    """Let a command take `--on-broken-chain`."""
    parser.add_argument("--on-broken-chain", action="store_true", help=say("cli.option_broken"))


def warn_if_broken(proceedings: Proceedings) -> Proceedings:
    """Say, beside whatever a command answers, that its record is not sound."""
    if proceedings.broken is not None:
        warn(say("cli.broken_chain", path=proceedings.where, position=proceedings.broken))
    return proceedings


def open_to_read(arguments: Namespace) -> Proceedings:
    """Open the record meant without the right to write. Raises NoRecord and StoreFault."""
    from tipfloor.records import open_record

    return warn_if_broken(open_record(existing_record(arguments), None, read_only=True))


def open_to_change(arguments: Namespace) -> Proceedings:
    """Open the record meant, which must be there, with the right to write.

    Raises NoRecord and StoreFault.
    """
    from tipfloor.proceedings import TELL
    from tipfloor.records import open_record

    by = getattr(arguments, "by", None) or TELL
    return warn_if_broken(open_record(existing_record(arguments), None, by=by))


def open_to_tell(arguments: Namespace) -> Proceedings:
    """Open the record meant, convening the meeting first where there is none.

    Raises FaultsFound and StoreFault.
    """
    from tipfloor.proceedings import TELL
    from tipfloor.records import default_record, named_record, open_record

    by = getattr(arguments, "by", None) or TELL
    named = named_record(arguments.record)
    if named is not None and named.exists():
        proceedings = open_record(named, None, by=by)
    else:
        from tipfloor.meetingfile import read_plan  # which a record has no need of

        plan = read_plan(arguments.meeting)
        proceedings = open_record(named or default_record(plan), plan, by=by)
    if getattr(arguments, "on_broken_chain", False):
        proceedings.go_on_broken()
    return warn_if_broken(proceedings)
