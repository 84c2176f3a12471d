"""Times as people and machines read them: of day, of the calendar, and lengths of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from zoneinfo import ZoneInfo

from msgspec import to_builtins

from tipfloor.core.ground.instant import Instant
from tipfloor.words import say

HOUR = len("2024-02-05T14")
UP_TO_MILLISECONDS = len("2024-02-05T14:30:12.345")
"""How far a time of ISO 8601 goes to its hour, and to its milliseconds."""

TO_MICROSECONDS = len("2024-02-05T14:30:12.345000Z")
"""How long a time of UTC is in ISO 8601, unless it is a whole second."""


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
    return stamps(zone)(at)


@lru_cache(maxsize=64)
def stamps(zone: ZoneInfo) -> Callable[[datetime], str]:
    """Return what tells times in a zone as `iso_of` does; for very many it is the quicker way."""
    hour_of = lru_cache(maxsize=1024)(partial(_hour, zone))

    def told(at: datetime) -> str:
        if at.tzinfo is UTC:
            text: str = to_builtins(at)  # a tenth of what `isoformat` takes
            found = hour_of(text[:HOUR])
            if found is not None and len(text) == TO_MICROSECONDS:
                return f"{found[0]}{text[HOUR:UP_TO_MILLISECONDS]}{found[1]}"
        return at.astimezone(zone).isoformat("T", "milliseconds")

    return told


def _hour(zone: ZoneInfo, told: str) -> tuple[str, str] | None:
    """Return an hour of UTC as a zone's clocks show it, and the zone's offset then.

    None where the minutes differ too, or the clocks are set in that hour.
    """
    began = datetime.fromisoformat(told).replace(tzinfo=UTC)
    here = began.astimezone(zone)
    offset = here.utcoffset() or timedelta()
    last = (began + timedelta(minutes=59, seconds=59)).astimezone(zone).utcoffset()
    if offset % timedelta(hours=1) or offset != last:
        return None
    shown = here.isoformat(timespec="hours")
    return shown[:HOUR], shown[HOUR:]


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
