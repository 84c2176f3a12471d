"""What differs between the plan in a record and the plan in the file, for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tipfloor.core.ground.fields import InLanguages, Table
from tipfloor.core.plan.flags import is_image
from tipfloor.core.plan.plan import DelegationPlan, MomentPlan, Plan, SessionPlan
from tipfloor.core.plan.programme import (
    AddressPlan,
    DocumentPlan,
    ElectionPlan,
    RecommendationPlan,
)
from tipfloor.core.plan.translations import IN_OTHERS
from tipfloor.meetingfile.fault import plain
from tipfloor.meetingfile.shown import found, shown
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
        *_of_tables("publication", recorded.publication, filed.publication),
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
    for key in old.__struct_fields__:
        before, after = getattr(old, key), getattr(new, key)
        if isinstance(before, Table):
            yield from _of_tables(f"{path}.{key}", before, after)
        elif key == IN_OTHERS:
            yield from _of_keys(path, _by_field(before), _by_field(after))
        elif isinstance(before, dict):
            yield from _of_keys(f"{path}.{key}", before, after)
        elif before != after:
            yield _changed(f"{path}.{key}", before, after)


def _of_keys(path: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """Say what differs in texts by language, and in forms by language and use."""
    for key in {**old, **new}:
        before, after = old.get(key), new.get(key)
        if isinstance(before, dict) or isinstance(after, dict):
            yield from _of_keys(f"{path}.{key}", before or {}, after or {})
        elif before != after:
            yield _changed(f"{path}.{key}", before, after)


def _by_field(others: InLanguages) -> dict[str, Any]:
    """Return texts in other languages as a file states them: by field, then by language."""
    found: dict[str, Any] = {}
    for language, texts in others.items():
        for field, text in texts.items():
            found.setdefault(field, {})[language] = text
    return found


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
    return say("faults.differs", path=path, old=_short(before), new=_short(after))


def _short(value: Any) -> str:
    """Write a value as the meeting file has it, an image by its beginning and length."""
    return found(value) if isinstance(value, str) and is_image(value) else shown(value)


def _name(item: Item) -> str:
    if isinstance(item, DelegationPlan):
        return plain(next(iter(item.names()), item.code))
    return plain(item.office if isinstance(item, AddressPlan) else item.title)
