"""`tipfloor verify`: whether a record still matches its digests, and a file its record."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_record, existing_record, open_to_read
from tipfloor.commands.stopping import DONE, REFUSED, Stopped
from tipfloor.commands.streams import put
from tipfloor.words import count, say
from tipfloor.words.plain import plain

if TYPE_CHECKING:
    from tipfloor.export.against.checking import Verdict
    from tipfloor.export.against.differing import Difference
    from tipfloor.proceedings import Proceedings

NAME = "verify"


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
    positions = {row.digest: row.position for row in rows}
    with closing(open_to_read(arguments)) as proceedings:
        return _against(arguments.against, positions, proceedings)


def _against(path: Path, positions: dict[str, int], proceedings: Proceedings) -> int:
    """Say how a file stands beside a sound record."""
    from tipfloor.export import take
    from tipfloor.export.against.checking import check
    from tipfloor.export.against.finding import NotAnExport

    try:
        found = check(path, positions, take(proceedings))
    except NotAnExport as error:
        raise Stopped(say(f"cli.against_{error.code}", path=path), REFUSED) from None
    if found.outcome in ("no_digest", "other"):
        put(say(f"cli.against_{found.outcome}", path=path))
        return REFUSED
    last = len(positions)
    if found.outcome == "beyond":
        facts = {"position": found.position, "last": last, "first": last + 1}
        put(say("cli.against_beyond", path=path, record=proceedings.where, **facts))
        return REFUSED
    key = "cli.against_same" if found.position == last else "cli.against_older"
    put(say(key, path=path, position=found.position, last=last))
    return _told(found, path, named=bool(proceedings.people))


def _told(found: Verdict, path: Path, *, named: bool) -> int:
    """Say how far a file was compared, and what it has otherwise."""
    from tipfloor.export.against.differing import MOST
    from tipfloor.export.program import program

    for item in found.differences[:MOST]:
        put(_difference(item))
    if not found.whole:
        made_by = found.made_by or say("cli.against_unnamed")
        put(say(f"cli.against_{found.why}", made_by=made_by, program=program()))
    number = found.compared if found.outcome == "figures" else len(found.differences)
    if number > MOST and found.differences:
        put(say("cli.against_very_many", number=MOST))
    elif number or found.outcome not in ("whole", "repacked", "digest"):
        put(count(f"cli.against_{found.outcome}", number, path=path))
    else:
        put(say(f"cli.against_{found.outcome}", path=path))
    if found.differences and named:
        put(say("cli.against_people"))
    return REFUSED if found.differences else DONE


def _difference(item: Difference) -> str:
    where = say(f"cli.against_at_{item.kind}", place=plain(item.place))
    facts = {"where": where, "in_file": plain(item.in_file or "")}
    facts["in_record"] = plain(item.in_record or "")
    if item.in_file is None and item.in_record is None:
        return say("cli.against_differs_there", **facts)
    if item.in_record is None:
        return say("cli.against_not_held", **facts)
    if item.in_file is None:
        return say("cli.against_left_out", **facts)
    return say("cli.against_otherwise", **facts)
