"""Rows as sound values for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from tipfloor.words.plain import sound

LEAVES = (int, float, bool, type(None))


def unpacked(value: Any) -> Any:
    """Return a row, or anything within one, as dicts, lists and plain values."""
    if isinstance(value, str):
        return sound(value)
    if type(value) in LEAVES:
        return value
    if isinstance(value, Struct | Mapping):
        return {sound(key): unpacked(item) for key, item in opened(value).items()}
    return [unpacked(item) for item in value]


def opened(value: Any) -> dict[str, Any]:
    """Return a row or a mapping as a dict, what is within it as it stands."""
    return dict(value) if isinstance(value, Mapping) else asdict(value)
