"""From the rows of an accreditation list to the delegations of a meeting, or every fault."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from tipfloor.core.ground.iso3166 import ALPHA_2
from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.listfile import ListFault, RowFault
from tipfloor.rosterfile.dates import day_first
from tipfloor.rosterfile.finding import Known, NotFound
from tipfloor.rosterfile.stating import Agreed, Reading, Stated
from tipfloor.rosterfile.table import read_table
from tipfloor.words import say


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a row: `fate` is added, changed, unchanged, merged, left_out or asked.

    `first` is the row with which it was merged.
    """

    row: int
    fate: str
    code: str
    first: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """The delegations that a list makes, the row of each, and what else came of the list.

    `named` counts the rows that hold a person's name or office; `agreed` are those of them that
    may be shown; `given_up` are the codes of the meeting file that the list does not have.
    """

    delegations: tuple[DelegationPlan, ...]
    rows: dict[str, int]
    told: tuple[Told, ...]
    agreed: tuple[Agreed, ...]
    named: int
    dropped: tuple[str, ...]
    given_up: tuple[str, ...]


def read_roster(
    path: Path, known: Known, *, seat: Collection[str] = (), add: bool = False
) -> Roster:
    """Read an accreditation list; `seat` names delegations that sit whatever the list says.

    With `add` the delegations of the meeting file stay, else those of the list replace them.
    Raises ListUnusable for the file, ListFault for its rows.
    """
    table = read_table(path)
    order = day_first(row.cells.get("accredited", "") for row in table.rows)
    reading = Reading(table.columns, known, order)
    stated: dict[str, Stated] = {}
    faults: list[RowFault] = []
    told: list[Told] = []
    agreed: list[Agreed] = []
    for cells in table.rows:
        try:
            one = reading.stated(cells)
            former = stated.get(one.code)
            stated[one.code] = former.with_more(one) if former else one
        except NotFound as fault:
            faults.append(RowFault(cells.row, fault.words))
            continue
        agreed += [one.agreed] if one.agreed else []
        if former:
            told.append(Told(cells.row, "merged", one.code, former.row))
    made = {code: _made(item, known, seat, faults) for code, item in stated.items()}
    if faults:
        raise ListFault(faults)
    told += [Told(stated[code].row, fate, code) for code, (fate, _) in made.items()]
    seated = {code: row for code, (_, row) in made.items() if row}
    base = {row.code: row for row in known.delegations}
    kept = {**base, **seated} if add else seated
    return Roster(
        delegations=_ordered(kept.values()),
        rows={code: stated[code].row for code in seated},
        told=tuple(sorted(told, key=lambda item: item.row)),
        agreed=tuple(item for item in agreed if item.delegation in kept),
        named=sum(any(row.text(role) for role in _OF_PERSONS) for row in table.rows),
        dropped=table.dropped,
        given_up=tuple(code for code in base if code not in kept),
    )


_OF_PERSONS = ("person", "first", "last", "office")


def _made(
    item: Stated, known: Known, seat: Collection[str], faults: list[RowFault]
) -> tuple[str, DelegationPlan | None]:
    """Return what becomes of a delegation, and its row in the meeting file if it sits."""
    if item.seat in ("left_out", "asked") and item.code not in seat:
        return str(item.seat), None
    former = known.plan.delegation(item.code)
    state = item.state if item.state is not None else former.state if former else True
    names = {**(former.name if former else {}), **item.names}
    if state and item.code not in ALPHA_2:
        faults.append(RowFault(item.row, say("roster.no_state", code=item.code)))
    elif not names.get(known.language):
        words = say("roster.no_name", code=item.code, language=known.language)
        faults.append(RowFault(item.row, words))
    row = DelegationPlan(
        code=item.code,
        code2=(former.code2 if former else None) or (ALPHA_2.get(item.code) if state else None),
        name=names,
        forms=former.forms if former else {},
        also=former.also if former else (),
        order_es=item.order_es or (former.order_es if former else None),
        state=state,
        accredited_on=item.accredited_on or (former.accredited_on if former else None),
        capacity=item.capacity or (former.capacity if former else None),
        flag=former.flag if former else None,
    )
    return ("added" if former is None else "unchanged" if row == former else "changed"), row


def _ordered(rows: Iterable[DelegationPlan]) -> tuple[DelegationPlan, ...]:
    """Return delegations by their Spanish rank where all have one, else as they came."""
    found = tuple(rows)
    if any(row.order_es is None for row in found):
        return found
    return tuple(sorted(found, key=lambda row: row.order_es or 0))
