"""What the models refuse, table by table, as findings in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tipfloor.core.ground.fields import LONGEST_LIMIT, Table
from tipfloor.core.plan.plan import (
    DelegationPlan,
    MeetingTable,
    MomentPlan,
    Plan,
    SessionPlan,
)
from tipfloor.core.plan.programme import (
    AddressPlan,
    DocumentPlan,
    ElectionPlan,
    PresidingPlan,
    RecommendationPlan,
)
from tipfloor.core.plan.publication import PublicationPlan
from tipfloor.core.plan.rules import Rules, RuleTexts
from tipfloor.core.plan.translations import IN_OTHERS
from tipfloor.meetingfile.alike import with_nearest
from tipfloor.meetingfile.fault import Finding, Path
from tipfloor.meetingfile.shown import found
from tipfloor.words import has, say
from tipfloor.words.joining import beside

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

TABLES: dict[tuple[str, ...], type[Table]] = {
    (): Plan,
    ("meeting",): MeetingTable,
    ("rules",): Rules,
    ("rules", "texts"): RuleTexts,
    ("moments",): MomentPlan,
    ("sessions",): SessionPlan,
    ("delegations",): DelegationPlan,
    ("publication",): PublicationPlan,
    ("presiding",): PresidingPlan,
    ("addresses",): AddressPlan,
    ("elections",): ElectionPlan,
    ("documents",): DocumentPlan,
    ("recommendations",): RecommendationPlan,
}
"""The model of each table, by the names of its path."""


KEY = "[key]"
"""How the models name the key of a table of languages or forms that is none."""


def names_of(path: Path) -> tuple[str, ...]:
    """Return a path without its places in lists."""
    return tuple(part for part in path if isinstance(part, str))


def with_tuples(data: Any, depth: int = 0) -> Any:
    """Return TOML's tables with tuples for lists, as deep as a meeting file goes."""
    if depth > 4:
        return data
    if isinstance(data, dict):
        return {key: with_tuples(value, depth + 1) for key, value in data.items()}
    if isinstance(data, list):
        return tuple(with_tuples(value, depth + 1) for value in data)
    return data


def findings(errors: Iterable[ErrorDetails]) -> Iterator[Finding]:
    """Put each error of the models in words."""
    for error in errors:
        path = error["loc"]
        if path and path[-1] == KEY:
            yield path[:-1], say("faults.no_form" if "forms" in path[:-2] else "faults.no_language")
        elif error["type"] == "extra_forbidden":
            yield path, unknown_key(path[:-1], names_of(path)[-1])
        elif error["type"] == "missing":
            yield path, say("faults.missing", expected=expected(path))
        else:
            yield path, _unfit(path, error)


def expected(path: Path) -> str:
    """Say what the meeting file should hold at a path."""
    names = names_of(path)
    if names[:1] == ("delegations",) and len(names) > 2:
        return say("faults.field_names" if names[1] == "name" else "faults.field_form")
    long = "faults.field_" + "_".join(names[-2:])
    key = long if has(long) else f"faults.field_{names[-1]}"
    return say(key, longest=LONGEST_LIMIT)


def _unfit(path: Path, error: ErrorDetails) -> str:
    value = error["input"]
    words = say("faults.unfit", found=found(value), expected=expected(path))
    if error["type"] == "literal_error" and isinstance(value, str):
        choices = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        return with_nearest(words, value, choices)
    return words


def unknown_key(path: Path, key: str) -> str:
    """Say that a table has no such key, and what it may have been meant for."""
    known = [name for name in TABLES[names_of(path)].__struct_fields__ if name != IN_OTHERS]
    words = say("faults.unknown_key")
    nearer = with_nearest(words, key, known)
    if nearer != words:
        return nearer
    homes = [_header(home) for home, model in TABLES.items() if key in model.__struct_fields__]
    if homes:
        return say("faults.key_of_another_table", tables=beside(homes))
    return say("faults.unknown_key_of", known=beside(known))


def _header(names: tuple[str, ...]) -> str:
    return f"[{'.'.join(names)}]" if names else say("faults.top_of_file")
