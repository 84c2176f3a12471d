"""Times as people and machines read them: of day, of the calendar, and lengths of time."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tipfloor.core.ground.instant import Instant
from tipfloor.words import say


def wall(at: Instant, zone: ZoneInfo, *, seconds: bool = False) -> str:
    """Return the time of day in a zone, such as "11:03", or "11:03:08" with seconds."""
    return at.utc.astimezone(zone).strftime("%H:%M:%S" if seconds else "%H:%M")


def hour(at: datetime, zone: ZoneInfo, today: date) -> str:
    """Return the time of day in a zone, with its weekday where it is of another day than today."""
    local = at.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == today else f"{weekday(local)} {local:%H:%M}"


def weekday(when: date) -> str:
    """Return a day of the week, such as "Mon"."""
    return say(f"times.weekday_{when.isoweekday()}")


def day(at: Instant, zone: ZoneInfo) -> str:
    """Return the day in a zone, such as "Mon 5 Feb"."""
    return _calendar("times.day", at.utc.astimezone(zone).date())


def date_of(when: date) -> str:
    """Return a date with its year, such as "Mon 5 Feb 2024"."""
    return _calendar("times.date", when)


def span(milliseconds: int) -> str:
    """Return a length of time in whole seconds begun and done, such as "1:58" or "1:02:03"."""
    whole = abs(milliseconds) // 1000
    minutes, left = divmod(whole, 60)
    hours, minutes_left = divmod(minutes, 60)
    clock = f"{hours}:{minutes_left:02}:{left:02}" if hours else f"{minutes}:{left:02}"
    return f"-{clock}" if milliseconds < 0 and whole else clock


def span_exact(milliseconds: int) -> str:
    """Return a length of time to the tenth of a second begun and done, such as "1:58.3"."""
    tenths = abs(milliseconds) // 100
    sign = "-" if milliseconds < 0 and tenths else ""
    return f"{sign}{span(tenths * 100)}.{tenths % 10}"


def span_whole(milliseconds: int) -> str:
    """Return a length of time to the millisecond, such as "1:58.250", so that sums add up."""
    sign = "-" if milliseconds < 0 else ""
    return f"{sign}{span(abs(milliseconds))}.{abs(milliseconds) % 1000:03}"


def iso(at: Instant, zone: ZoneInfo) -> str:
    """Return an instant as ISO 8601 with milliseconds and the zone's offset."""
    return iso_of(at.utc, zone)


def iso_of(at: datetime, zone: ZoneInfo) -> str:
    """Return a time as ISO 8601 with milliseconds and the zone's offset."""
    return at.astimezone(zone).isoformat(timespec="milliseconds")


def seconds(milliseconds: int) -> str:
    """Return a length of time in seconds with three decimals, such as "118.250"."""
    return f"{milliseconds / 1000:.3f}"


def _calendar(key: str, when: date) -> str:
    return say(
        key,
        weekday=weekday(when),
        day=when.day,
        month=say(f"times.month_{when.month}"),
        year=when.year,
    )
