"""Whether the machine's clock is held to that of a time server, by the kernel's own word."""

from __future__ import annotations

import ctypes
import sys
from typing import NamedTuple

from tipfloor.commands.readiness.finding import Finding, bad, good, note

UNSYNCHRONIZED = 0x0040
"""STA_UNSYNC of adjtimex(2): nothing has set the clock right of late."""


class Discipline(NamedTuple):
    """Whether something holds the kernel's clock, and by how many ms it is wrong at most."""

    held: bool
    error: int


class _Timex(ctypes.Structure):
    """The beginning of `struct timex`, and room for all of it."""

    _fields_ = [
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("frequency", ctypes.c_long),
        ("most", ctypes.c_long),
        ("estimated", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_byte * 256),
    ]


def look() -> Finding:
    """Return what there is to say of the machine's clock."""
    return judged(_asked())


def judged(found: Discipline | None) -> Finding:
    """Return what a clock's discipline means for a meeting; None where the system tells nothing."""
    if found is None:
        return note("clock_unknown")
    return good("clock", error=found.error) if found.held else bad("clock_alone")


def _asked() -> Discipline | None:
    """Ask the kernel, which changes nothing; None where it does not answer."""
    if sys.platform != "linux":
        return None
    timex = _Timex()
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.byref(timex))
    except (OSError, AttributeError):
        return None
    if state < 0:
        return None
    return Discipline(not timex.status & UNSYNCHRONIZED, -(-timex.most // 1000))
