"""Ids of acts: made by whoever asks, before asking, so that asking again does nothing twice."""

from __future__ import annotations

import uuid
from os import urandom


def new_act(milliseconds: int) -> str:
    """Return the id of an act that is asked at a time, milliseconds since 1970: a UUID, version 7.

    Ids sort by that time, and say nothing of the machine.
    """
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(urandom(10))
    value = value & ~(0xF << 76) | 7 << 76
    digits = f"{value & ~(0x3 << 62) | 0x2 << 62:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def read_act(given: str) -> str | None:
    """Return the id of an act as it is kept, None where what is given is no UUID."""
    try:
        return str(uuid.UUID(given)) if len(given) == 36 else None
    except ValueError:
        return None
