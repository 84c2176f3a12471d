"""What the desk offers in words and the record keeps as a code: interludes, rulings, reasons.

Words that were typed instead stay as they are, in every language.
"""

from __future__ import annotations

from tipfloor.words import has, say
from tipfloor.words.plain import plain

INTERLUDES = ("minute_of_silence", "film", "photograph")
"""The interludes that are offered."""

RULINGS = ("sustained", "not_sustained", "no_ruling")
"""The rulings on a point of order that are offered."""

OFFERED = frozenset((*INTERLUDES, *RULINGS))
"""The codes that stand where otherwise typed words do."""


def interlude_text(what: str) -> str:
    """Return what an interlude is, on one line and free of control characters."""
    return say(f"log.interlude_{what}") if what in INTERLUDES else plain(what)


def ruling_text(ruling: str) -> str:
    """Return the ruling on a point of order, on one line and free of control characters."""
    return say(f"log.ruling_{ruling}") if ruling in RULINGS else plain(ruling)


def reason_text(reason: str) -> str:
    """Return why the clock or the meeting stands, or any other reason, on one line."""
    key = f"log.reason_{reason}"
    return say(key) if has(key) else plain(reason)
