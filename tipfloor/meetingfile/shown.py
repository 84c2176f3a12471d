"""A value of the meeting file in words: what was found, and what changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tipfloor.meetingfile.fault import plain
from tipfloor.words import say

_LONGEST = 60
_MOST_BITS = 200


def found(value: Any) -> str:
    """Say what stands in the file, short and safe to print, however large the value is."""
    if isinstance(value, dict):
        return say("faults.found_table")
    if isinstance(value, (list, tuple)):
        return say("faults.found_list" if value else "faults.found_empty_list", number=len(value))
    if isinstance(value, str):
        return _found_text(value)
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return say("faults.found_huge")
    return shown(value)


def _found_text(text: str) -> str:
    if not text.strip():
        return say("faults.found_empty_text")
    if len(text) > _LONGEST:
        return say("faults.found_long_text", start=plain(text[:_LONGEST]), length=len(text))
    return say("faults.found_text", text=plain(text))


def shown(value: Any) -> str:
    """Write a value as the meeting file has it, whole."""
    if value is None:
        return say("faults.not_stated")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        even = not (value.second or value.microsecond)
        return value.isoformat(" ", "minutes" if even else "auto")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(shown, value)) + "]"
    return f'"{plain(value)}"' if isinstance(value, str) else str(value)
