"""Times put right afterwards: read as people write them, and held against the other remarks."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from msgspec.structs import replace

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark

FARTHEST = timedelta(days=366)
"""A time further than a year from the one that it corrects is a slip."""

_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?")


def instant_of(typed: str, near: Instant, meeting: Meeting) -> Instant:
    """Return the instant meant by a local time, such as "11:03" or "11:03:08.5", or by ISO 8601.

    A time of day is the one nearest to `near`, so that an evening may pass midnight. The result
    counts on the clock of `near`, from what is known nearest to it: the less was the wall clock
    set in between. Raises Refused.
    """
    when = _of_day(typed, near, meeting) or _iso(typed, meeting)
    if when is None or abs(when - near.utc) > FARTHEST:
        raise Refused("unknown_time", Rule.THE_RECORD, given=typed)
    known = _known_nearest(when, near, meeting)
    return known.plus(round((when - known.utc) / timedelta(milliseconds=1)))


def retimed(remark: Remark, begin: Instant, end: Instant) -> Remark:
    """Return a remark that began and stopped at these instants, its pauses kept as they were.

    Where the limit withdraws the floor, what went beyond it is over-time, as if it had been told
    at the time.
    """
    by = "speaker" if remark.withdrawn or remark.ended_by is None else remark.ended_by
    open_again = replace(remark, given_at=begin, ended_at=None, ended_by=None, stopped_at=None)
    deadline = open_again.deadline
    if not remark.withdraws or deadline is None or deadline.reached(end):
        return open_again.ended(end, by)
    return open_again.ended(deadline, "time_limit").stopped(end)


def end_of(remark: Remark) -> Instant | None:
    """Return when whoever spoke stopped, None while it is on."""
    return remark.stopped_at if remark.withdrawn else remark.ended_at


def refuse_impossible(meeting: Meeting, remark: Remark, now: Instant) -> None:
    """Refuse times that cannot be: an end before the start, in the future, or over another remark.

    They cannot as times of day nor as they are counted, which differ where the wall clock was set.
    The refusal names the row in the way (PRACTICE section 3: never two floors).
    """
    begin, end = remark.given_at, end_of(remark) or now
    if not _before(begin, end):
        raise Refused("ends_before_start", Rule.THE_RECORD)
    if end.utc > now.utc or not now.reached(end):
        raise Refused("not_yet", Rule.THE_RECORD)
    if any(not _within(pause.since, pause.until or end, begin, end) for pause in remark.pauses):
        raise Refused("pause_outside", Rule.THE_RECORD)
    for other in meeting.all_remarks:
        if other.id == remark.id or not other.was_spoken:
            continue
        if _meet((begin, end), (other.given_at, end_of(other) or now)):
            name = meeting.plan.name_of(other.entry.delegation)
            raise Refused("floor_was_taken", Rule.ONE_FLOOR, number=other.number, delegation=name)


def _known_nearest(when: datetime, near: Instant, meeting: Meeting) -> Instant:
    changes = (change for remark in meeting.all_remarks for change in remark.changes)
    known = (change for change in changes if change.clock == near.clock)
    return min((near, *known), key=lambda one: abs(one.utc - when))


def _before(one: Instant, other: Instant) -> bool:
    return one.utc < other.utc and not one.reached(other)


def _meet(one: tuple[Instant, Instant], other: tuple[Instant, Instant]) -> bool:
    """Tell whether two stretches of time share some, as times of day or as they are counted."""
    (begin, end), (since, until) = one, other
    labelled = begin.utc < until.utc and since.utc < end.utc
    return labelled or not (begin.reached(until) or since.reached(end))


def _within(since: Instant, until: Instant, begin: Instant, end: Instant) -> bool:
    return begin.utc <= since.utc and until.utc <= end.utc


def _of_day(typed: str, near: Instant, meeting: Meeting) -> datetime | None:
    found = _TIME.fullmatch(typed.strip())
    if found is None:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    micro = int((found[4] or "0").ljust(6, "0"))
    if hour > 23 or minute > 59 or second > 59:
        return None
    zone = meeting.plan.zone
    today: date = near.utc.astimezone(zone).date()
    days = (today + timedelta(days=by) for by in (-1, 0, 1))
    clock = time(hour, minute, second, micro, tzinfo=zone)
    meant = (datetime.combine(day, clock).astimezone(UTC) for day in days)
    return min(meant, key=lambda when: abs(when - near.utc))


def _iso(typed: str, meeting: Meeting) -> datetime | None:
    try:
        when = datetime.fromisoformat(typed.strip())
    except ValueError:
        return None
    if len(typed.strip()) <= 10:
        return None
    local = when if when.tzinfo else when.replace(tzinfo=meeting.plan.zone)
    try:
        return local.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
