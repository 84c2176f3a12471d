"""Offsets in a recording as its players write and read them."""

from __future__ import annotations

import re

OFFSET = re.compile(
    r"(?:(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,2}):)?(?P<s>\d{1,6})(?:[.,](?P<ms>\d{1,3}))?"
)
"""Hours, minutes and seconds, or seconds alone, with up to three decimals."""


def read_offset(text: str) -> int | None:
    """Return an offset such as "0:01:35" or "95.5" in milliseconds, None where it is none."""
    found = OFFSET.fullmatch(text.strip())
    if (
        found is None
        or (found["m"] and int(found["s"]) > 59)
        or (found["h"] and int(found["m"]) > 59)
    ):
        return None
    seconds = int(found["h"] or 0) * 3600 + int(found["m"] or 0) * 60 + int(found["s"])
    return seconds * 1000 + int((found["ms"] or "").ljust(3, "0"))


def exact(milliseconds: int) -> str:
    """Return an offset to the millisecond, such as "00:01:35.000"."""
    seconds, left = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{left:03}"


def in_lists(milliseconds: int) -> str:
    """Return an offset in whole seconds, as lists of video sites have it: "1:35" or "3:01:35"."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
