"""What is printed for the room: the list of speakers, the attendance sheet, name plates."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.state.entry import Entry
from tipfloor.export.list.unheard import session_title
from tipfloor.export.long_words import breakable
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

LINE, LARGE, SESSION, CELL, PLATE = 40.0, 14.5, 31.0, 12.0, 40.0
"""How much each line or cell holds on the narrower paper, in parts of the size of its letters.

A plate's letters are taken down to their least before a name is broken.
"""

SHORT = 160
"""Characters of an entry in the largest letters: a joint statement of many is set smaller.

It goes on over the page's end, beyond which the rest would not be seen.
"""


def printed(snapshot: Snapshot, what: str) -> bytes:
    """Return one of `SHEETS` as the bytes of a PDF, in the language of the snapshot."""
    return first_set(LAYOUT, _told(snapshot, what), snapshot)


def prints_with_own_fonts(snapshot: Snapshot, what: str) -> bool:
    """Tell whether Typst's own fonts have every character of a sheet."""
    return sets_in_own_fonts(LAYOUT, _told(snapshot, what), snapshot)


def _told(snapshot: Snapshot, what: str) -> str:
    with speaking(snapshot.language):
        return json.dumps({**_head(snapshot, what), **SHEETS[what](snapshot)})


def _fitting(text: str, room: float) -> str:
    """Return text that stays within a line or cell of the sheet."""
    return breakable(plain(text), room)


def _head(snapshot: Snapshot, what: str) -> Told:
    plan, now = snapshot.whole.plan, snapshot.now
    told = when(now, plan.zone, with_day=True)
    title = say(f"publication.print_{what}")
    return {
        "what": what,
        "title": title,
        "name": plain(f"{title} - {plan.meeting.title}"),
        "meeting": _fitting(plan.meeting.title, LINE),
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
        "of": _fitting(session_title(meeting, code), SESSION),
        "rows": [
            [str(n), _fitting(name, LARGE), len(name) <= SHORT]
            for n, name in enumerate((_entry(x, snapshot) for x in waiting), start=1)
        ],
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
        [str(number), *(_fitting(x, CELL) for x in _who(row.code, snapshot))]
        for number, row in enumerate(roster, start=1)
    ]
    columns = ("number", "delegation", "person", "signature")
    head = [say(f"publication.print_column_{name}") for name in columns]
    return {"rows": rows, "head": head, "order": order_told(roster, plan.first_language)}


def _who(code: str, snapshot: Snapshot) -> tuple[str, str]:
    """Return the name of a delegation and who may be named of it."""
    return snapshot.whole.plan.name_of(code), apart(people_of(snapshot, code))


def _nameplates(snapshot: Snapshot) -> Told:
    plan = snapshot.whole.plan
    return {"names": [_fitting(plan.name_of(row.code), PLATE) for row in _roster(snapshot)]}


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
