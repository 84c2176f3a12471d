"""Times of day as a part of the record tells them: with the day where its face does not say it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Stage
from tipfloor.words import say
from tipfloor.words.times import day, wall
from tipfloor.words.when import Span, When, between, when


class Times(Struct, frozen=True):
    """Tells times in a zone; those of `only`, the one day that a reader knows, stand alone."""

    zone: ZoneInfo
    only: date | None

    def told(self, at: Instant) -> str:
        """Return the time of day of an instant, with its day where that is not known."""
        time = wall(at, self.zone, seconds=True)
        if local_date(at, self.zone) == self.only:
            return time
        return say("export.day_and_time", day=day(at, self.zone), time=time)

    def ended(self, began: Instant, ended: Instant) -> str:
        """Return when something ended whose beginning was told: its day only where it is later."""
        return Times(self.zone, local_date(began, self.zone)).told(ended)

    def spanned(self, began: Instant, ended: Instant | None) -> str:
        """Return the times from a beginning to its end, open while it lasts, for a cell."""
        return f"{self.told(began)}\N{EN DASH}{self.ended(began, ended) if ended else ''}"

    def when(self, at: Instant) -> When:
        """Return an instant as sentences need it, with its day where that is not known."""
        return when(at, self.zone, with_day=local_date(at, self.zone) != self.only)

    def between(self, began: Instant, ended: Instant) -> Span:
        """Return the time from an instant to another as sentences need it."""
        known = local_date(began, self.zone) == self.only
        return between(began, ended, self.zone, with_day=not known)

    def over(self, instants: Iterable[Instant]) -> Times:
        """Return the times of a table: where a row is of another day, each has its own."""
        known = all(local_date(at, self.zone) == self.only for at in instants)
        return self if known else Times(self.zone, None)


def times_of(meeting: Meeting, code: str, now: Instant) -> Times:
    """Return the times of a moment or session by its code: its day is known if it was held on one.

    Both the beginning and the end of each time that it was on are told on its face.
    """
    stages = (item for item in (*meeting.moments, *meeting.sessions) if item.code == code)
    return Times(meeting.plan.zone, _only(stages, meeting.plan.zone, now))


def times_at_all(meeting: Meeting, instants: Iterable[Instant]) -> Times:
    """Return the times of a list that no heading dates: they stand alone on the meeting's day."""
    zone = meeting.plan.zone
    days = {local_date(at, zone) for at in instants}
    return Times(zone, days.pop() if len(days) == 1 else None)


def local_date(at: Instant, zone: ZoneInfo) -> date:
    """Return the day of the calendar in a zone."""
    return at.utc.astimezone(zone).date()


def _only(stages: Iterable[Stage], zone: ZoneInfo, now: Instant) -> date | None:
    days = {
        local_date(at, zone) for item in stages for at in (item.started_at, item.ended_at or now)
    }
    return days.pop() if len(days) == 1 else None
