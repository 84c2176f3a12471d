"""Times of day and of the calendar as sentences need them: at, since, till, from one to another."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tipfloor.core.ground.instant import Instant
from tipfloor.words import of_language, say
from tipfloor.words.calendar import date_in_full, local_moment_in_full, time_in_full
from tipfloor.words.plain import plain

FORMS = ("at", "since", "till", "from", "to")
"""What sentences ask of a time: `at` it, `since` and `till` it, `from` it `to` another."""

HOUR = re.compile(r"([01]?[0-9]|2[0-3])[:.hH]([0-5][0-9])")
"""An hour as it is typed: 14:00, 14.00 or 14h00."""


class When:
    """A local time in words: `{when}` by itself, `{when.at}` and so on in a form.

    It has its day where `with_day` says so, and stands as 14:30 where a screen shows it.
    """

    __slots__ = ("_local", "_on_screen", "_with_day")

    def __init__(self, local: datetime, *, with_day: bool = False, on_screen: bool = False) -> None:
        self._local, self._with_day, self._on_screen = local, with_day, on_screen

    def __str__(self) -> str:
        if self._with_day:
            return local_moment_in_full(self._local)
        return f"{self._local:%H:%M}" if self._on_screen else time_in_full(self._local)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __getattr__(self, form: str) -> str:
        if form not in FORMS:
            raise AttributeError(form)
        if self._with_day:
            on = local_moment_in_full(self._local, on=True)
            return say(f"language.day_{form}", when=self, on=on)
        one = self._local.hour == 1 and of_language(f"time_{form}_one")
        return say(f"language.time_{form}{'_one' if one else ''}", time=self)


class Announced:
    """When a meeting is to go on, as somebody typed it: an hour, or any words such as a day."""

    __slots__ = ("_on_screen", "_words")

    def __init__(self, words: str, *, on_screen: bool = False) -> None:
        self._words, self._on_screen = plain(words), on_screen

    def __str__(self) -> str:
        return self._words

    def __format__(self, spec: str) -> str:
        return format(self._words, spec)

    @property
    def till(self) -> str:
        """The words that say until when."""
        if hour := HOUR.fullmatch(self._words.strip()):
            local = datetime.min.replace(hour=int(hour[1]), minute=int(hour[2]), tzinfo=UTC)
            return When(local, on_screen=self._on_screen).till
        return say("language.words_till", words=self._words)


class Span:
    """From one local time to another: `{span}` by itself, with its day where that is told."""

    __slots__ = ("_end", "_start", "_with_day")

    def __init__(self, start: datetime, end: datetime, *, with_day: bool = False) -> None:
        self._start, self._end, self._with_day = start, end, with_day

    def __str__(self) -> str:
        over_days = self._start.date() != self._end.date()
        start = When(self._start, with_day=self._with_day and over_days)
        span = say("language.span", start=start, end=When(self._end, with_day=over_days))
        if over_days or not self._with_day:
            return span
        day = self._start.date()
        on = date_in_full(day, on=True)
        return say("language.span_on_day", day=date_in_full(day), on=on, span=span)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def between(start: Instant, end: Instant, zone: ZoneInfo, *, with_day: bool = False) -> Span:
    """Return the time from an instant to another in words, as they are in a zone."""
    return Span(start.utc.astimezone(zone), end.utc.astimezone(zone), with_day=with_day)


def when(at: Instant, zone: ZoneInfo, *, with_day: bool = False) -> When:
    """Return an instant in words, as it is in a zone."""
    return When(at.utc.astimezone(zone), with_day=with_day)
