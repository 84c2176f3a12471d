"""`tipfloor records`: the records that there are, in the user's folder or in a database."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_language, address
from tipfloor.commands.stopping import DONE, UNUSABLE
from tipfloor.commands.streams import put
from tipfloor.words import count, say
from tipfloor.words.plain import plain

if TYPE_CHECKING:
    from tipfloor.store.address import Address

NAME = "records"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument(
        "--record", type=address, metavar=say("cli.folder"), help=say("cli.records_where")
    )
    add_language(parser)


def run(arguments: Namespace) -> int:
    """Say of each record where it is, of which meeting, and how much is in it."""
    found, place = _found(arguments.record)
    if not found:
        put(say("cli.records_none", where=place))
    return max([_told(one) for one in found], default=DONE)


def _found(asked: Address | None) -> tuple[list[Address], str]:
    """Return the addresses of the records, and where they were looked for. Raises StoreFault."""
    from tipfloor.records import data_folder, known_records, named_record, names_in

    where = named_record(asked)
    if where is not None and not isinstance(where, Path):
        return [where.named(name) for name in names_in(where)], str(where.named(""))
    folder = asked if isinstance(asked, Path) else data_folder()
    return [*known_records(folder)], str(folder)


def _told(where: Address) -> int:
    """Say what there is to know of one record, or why it cannot be read."""
    from tipfloor.commands.troubles import fault_text
    from tipfloor.proceedings import Proceedings
    from tipfloor.records import store_to_read
    from tipfloor.store import StoreFault

    try:
        with closing(Proceedings(store_to_read(where))) as proceedings:
            title = plain(proceedings.meeting.plan.meeting.title)
            number, broken = len(proceedings.history), proceedings.broken
    except StoreFault as fault:
        put(fault_text(fault))
        return UNUSABLE
    put(str(where))
    put("  " + count("cli.records_line", number, title=title))
    if broken is not None:
        put("  " + say("cli.broken_chain", path=where, position=broken))
    return DONE
