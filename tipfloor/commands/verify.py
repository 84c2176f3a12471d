"""`tipfloor verify`: whether every row of a record still matches its digest."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_record, existing_record, open_to_read
from tipfloor.commands.stopping import DONE, REFUSED
from tipfloor.commands.streams import put
from tipfloor.words import count, say
from tipfloor.words.plain import plain

if TYPE_CHECKING:
    from tipfloor.export.against import Difference

NAME = "verify"

MOST_DIFFERENCES = 20
"""Differences between a file and the record that are told one by one."""


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    file = say("cli.file")
    parser.add_argument("--against", type=Path, metavar=file, help=say("cli.verify_against"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Recompute the chain of digests; rows only, so that a damaged record is told of too."""
    from tipfloor.records import store_to_read
    from tipfloor.store.chain import first_bad_position

    path = existing_record(arguments)
    with closing(store_to_read(path)) as store:
        rows = store.read()
    bad = first_bad_position(rows) if rows else 1
    if bad is not None:
        put(say("cli.verify_bad", path=path, position=bad))
        return REFUSED
    put(count("cli.verify_sound", len(rows), path=path, digest=rows[-1].digest))
    if arguments.against is None:
        return DONE
    position = _against(arguments.against, {row.digest: row.position for row in rows})
    return _figures(arguments, position) if position else REFUSED


def _against(path: Path, positions: dict[str, int]) -> int | None:
    """Say from which position of a sound record a file was exported, and return it."""
    from tipfloor.export.sealing import digests_in

    found, last = digests_in(path), len(positions)
    if not found:
        put(say("cli.against_none", path=path))
        return None
    if len(found) > 1 or not found <= positions.keys():
        put(say("cli.against_other", path=path))
        return None
    position = positions[next(iter(found))]
    key = "cli.against_same" if position == last else "cli.against_older"
    put(say(key, path=path, position=position, last=last))
    return position


def _figures(arguments: Namespace, position: int) -> int:
    """Say whether the remarks of the file have the figures that the record has for them."""
    from tipfloor.export import take
    from tipfloor.export.against import NotCompared, at_position, differences, figures_in

    try:
        found = figures_in(arguments.against)
    except NotCompared:
        put(say("cli.against_digest_only"))
        return DONE
    with closing(open_to_read(arguments)) as proceedings:
        snapshot = take(proceedings)
    then = at_position(snapshot.history, position, snapshot)
    wrong = list(differences(found, then))
    if not wrong:
        put(count("cli.against_equal", len(found)))
        return DONE
    for item in wrong[:MOST_DIFFERENCES]:
        put(_told(item))
    put(count("cli.against_differences", len(wrong)))
    return REFUSED


def _told(item: Difference) -> str:
    if item.in_record is None:
        return say("cli.against_not_held", remark=item.number)
    if item.in_file is None:
        return say("cli.against_left_out", remark=item.number)
    return say(
        "cli.against_difference",
        remark=item.number,
        column=item.column,
        in_file=plain(item.in_file),
        in_record=item.in_record,
    )
