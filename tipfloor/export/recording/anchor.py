"""Where a recording lies on the time of the record, and where an instant lies in the recording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.interval import Interval, within
from tipfloor.core.state.interlude import Outage
from tipfloor.core.state.meeting import Meeting


class NoAnchor(ValueError):
    """An anchor that cannot hold a recording to the record; `code` says why, `facts` what of."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


class Anchor(Struct, frozen=True):
    """An instant of the record, and how many milliseconds after its beginning a recording has it.

    `cut` are the times that are missing in the recording.
    """

    at: Instant
    offset: int
    cut: tuple[Interval, ...] = ()

    def place(self, instant: Instant) -> int:
        """Return where an instant lies in the recording, negative where it began later."""
        apart = instant.apart(self.at)
        before, after = (self.at, instant) if apart >= 0 else (instant, self.at)
        missing = within(self.cut, before, after)
        return self.offset + (apart - missing if apart >= 0 else apart + missing)


def at_remark(meeting: Meeting, number: int, offset: int) -> Anchor:
    """Return the anchor of a recording in which a remark begins at an offset. Raises NoAnchor."""
    found = next((item for item in meeting.all_remarks if item.number == number), None)
    if found is None:
        raise NoAnchor("no_remark", number=number, last=max(meeting.next_number - 1, 0))
    if not found.was_spoken:
        raise NoAnchor("in_writing", number=number)
    return Anchor(found.given_at, offset)


def at_beginning(meeting: Meeting, began: datetime) -> Anchor:
    """Return the anchor of a recording that began at a time of the wall clock. Raises NoAnchor.

    From the first thing that the record has after it the record's own clock counts, so that a
    wall clock set later moves nothing.
    """
    after = [at for at in _instants(meeting) if at.utc >= began]
    if not after:
        raise NoAnchor("after_all", time=began.isoformat())
    first = min(after, key=lambda at: at.utc)
    return Anchor(first, (first.utc - began) // timedelta(milliseconds=1))


def without(anchor: Anchor, outages: Iterable[Outage]) -> Anchor:
    """Return the anchor of a recording in which the outages of the webcast are missing."""
    cut = tuple(Interval(item.started_at, item.ended_at) for item in outages)
    return Anchor(anchor.at, anchor.offset, cut)


def _instants(meeting: Meeting) -> Iterator[Instant]:
    """Give the instants at which something was to be heard or seen."""
    yield from (item.given_at for item in meeting.all_remarks if item.was_spoken)
    yield from (item.started_at for item in meeting.interludes)
    yield from (item.started_at for item in (*meeting.moments, *meeting.sessions))
