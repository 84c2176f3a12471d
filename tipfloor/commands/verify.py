"""`tipfloor verify`: whether a record still matches its digests, and a file its record."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.materials import folders_of
from tipfloor.commands.options import add_command, add_record, existing_record, opened_to_read
from tipfloor.commands.stopping import DONE, MISUSED, REFUSED, Stopped
from tipfloor.commands.streams import put
from tipfloor.words import count, say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain

if TYPE_CHECKING:
    from tipfloor.export.against.checking import Verdict
    from tipfloor.export.against.differing import Difference
    from tipfloor.export.against.finding import Found
    from tipfloor.proceedings import Proceedings
    from tipfloor.store.chain import Checked

NAME = "verify"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    file = say("cli.file")
    parser.add_argument("--against", type=Path, metavar=file, help=say("cli.verify_against"))
    parser.add_argument("--code", metavar=say("cli.code"), help=say("cli.verify_with_code"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Recompute the chain of digests; rows only, so that a damaged record is told of too."""
    from tipfloor.records import store_to_read
    from tipfloor.store.chain import checked
    from tipfloor.store.codes import code_of, prefix_of

    path, code = existing_record(arguments), _code(arguments.code)
    told = None if arguments.against is None else _told_by(arguments.against)
    sought = told.digests | {seal.digest for seal in told.seals} if told else frozenset()
    prefix = prefix_of(code) if code else None
    with closing(store_to_read(path)) as store:
        seen = checked(store.rows(), lambda x: x in sought or bool(prefix and x.startswith(prefix)))
    if seen.bad is not None:
        put(say("cli.verify_bad", path=path, position=seen.bad))
        return REFUSED
    put(count("cli.verify_sound", seen.number, path=path, digest=seen.digest))
    put(say("cli.verify_code", code=code_of(seen.digest), position=seen.number))
    status = DONE
    if prefix:
        found = [place for digest, place in seen.found.items() if digest.startswith(prefix)]
        key = "cli.code_found" if found else "cli.code_not_found"
        put(say(key, code=code, position=max(found, default=0)))
        status = DONE if found else REFUSED
    if told:
        with closing(opened_to_read(path)) as proceedings:
            folders = folders_of(arguments, path)
            status = max(status, _against(arguments.against, told, folders, seen, proceedings))
    return status


def _code(typed: str | None) -> str | None:
    """Return a code as it is written. Raises Stopped for what is none."""
    from tipfloor.store.codes import read_code

    if typed is None:
        return None
    code = read_code(typed)
    if code is None:
        raise Stopped(say("cli.not_a_code", given=plain(typed)), MISUSED)
    return code


def _told_by(path: Path) -> Found:
    """Return what a file says of its own making. Raises Stopped for what is no export."""
    from tipfloor.export.against.finding import NotAnExport, found_in

    try:
        return found_in(path)
    except NotAnExport as error:
        raise Stopped(say(f"cli.against_{error.code}", path=path), REFUSED) from None


def _against(
    path: Path, told: Found, folders: Sequence[Path], seen: Checked, proceedings: Proceedings
) -> int:
    """Say how a file stands beside a sound record."""
    from tipfloor.export import take
    from tipfloor.export.against.checking import check
    from tipfloor.export.against.finding import NotAnExport

    try:
        found = check(path, told, seen.found, take(proceedings, folders=folders))
    except NotAnExport as error:
        raise Stopped(say(f"cli.against_{error.code}", path=path), REFUSED) from None
    if found.outcome in ("no_digest", "other"):
        put(say(f"cli.against_{found.outcome}", path=path))
        return REFUSED
    last = seen.number
    if found.outcome == "beyond":
        facts = {"position": found.position, "last": last, "first": last + 1}
        put(say("cli.against_beyond", path=path, record=proceedings.where, **facts))
        return REFUSED
    key = "cli.against_same" if found.position == last else "cli.against_older"
    put(say(key, path=path, position=found.position, last=last))
    status = _told(found, path, named=bool(proceedings.people))
    gone = _blacked_out(proceedings, found.position)
    if found.differences and gone:
        put(say("cli.against_blacked_out", rows=beside(map(str, gone))))
    return status


def _blacked_out(proceedings: Proceedings, position: int) -> list[int]:
    """Return the rows up to a position whose texts were blacked out behind it."""
    from tipfloor.core.corrections.blacking import TextBlackedOut

    later = (item.event for item in proceedings.history[position:])
    named = (event.position for event in later if isinstance(event, TextBlackedOut))
    return sorted(row for row in named if row <= position)


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
