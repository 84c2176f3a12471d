"""Time zones by name, as far as the machine knows them."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

_NAME = re.compile(r"(?!posix/|right/)[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*")


def zone_named(name: str) -> ZoneInfo | None:
    """Return a time zone such as Europe/Madrid; None where there is no such zone."""
    if not _NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
