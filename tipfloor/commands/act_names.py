"""Delegations in an act that `tell` is given: a name is read as at the desk, a code as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from msgspec import Meta

from tipfloor.core.ground.act import Act, DelegationCode
from tipfloor.core.ground.all_or_none import MOST_NAMES
from tipfloor.core.plan.plan import Plan
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain

if TYPE_CHECKING:
    from tipfloor.core.plan.typed_names import Reading

MOST_OFFERED = 6

ONE = 1

_CODE = re.compile(r"[A-Za-z]{2,3}")


class Unclear(ValueError):
    """Words that mean no delegation, or may mean several; its text says whom."""


def with_codes(kind: type[Act], given: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """Return the fields of an act with codes in place of names. Raises Unclear."""
    return {
        name: _coded(value, plan, most) if (most := _holds(kind).get(name)) is not None else value
        for name, value in given.items()
    }


@cache
def _holds(kind: type[Act]) -> dict[str, int]:
    """Return the fields of an act that hold delegations, and how many at the most."""
    hints = get_type_hints(kind, include_extras=True)
    parts = {name: [*_parts(hint)] for name, hint in hints.items()}
    coded = {name: found for name, found in parts.items() if DelegationCode in found}
    return {name: _most(found) for name, found in coded.items()}


def _most(parts: list[Any]) -> int:
    if not any(get_origin(part) is tuple for part in parts):
        return ONE
    stated = (part.max_length for part in parts if isinstance(part, Meta))
    return next((most for most in stated if most is not None), MOST_NAMES)


def _parts(annotation: Any) -> Iterator[Any]:
    """Give an annotation and what it is made of."""
    yield annotation
    if annotation != DelegationCode:
        for inner in get_args(annotation):
            yield from _parts(inner)


def _coded(value: Any, plan: Plan, most: int) -> Any:
    """Return the codes of what names mean; more than there may be are left to the act unread."""
    if most == ONE:
        return next(iter(_each(value, plan)), value)
    if isinstance(value, list) and len(value) <= most:
        return [code for item in value for code in _each(item, plan)]
    return value


def _each(value: Any, plan: Plan) -> list[Any]:
    """Return the code of what one text means; what only looks like a code is left to the act."""
    if not isinstance(value, str) or not value.strip():
        return [value]
    from tipfloor.core.plan.typed_names import read_names  # for acts that name somebody

    reading = read_names(plan, value)
    codes = [row.code for row in reading.taken]
    if len(codes) == 1 and not reading.joint:
        return list(codes)
    if _CODE.fullmatch(value.strip()):
        return [value]
    raise Unclear(_asked(value, reading, plan))


def _asked(value: str, reading: Reading, plan: Plan) -> str:
    shown = plain(value)
    rows = (reading.asked or reading.taken)[:MOST_OFFERED]
    if not rows:
        return say("cli.no_delegation", given=shown)
    names = beside(f"{row.code} {plain(plan.name_of(row.code))}" for row in rows)
    return say("cli.which_delegation", given=shown, offered=names)
