"""What differs between the plan in a record and the plan in the file, for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tipfloor.core.ground.fields import Table
from tipfloor.core.plan.plan import DelegationPlan, MomentPlan, Plan, SessionPlan
from tipfloor.core.plan.programme import (
    AddressPlan,
    DocumentPlan,
    ElectionPlan,
    RecommendationPlan,
)
from tipfloor.meetingfile.fault import plain
from tipfloor.meetingfile.shown import shown
from tipfloor.words import say

Item = (
    MomentPlan
    | SessionPlan
    | DelegationPlan
    | AddressPlan
    | ElectionPlan
    | DocumentPlan
    | RecommendationPlan
)


def differences(recorded: Plan, filed: Plan) -> tuple[str, ...]:
    """Say each difference in one line with both values; none exactly where the plans agree."""
    return (
        *_of_tables("meeting", recorded.meeting, filed.meeting),
        *_of_tables("rules", recorded.rules, filed.rules),
        *_of_lists("moments", recorded.moments, filed.moments),
        *_of_lists("sessions", recorded.sessions, filed.sessions),
        *_of_lists("delegations", recorded.delegations, filed.delegations),
        *_of_tables("presiding", recorded.presiding, filed.presiding),
        *_of_lists("addresses", recorded.addresses, filed.addresses),
        *_of_lists("elections", recorded.elections, filed.elections),
        *_of_lists("documents", recorded.documents, filed.documents),
        *_of_lists("recommendations", recorded.recommendations, filed.recommendations),
    )


def _of_tables(path: str, old: Table, new: Table) -> Iterator[str]:
    for key in type(old).model_fields:
        before, after = getattr(old, key), getattr(new, key)
        if isinstance(before, Table):
            yield from _of_tables(f"{path}.{key}", before, after)
        elif before != after:
            yield _changed(f"{path}.{key}", before, after)


def _of_lists(path: str, old: Sequence[Item], new: Sequence[Item]) -> Iterator[str]:
    before, after = ({item.code: item for item in items} for items in (old, new))
    for code, item in before.items():
        if code in after:
            yield from _of_tables(f"{path}[{code}]", item, after[code])
        else:
            yield say("faults.differs_removed", path=f"{path}[{code}]", name=_name(item))
    for code, item in after.items():
        if code not in before:
            yield say("faults.differs_added", path=f"{path}[{code}]", name=_name(item))
    kept_before = [code for code in before if code in after]
    kept_after = [code for code in after if code in before]
    if kept_before != kept_after:
        yield say("faults.differs_order", path=path, **_orders(kept_before, kept_after))


def _orders(before: list[str], after: list[str]) -> dict[str, str]:
    """Leave out what stands at the same place at both ends of a long list."""
    start, end = 0, len(before)
    while before[start] == after[start]:
        start += 1
    while before[end - 1] == after[end - 1]:
        end -= 1
    return {"old": ", ".join(before[start:end]), "new": ", ".join(after[start:end])}


def _changed(path: str, before: Any, after: Any) -> str:
    return say("faults.differs", path=path, old=shown(before), new=shown(after))


def _name(item: Item) -> str:
    if isinstance(item, DelegationPlan):
        return plain(next(iter(item.name.each()), item.code))
    return plain(item.office if isinstance(item, AddressPlan) else item.title)
