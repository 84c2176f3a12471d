"""From what the rows name to delegations of the roster, or every row at fault."""

from __future__ import annotations

from pathlib import Path

from tipfloor.core.ground.all_or_none import NotAll
from tipfloor.core.plan.lookup import named, offered
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.listfile.fault import ListFault, PreparedList, RowFault
from tipfloor.listfile.rows import Named, rows_of
from tipfloor.listfile.source import read_text
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain
from tipfloor.words.refusing import explain

LONGEST_SHOWN = 40
"""Characters of what a row names that are shown."""

NEAREST = 3
"""Delegations that are offered in place of a name that is not exact."""


def read_list(path: Path, plan: Plan) -> PreparedList:
    """Read a prepared list; a name must be whole, in any language.

    Raises ListUnusable for the file, ListFault for its rows.
    """
    found = rows_of(read_text(path), plain(str(path)))
    first_row: dict[str, int] = {}
    faults: list[RowFault] = []
    for item in found.named:
        exact = named(plan, item.text)
        if len(exact) != 1:
            faults.append(RowFault(item.row, _unclear(plan, item, exact)))
        elif others := _others(plan, item, exact[0]):
            codes = beside(row.code for row in (exact[0], *others))
            faults.append(RowFault(item.row, say("listfile.differs", codes=codes)))
        elif exact[0].code in first_row:
            name, row = plain(plan.name_of(exact[0].code)), first_row[exact[0].code]
            faults.append(RowFault(item.row, say("listfile.twice", delegation=name, row=row)))
        else:
            first_row[exact[0].code] = item.row
    clear = PreparedList(tuple(first_row), tuple(first_row.values()), found.dropped)
    if faults:
        raise ListFault(faults, clear)
    return clear


def refused_rows(refused: NotAll, prepared: PreparedList, plan: Plan) -> tuple[RowFault, ...]:
    """Return the rows whose delegations the meeting does not inscribe, and why."""
    return tuple(
        RowFault(prepared.rows[place - 1], explain(why, plan)) for place, why in refused.places
    )


def _others(plan: Plan, item: Named, meant: DelegationPlan) -> list[DelegationPlan]:
    """Return the other delegations that further columns of a row name for certain."""
    exact = [found for text in item.beside if len(found := named(plan, text)) == 1]
    return [row for (row,) in exact if row != meant]


def _unclear(plan: Plan, item: Named, exact: tuple[DelegationPlan, ...]) -> str:
    """Say what a row lacks; a row of several columns may hold more than a delegation's name."""
    if not item.text:
        return say("listfile.nothing")
    near = exact or offered(plan, item.text)
    if item.several or ("," in item.text and not near):
        return say("listfile.several")
    shown = plain(item.text)
    shown = shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"
    if not near:
        return say("listfile.unknown", given=shown)
    names = [f"{row.code} {plain(plan.name_of(row.code))}" for row in near[:NEAREST]]
    return say("listfile.unclear", given=shown, offered=beside(names))
