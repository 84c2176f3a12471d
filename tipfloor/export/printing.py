"""What is printed for the room: the list of speakers, the attendance sheet, name plates."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.state.entry import Entry
from tipfloor.export.list.unheard import session_title
from tipfloor.export.printing_layout import LAYOUT
from tipfloor.export.publication.officers import people_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.typesetting import SIZES, first_set, sets_in_own_fonts
from tipfloor.words import say, speaking
from tipfloor.words.alphabet import in_order, order_told
from tipfloor.words.joining import apart
from tipfloor.words.plain import plain
from tipfloor.words.when import when

Told = dict[str, Any]


def printed(snapshot: Snapshot, what: str) -> bytes:
    """Return one of `SHEETS` as the bytes of a PDF, in the language of the snapshot."""
    return first_set(LAYOUT, _told(snapshot, what), snapshot)


def prints_with_own_fonts(snapshot: Snapshot, what: str) -> bool:
    """Tell whether Typst's own fonts have every character of a sheet."""
    return sets_in_own_fonts(LAYOUT, _told(snapshot, what), snapshot)


def _told(snapshot: Snapshot, what: str) -> str:
    with speaking(snapshot.language):
        return json.dumps(_plain({**_head(snapshot, what), **SHEETS[what](snapshot)}))


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return list(map(_plain, value)) if isinstance(value, list | tuple) else value


def _head(snapshot: Snapshot, what: str) -> Told:
    plan, now = snapshot.whole.plan, snapshot.now
    told = when(now, plan.zone, with_day=True)
    return {
        "what": what,
        "title": say(f"publication.print_{what}"),
        "meeting": plan.meeting.title,
        "language": snapshot.language,
        "paper": SIZES[plan.publication.paper],
        "as_of": say("publication.print_as_of", when=told),
        "marks": [say("export.rehearsal")] if snapshot.rehearsal else [],
    }


def _list(snapshot: Snapshot) -> Told:
    """Tell who waits in a session, or in the business of the moment, in the order of the list."""
    meeting = snapshot.whole
    code = snapshot.scope.part.sessions[0] if snapshot.scope.part else meeting.list_code
    waiting = meeting.speakers(code).waiting
    return {
        "of": session_title(meeting, code),
        "rows": [[str(n), _entry(x, snapshot)] for n, x in enumerate(waiting, start=1)],
        "none": say("publication.print_nobody"),
    }


def _entry(entry: Entry, snapshot: Snapshot) -> str:
    plan = snapshot.whole.plan
    name = plan.name_of(entry.delegation)
    if entry.on_behalf_of:
        others = tuple(plan.name_of(code) for code in entry.on_behalf_of)
        name = say("export.name_on_behalf", name=name, others=others)
    if entry.kind == "remark":
        return name
    return say("export.name_and_why", name=name, why=say(f"export.kind_{entry.kind}"))


def _attendance(snapshot: Snapshot) -> Told:
    """Tell every delegation of the roster with a place to sign, and who may be named of it."""
    plan, roster = snapshot.whole.plan, _roster(snapshot)
    rows = [
        [str(number), plan.name_of(row.code), apart(people_of(snapshot, row.code))]
        for number, row in enumerate(roster, start=1)
    ]
    columns = ("number", "delegation", "person", "signature")
    head = [say(f"publication.print_column_{name}") for name in columns]
    return {"rows": rows, "head": head, "order": order_told(roster, plan.first_language)}


def _nameplates(snapshot: Snapshot) -> Told:
    plan = snapshot.whole.plan
    return {"names": [plan.name_of(row.code) for row in _roster(snapshot)]}


def _roster(snapshot: Snapshot) -> list[DelegationPlan]:
    """Return the delegations in the order of the body, or of the alphabet."""
    plan = snapshot.whole.plan
    return in_order(plan.delegations, plan.first_language)


SHEETS: dict[str, Callable[[Snapshot], Told]] = {
    "list": _list,
    "attendance": _attendance,
    "nameplates": _nameplates,
}
"""What can be printed, by name."""
