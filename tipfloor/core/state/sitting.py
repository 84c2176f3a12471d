"""Sittings of a meeting, and the times for which it was suspended or adjourned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.interval import Interval
from tipfloor.core.ground.value import Trimmed

Resumption = Annotated[str, Meta(min_length=1, max_length=80), Trimmed()]
"""When a meeting is to go on, as it is announced: 14:30, or tomorrow at 10:00."""

NEW_SITTING_AFTER = timedelta(hours=4) // timedelta(milliseconds=1)
"""Milliseconds: a silence this long ends a sitting, so that a desk that is left on
overnight begins a new day."""


class Suspension(Interval, frozen=True):
    """A time in which the meeting stood still; `resumes` is when it is to go on, as announced."""

    kind: Literal["suspension", "adjournment"] = "suspension"
    reason: str | None = None
    resumes: str | None = None
    moment: str = ""
    session: str | None = None


class Sitting(Struct, frozen=True):
    """A sitting, numbered from 1; `day` is the date on which it began, even past midnight."""

    number: int
    day: str
    began_at: Instant
    ended_at: Instant | None = None


def is_long(milliseconds: int) -> bool:
    """Tell whether a silence of so many milliseconds ends a sitting."""
    return milliseconds >= NEW_SITTING_AFTER


def ended(sittings: tuple[Sitting, ...], at: Instant) -> tuple[Sitting, ...]:
    """Return the sittings with the last one ended, where it was still on."""
    if not sittings or sittings[-1].ended_at is not None:
        return sittings
    return (*sittings[:-1], replace(sittings[-1], ended_at=at))


def begun(
    sittings: tuple[Sitting, ...], at: Instant, day: str, since: Instant
) -> tuple[Sitting, ...]:
    """Return the sittings with another one begun; the former ended at `since` at the latest."""
    return (*ended(sittings, since), Sitting(len(sittings) + 1, day, at))


def sitting_of(sittings: Iterable[Sitting], at: Instant) -> Sitting | None:
    """Return the sitting to which an instant belongs."""
    before = [item for item in sittings if at.reached(item.began_at)]
    return before[-1] if before else None
