"""`tipfloor rehearse`: a whole meeting plays itself into a record of its own."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import MEETING_FILE, add_command, address
from tipfloor.commands.stopping import DONE, REFUSED, Stopped
from tipfloor.commands.streams import put
from tipfloor.words import say
from tipfloor.words.joining import beside

if TYPE_CHECKING:
    from tipfloor.core.plan.plan import Plan
    from tipfloor.rehearsal import Played
    from tipfloor.store.address import Address

NAME = "rehearse"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    file = say("cli.file")
    parser.add_argument(
        "meeting",
        nargs="?",
        type=Path,
        default=MEETING_FILE,
        metavar=say("cli.meeting"),
        help=say("cli.desk_meeting"),
    )
    parser.add_argument(
        "--record", type=address, required=True, metavar=file, help=say("cli.rehearse_record")
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=say("cli.rehearse_seed"))
    parser.add_argument("--until", metavar=say("cli.moment"), help=say("cli.rehearse_until"))


def run(arguments: Namespace) -> int:
    """Play the meeting and say what came of it."""
    from tipfloor.meetingfile import read_plan
    from tipfloor.records import is_there, meant

    plan, path, until = read_plan(arguments.meeting), arguments.record, arguments.until
    if until is not None and until not in plan.moment_index:
        codes = beside(plan.moment_index)
        raise Stopped(say("cli.rehearse_no_moment", given=until, moments=codes), REFUSED)
    path = meant(path, lambda: plan)
    played = None if is_there(path) else _played(plan, path, arguments.seed, until)
    if played is None:
        raise Stopped(say("cli.rehearse_exists", path=path), REFUSED)
    acts, kinds = played.told.total(), len(played.told)
    put(say("cli.rehearse_done", path=path, events=played.events, acts=acts, kinds=kinds))
    return DONE


def _played(plan: Plan, record: Address, seed: int, until: str | None) -> Played | None:
    """Play it into a file, and put that into the database where one is meant."""
    from tipfloor.records import put_file
    from tipfloor.rehearsal import rehearse

    if isinstance(record, Path):
        return rehearse(plan, record, seed=seed, until=until)
    with tempfile.TemporaryDirectory(prefix="tipfloor-") as folder:
        path = Path(folder) / record.name
        played = rehearse(plan, path, seed=seed, until=until)
        return played if put_file(path, record) else None
