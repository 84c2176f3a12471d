"""Dates as documents have them: the month in full, days of one month together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from tipfloor.words import say
from tipfloor.words.joining import beside

RANGE = 3
"""Days in a row that are told by the first and the last."""


def date_whole(when: date) -> str:
    """Return a date such as "5 February 2024"."""
    return dates_whole([when])


def dates_whole(days: Iterable[date]) -> str:
    """Return dates such as "5 and 6 February 2024", or "30 May and 2 June 2024"."""
    months = groupby(sorted(set(days)), key=lambda day: (day.year, day.month))
    parts = [
        say("times.date_whole", days=_days(list(found)), month=_month(month), year=year)
        for (year, month), found in months
    ]
    return _and(parts)


def _month(number: int) -> str:
    return say(f"times.month_whole_{number}")


def _days(days: list[date]) -> str:
    """Return the days of one month: in a row, the first and the last."""
    first, last = days[0], days[-1]
    if len(days) >= RANGE and last - first == timedelta(days=len(days) - 1):
        return f"{_day(first)}\N{EN DASH}{_day(last)}"
    return _and([_day(day) for day in days])


def _day(day: date) -> str:
    return say("times.first_day") if day.day == 1 else str(day.day)


def _and(parts: list[str]) -> str:
    *former, last = parts
    return say("times.days_and", former=beside(former), last=last) if former else last
