"""`tipfloor roster`: an accreditation list becomes the delegations of the meeting file."""

from __future__ import annotations

import stat
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import MEETING_FILE, add_command, address
from tipfloor.commands.stopping import DONE, REFUSED, UNUSABLE, Stopped
from tipfloor.commands.streams import put
from tipfloor.commands.writing import refuse_existing, write_file
from tipfloor.words import count, say

if TYPE_CHECKING:
    from tipfloor.commands.roster_people import Keeping

NAME = "roster"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    file = say("cli.file")
    parser.add_argument("file", type=Path, metavar=file, help=say("cli.roster_file"))
    parser.add_argument(
        "--meeting",
        type=Path,
        metavar=file,
        default=MEETING_FILE,
        help=say("cli.roster_meeting", default=MEETING_FILE),
    )
    parser.add_argument("--output", type=Path, metavar=file, help=say("cli.roster_output"))
    parser.add_argument("--overwrite", action="store_true", help=say("cli.roster_overwrite"))
    parser.add_argument("--add", action="store_true", help=say("cli.roster_add"))
    parser.add_argument(
        "--seat", action="append", default=[], metavar=say("cli.code"), help=say("cli.roster_seat")
    )
    parser.add_argument("--record", type=address, metavar=file, help=say("cli.roster_record"))


def run(arguments: Namespace) -> int:
    """Read the list, say what becomes of each row, and write the meeting file if asked."""
    from tipfloor.commands.roster_people import keeping
    from tipfloor.commands.roster_report import at_fault, report
    from tipfloor.listfile import ListFault, ListUnusable
    from tipfloor.rosterfile import meeting_of, read_roster, written_anew

    meeting = meeting_of(arguments.meeting)
    seats = [code.strip().upper() for code in arguments.seat]
    try:
        roster = read_roster(arguments.file, meeting.known, seat=seats, add=arguments.add)
        for code in seats:
            if code not in roster.rows:
                raise Stopped(say("roster.seats_unknown", code=code), REFUSED)
        text = written_anew(meeting, roster)
        with keeping(arguments.record, roster) as people:
            put(report(meeting, roster))
            return _finish(arguments, text, len(roster.delegations), people)
    except ListUnusable as unusable:
        raise Stopped(unusable.sentence, UNUSABLE) from None
    except ListFault as found:
        put(at_fault(found.faults))
        return REFUSED


def _finish(arguments: Namespace, text: str, number: int, people: Keeping) -> int:
    """Write what was asked for; people are kept only together with the file."""
    target = arguments.output or (arguments.meeting if arguments.overwrite else None)
    if target is None:
        put(say("roster.only_told", meeting=arguments.meeting))
        return DONE
    refuse_existing(target, overwrite=arguments.overwrite)
    told = people.keep()
    _write(target, text.encode("utf-8"), overwrite=arguments.overwrite)
    people.settled()
    put("\n".join([*told, count("roster.written", number, path=target)]))
    return DONE


def _write(target: Path, data: bytes, *, overwrite: bool) -> None:
    """Write the meeting file whole, with the rights that it had before where it is replaced."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    write_file(target, data, overwrite=overwrite)
    if mode is not None:
        target.chmod(mode)
