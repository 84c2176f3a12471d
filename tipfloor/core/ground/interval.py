"""Stretches of time between two instants, and how much of them falls into another."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tipfloor.core.ground.instant import Instant


class Interval(Struct, frozen=True):
    """From one instant to another; `until` is None while it goes on."""

    since: Instant
    until: Instant | None = None

    def within(self, since: Instant, until: Instant) -> int:
        """Return the milliseconds of it that fall between two instants."""
        begins = self.since if self.since.reached(since) else since
        ends = self.until if self.until and until.reached(self.until) else until
        return ends.since(begins)


def within(intervals: Iterable[Interval], since: Instant, until: Instant) -> int:
    """Return the milliseconds of several intervals that fall between two instants."""
    return sum(interval.within(since, until) for interval in intervals)
