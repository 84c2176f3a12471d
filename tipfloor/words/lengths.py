"""Lengths of time in sentences, as language and body have them: "1 minute 58 seconds".

Tables, screens and machines have them otherwise: `times.py`.
"""

from __future__ import annotations

from tipfloor.words import count, say

UNITS = ("language.hours", "language.minutes", "language.seconds")


def length_in_full(milliseconds: int) -> str:
    """Return a length of time in words, to the nearest second: "1 hour 2 minutes 3 seconds"."""
    minutes, seconds = divmod((milliseconds + 500) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    numbers = zip(UNITS, (hours, minutes, seconds), strict=True)
    parts = [count(unit, number) for unit, number in numbers if number]
    if not parts:
        return count("language.seconds", 0)
    if len(parts) == len(UNITS):
        return say("language.length_three", first=parts[0], former=parts[1], last=parts[2])
    *former, last = parts
    return say("language.length_two", former=former[0], last=last) if former else last


def length_exact(milliseconds: int) -> str:
    """Return a length of time to the millisecond, so that sums add up: "1 min 58.250 s"."""
    if milliseconds < 0:
        return f"-{length_exact(-milliseconds)}"
    minutes, left = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    seconds = f"{left // 1000}{say('language.decimal')}{left % 1000:03}"
    if hours:
        return say("language.exact_hours", hours=hours, minutes=minutes, seconds=seconds)
    if minutes:
        return say("language.exact_minutes", minutes=minutes, seconds=seconds)
    return say("language.exact_seconds", seconds=seconds)
