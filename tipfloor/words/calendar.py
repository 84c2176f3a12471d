"""Days, times of day, shares and lengths of time in sentences, as language and body have them.

Tables, screens and machines have them otherwise: `times.py`.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tipfloor.core.ground.instant import Instant
from tipfloor.words import of_language, say


def date_in_full(when: date, *, on: bool = False) -> str:
    """Return a day such as "Monday, February 5, 2024".

    What happened `on` it may need other words, such as "na segunda-feira".
    """
    on = on and bool(of_language("weekday_on_1"))
    return say(
        "language.date",
        weekday=say(f"language.weekday_{'on_' if on else ''}{when.isoweekday()}"),
        day=say("language.day_first") if when.day == 1 else when.day,
        month=say(f"language.month_{when.month}"),
        year=when.year,
    )


def time_in_full(at: datetime) -> str:
    """Return a local time of day such as "2:30 p.m."."""
    sharp = not at.minute and of_language("time_sharp")
    return say(
        "language.time_sharp" if sharp else "language.time",
        hour=at.hour,
        hour12=at.hour % 12 or 12,
        minute=f"{at.minute:02}",
        half=say("language.half_pm" if at.hour >= 12 else "language.half_am"),
    )


def moment_in_full(at: Instant, zone: ZoneInfo, *, on: bool = False) -> str:
    """Return day and time of an instant such as "Monday, February 5, 2024, at 9:30 a.m."."""
    return local_moment_in_full(at.utc.astimezone(zone), on=on)


def local_moment_in_full(local: datetime, *, on: bool = False) -> str:
    """Return day and time such as "Monday, February 5, 2024, at 9:30 a.m."."""
    one = local.hour == 1 and of_language("date_and_time_one")
    return say(
        "language.date_and_time_one" if one else "language.date_and_time",
        date=date_in_full(local.date(), on=on),
        time=time_in_full(local),
    )


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage, such as "12.3%"."""
    number = f"{share * 100:.1f}".replace(".", say("language.decimal"))
    return say("language.percent", number=number)
