"""`tipfloor forget`: a person's name leaves the record for good; times and decisions stay."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_record, open_to_change
from tipfloor.commands.people import known, list_stale
from tipfloor.commands.stopping import DONE, REFUSED
from tipfloor.commands.streams import put
from tipfloor.standing.kept_by_server import kept_by_server
from tipfloor.words import say
from tipfloor.words.plain import plain

if TYPE_CHECKING:
    from tipfloor.core.ground.mentions import Mention
    from tipfloor.store import Shown

NAME = "forget"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("who", metavar=say("cli.people_who"), help=say("cli.forget_who"))
    parser.add_argument("--json", action="store_true", help=say("cli.forget_json"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Erase the person, then say what still holds the name: typed texts, and files made before."""
    from tipfloor.store import NotErased

    with closing(open_to_change(arguments)) as proceedings:
        who, stale = arguments.who, proceedings.stale(arguments.who)
        kept = who in proceedings.people
        if not stale:  # who was shown nowhere and is not known either was never there
            who = known(proceedings, who).id
        found = proceedings.mentions(who)
        try:
            proceedings.forget_person(who)
        except NotErased:
            _rows(found)
            list_stale(stale)
            raise
        kept_elsewhere = kept_by_server(proceedings.where)
    if arguments.json:
        put(_as_json(who, found, stale, kept_elsewhere))
    else:
        put(say(_outcome(found, kept=kept), id=who))
        _rows(found)
        list_stale(stale)
        for line in kept_elsewhere:
            put(line)
    return REFUSED if found else DONE


def _outcome(found: Sequence[Mention], *, kept: bool) -> str:
    """Return which words say what was erased; of texts, nothing is known without the name."""
    if found:
        return "cli.forget_erased_but"
    return "cli.forget_done" if kept else "cli.forget_done_before"


def _rows(found: Sequence[Mention]) -> None:
    """List the rows whose texts hold the name; never the texts."""
    for item in found:
        key = "cli.forget_row_whole" if item.whole else "cli.forget_row_part"
        put(say(key, position=item.position, kind=item.kind, field=item.field))
    if found:
        put(say("cli.forget_rows_stay"))


def _as_json(
    who: str, found: Sequence[Mention], stale: Sequence[Shown], kept_elsewhere: Sequence[str]
) -> str:
    import json

    told = {
        "id": who,
        "erased": True,
        "forgotten": not found,
        "texts": [item._asdict() for item in found],
        "kept_by_server": bool(kept_elsewhere),
        "stale": [{"at": shown.at, "path": plain(shown.path)} for shown in stale],
    }
    return json.dumps(told, ensure_ascii=False)
