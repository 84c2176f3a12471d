"""The options that several commands share, and the record that they name."""

from __future__ import annotations

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.streams import warn
from tipfloor.words import languages, say

if TYPE_CHECKING:
    from tipfloor.core.plan.plan import Plan
    from tipfloor.proceedings import Proceedings
    from tipfloor.store.address import Address

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
    """Let a command take `--record FILE` or an address, and `--meeting FILE`."""
    file = say("cli.file")
    parser.add_argument("--record", type=address, metavar=file, help=say("cli.option_record"))
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


def address(text: str) -> Address:
    """Read where a record is; what is said of one at fault has no part of it that may be secret."""
    from tipfloor.commands.addresses import bad_address
    from tipfloor.store.address import BadAddress, read_address

    try:
        return read_address(text)
    except BadAddress as bad:
        raise ArgumentTypeError(bad_address(bad)) from None


def existing_record(arguments: Namespace) -> Address:
    """Return the record meant, reading the meeting file only for the name of a default one.

    Raises NoRecord, FaultsFound and StoreFault.
    """
    from tipfloor.records import default_record, meant, named_record, refuse_absent

    named = named_record(arguments.record)
    if named is None:
        from tipfloor.meetingfile import read_plan

        named = default_record(read_plan(arguments.meeting))
    record = meant(named, partial(plan_there, arguments.meeting))
    refuse_absent(record)
    return record


def plan_there(meeting: Path) -> Plan | None:
    """Return the plan of a meeting file, None where there is no such file. Raises FaultsFound."""
    from tipfloor.meetingfile import read_plan

    return read_plan(meeting) if meeting.exists() else None


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
    return opened_to_read(existing_record(arguments))


def opened_to_read(record: Address) -> Proceedings:
    """Open a record without the right to write. Raises NoRecord and StoreFault."""
    from tipfloor.records import open_record

    return warn_if_broken(open_record(record, None, read_only=True))


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
    from tipfloor.records import default_record, is_there, meant, named_record, open_record

    by = getattr(arguments, "by", None) or TELL
    named = named_record(arguments.record)
    named = meant(named, partial(plan_there, arguments.meeting)) if named else None
    if named is not None and is_there(named):
        proceedings = open_record(named, None, by=by)
    else:
        from tipfloor.meetingfile import read_plan  # which a record has no need of

        plan = read_plan(arguments.meeting)
        proceedings = open_record(named or default_record(plan), plan, by=by)
    if getattr(arguments, "on_broken_chain", False):
        proceedings.go_on_broken()
    return warn_if_broken(proceedings)
