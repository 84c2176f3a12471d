"""The sittings of a meeting, and when it was suspended or adjourned."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tipfloor.core.state.sitting import Suspension, sitting_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.times import iso
from tipfloor.words.when import between, when


class SuspensionRow(Struct, frozen=True):
    """A suspension or adjournment; `until` is None while it is on, `resumes` is as announced.

    `code` is that of the record at an adjournment, as it was to be read into the minutes.
    """

    kind: str
    since: str
    until: str | None
    reason: str | None
    resumes: str | None
    code: str | None


class SittingRow(Struct, frozen=True):
    """A sitting with its suspensions; `day` is the one on which it began, even past midnight."""

    number: int
    day: str
    began_at: str
    ended_at: str | None
    suspensions: tuple[SuspensionRow, ...]


def sittings(snapshot: Snapshot) -> list[SittingRow]:
    """Return every sitting in order; why it was suspended is internal."""
    meeting, zone = snapshot.meeting, snapshot.meeting.plan.zone
    return [
        SittingRow(
            number=item.number,
            day=item.day,
            began_at=iso(item.began_at, zone),
            ended_at=iso(item.ended_at, zone) if item.ended_at else None,
            suspensions=tuple(
                _row(snapshot, stop)
                for stop in meeting.frozen
                if sitting_of(meeting.sittings, stop.since) == item
            ),
        )
        for item in meeting.sittings
    ]


def _row(snapshot: Snapshot, stop: Suspension) -> SuspensionRow:
    zone = snapshot.meeting.plan.zone
    return SuspensionRow(
        kind=stop.kind,
        since=iso(stop.since, zone),
        until=iso(stop.until, zone) if stop.until else None,
        reason=stop.reason if snapshot.internal else None,
        resumes=stop.resumes,
        code=snapshot.codes.get(stop.since),
    )


def suspensions(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give a line for each time that the meeting stood still in a moment."""
    zone = snapshot.meeting.plan.zone
    for stop in snapshot.meeting.frozen:
        if stop.moment != moment:
            continue
        if stop.until is None:
            since = when(stop.since, zone, with_day=True)
            yield say(f"export.since_{stop.kind}", since=since)
        else:
            span = between(stop.since, stop.until, zone, with_day=True)
            yield say(f"export.stood_{stop.kind}", span=span)
        if stop.since in snapshot.codes:
            yield say("export.record_code", code=snapshot.codes[stop.since])
