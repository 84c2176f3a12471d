"""`tipfloor inscribe`: a prepared list of speakers from a file, but for those that wait."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_going_on, add_record, open_to_tell
from tipfloor.commands.stopping import DONE, REFUSED, UNUSABLE, Stopped
from tipfloor.commands.streams import put
from tipfloor.words import count, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipfloor.core.state.meeting import Meeting
    from tipfloor.listfile import PreparedList, RowFault
    from tipfloor.proceedings import Proceedings

NAME = "inscribe"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("file", type=Path, metavar=say("cli.file"), help=say("cli.inscribe_file"))
    parser.add_argument("--session", metavar=say("cli.code"), help=say("cli.inscribe_session"))
    parser.add_argument("--reason", metavar=say("cli.text"), help=say("cli.inscribe_reason"))
    parser.add_argument(
        "--not-here", choices=("expected", "left-out"), help=say("cli.inscribe_not_here")
    )
    parser.add_argument("--rest", action="store_true", help=say("cli.inscribe_rest"))
    add_record(parser)
    add_going_on(parser)


def run(arguments: Namespace) -> int:
    """Inscribe the file, or say for each row at fault what is expected; with --rest, do both."""
    from tipfloor.listfile import ListFault, ListUnusable, read_list

    with closing(open_to_tell(arguments)) as proceedings:
        try:
            prepared = read_list(arguments.file, proceedings.meeting.plan)
        except ListUnusable as unusable:
            raise Stopped(unusable.sentence, UNUSABLE) from None
        except ListFault as found:
            if not (arguments.rest and found.rest.codes):
                return _at_fault(found.faults)
            _put_rows(found.faults)
            prepared = found.rest
        return _inscribe(proceedings, prepared, arguments)


def _inscribe(proceedings: Proceedings, prepared: PreparedList, arguments: Namespace) -> int:
    from tipfloor.commands.expecting import what_is_wrong
    from tipfloor.core.ground.all_or_none import NotAll
    from tipfloor.core.ground.refusal import Refused
    from tipfloor.core.ground.value import Unfit
    from tipfloor.core.list.preinscription import InscribeAll
    from tipfloor.listfile import outcome, refused_rows
    from tipfloor.words.refusing import explain

    out = ["waiting", *(["away"] if arguments.not_here == "left-out" else [])]
    fields = {
        "delegations": prepared.codes,
        "session": arguments.session,
        "reason": arguments.reason,
        "away": "expected" if arguments.not_here == "expected" else None,
        "leave_out": (*out, *(["refused"] if arguments.rest else [])),
    }
    try:
        act = InscribeAll.model_validate(fields)
        waited = _waiting(proceedings.meeting, arguments.session)
        recorded = proceedings.tell(act)
    except Unfit as error:
        wrong = say("cli.malformed_act", expected=what_is_wrong(InscribeAll, error))
        raise Stopped(wrong, REFUSED) from None
    except NotAll as refused:
        return _at_fault(refused_rows(refused, prepared, proceedings.meeting.plan))
    except Refused as refused:
        raise Stopped(explain(refused, proceedings.meeting.plan), REFUSED) from None
    put("\n".join(outcome(prepared, waited, recorded)))
    return DONE


def _waiting(meeting: Meeting, session: str | None) -> set[str]:
    code = meeting.list_named(session)
    return {entry.delegation for entry in meeting.speakers(code).waiting}


def _at_fault(faults: Sequence[RowFault]) -> int:
    _put_rows(faults)
    put(count("listfile.nobody", len(faults)))
    return REFUSED


def _put_rows(faults: Sequence[RowFault]) -> None:
    put("\n".join(say("listfile.row", row=fault.row, words=fault.words) for fault in faults))
