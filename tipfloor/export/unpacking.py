"""Rows as sound values for JSON; `dataclasses.asdict` copies deeply and takes twice the time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from tipfloor.words.plain import sound

LEAVES = (int, float, bool, type(None))


def unpacked(value: Any) -> Any:
    """Return a row, or anything within one, as dicts, lists and plain values."""
    if isinstance(value, str):
        return sound(value)
    if type(value) in LEAVES:
        return value
    if hasattr(value, "__dataclass_fields__") or isinstance(value, Mapping):
        return {sound(key): unpacked(item) for key, item in opened(value).items()}
    return [unpacked(item) for item in value]


def opened(value: Any) -> dict[str, Any]:
    """Return a row or a mapping as a dict, what is within it as it stands."""
    if isinstance(value, Mapping):
        return dict(value)
    return {name: getattr(value, name) for name in _names(value.__class__)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
