"""Days, times of day, shares and lengths of time in sentences, as language and body have them.

Tables, screens and machines have them otherwise: `times.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tipfloor.core.ground.instant import Instant
from tipfloor.words import has, say


def date_in_full(when: date, *, on: bool = False) -> str:
    """Return a day such as "Monday, February 5, 2024".

    What happened `on` it may need other words, such as "na segunda-feira".
    """
    weekday = f"language.weekday_on_{when.isoweekday()}"
    return say(
        "language.date",
        weekday=say(weekday if on and has(weekday) else f"language.weekday_{when.isoweekday()}"),
        day=say("language.day_first") if when.day == 1 else when.day,
        month=say(f"language.month_{when.month}"),
        year=when.year,
    )


def time_in_full(at: datetime) -> str:
    """Return a local time of day such as "2:30 p.m."."""
    key = "language.time" if at.minute else "language.time_sharp"
    return say(
        key if has(key) else "language.time",
        hour=at.hour,
        hour12=at.hour % 12 or 12,
        minute=f"{at.minute:02}",
        half=say("language.half_pm" if at.hour >= 12 else "language.half_am"),
    )


def moment_in_full(at: Instant, zone: ZoneInfo, *, on: bool = False) -> str:
    """Return day and time of an instant such as "Monday, February 5, 2024, at 9:30 a.m."."""
    local = at.utc.astimezone(zone)
    key = "language.date_and_time_one" if local.hour == 1 else "language.date_and_time"
    return say(key, date=date_in_full(local.date(), on=on), time=time_in_full(local))


def apart(parts: Iterable[str]) -> str:
    """Return parts that stand apart from each other within a sentence, as by a semicolon."""
    return say("language.apart").join(parts)


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage, such as "12.3%"."""
    number = f"{share * 100:.1f}".replace(".", say("language.decimal"))
    return say("language.percent", number=number)
