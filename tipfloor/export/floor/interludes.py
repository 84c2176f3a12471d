"""Interludes and outages of the webcast, with the times at which they were on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tipfloor.core.ground.listed import session_of
from tipfloor.core.state.interlude import Interlude, Outage
from tipfloor.export.list.unheard import moment_title, session_title
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.telltime import times_of
from tipfloor.words import say
from tipfloor.words.lengths import length_in_full
from tipfloor.words.offered import interlude_text
from tipfloor.words.times import iso


class HeldInterlude(Struct, frozen=True):
    """A time without a speaker; times are ISO 8601, `ended_at` is None while it is on."""

    what: str
    moment_code: str
    moment: str
    session_code: str | None
    session: str | None
    started_at: str
    ended_at: str | None
    seconds: float
    planned_seconds: float | None


class HeldOutage(Struct, frozen=True):
    """A time without webcast; times are ISO 8601, `ended_at` is None while it lasts."""

    moment_code: str
    moment: str
    session_code: str | None
    session: str | None
    started_at: str
    ended_at: str | None
    seconds: float


def interludes(snapshot: Snapshot) -> list[HeldInterlude]:
    """Return the interludes in order."""
    return [
        HeldInterlude(
            what=interlude_text(item.what),
            moment_code=item.moment,
            moment=moment_title(snapshot.meeting, item.moment),
            session_code=item.session and session_of(item.session),
            session=_session(snapshot, item),
            started_at=iso(item.started_at, snapshot.meeting.plan.zone),
            ended_at=_ended(snapshot, item),
            seconds=item.lasted(snapshot.now) / 1000,
            planned_seconds=None if item.planned is None else item.planned / 1000,
        )
        for item in snapshot.meeting.interludes
    ]


def outages(snapshot: Snapshot) -> list[HeldOutage]:
    """Return the outages in order; what failed in particular is internal."""
    return [
        HeldOutage(
            moment_code=item.moment,
            moment=moment_title(snapshot.meeting, item.moment),
            session_code=item.session and session_of(item.session),
            session=_session(snapshot, item),
            started_at=iso(item.started_at, snapshot.meeting.plan.zone),
            ended_at=_ended(snapshot, item),
            seconds=item.lasted(snapshot.now) / 1000,
        )
        for item in snapshot.meeting.outages
    ]


def interludes_told(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give a line for each interlude of a moment."""
    for item in snapshot.meeting.interludes:
        if item.moment == moment:
            key = "export.interlude" if item.ended_at else "export.interlude_on"
            yield say(key, what=interlude_text(item.what), **_times(snapshot, item))


def outages_told(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give a line for each outage that began in a moment."""
    for item in snapshot.meeting.outages:
        if item.moment == moment:
            key = "export.outage" if item.ended_at else "export.outage_on"
            yield say(key, **_times(snapshot, item))


def _times(snapshot: Snapshot, item: Interlude | Outage) -> dict[str, object]:
    times = times_of(snapshot.meeting, item.moment, snapshot.now)
    return {
        "start": times.when(item.started_at),
        "span": times.between(item.started_at, item.ended_at or snapshot.now),
        "lasted": length_in_full(item.lasted(snapshot.now)),
    }


def _ended(snapshot: Snapshot, item: Interlude | Outage) -> str | None:
    return iso(item.ended_at, snapshot.meeting.plan.zone) if item.ended_at else None


def _session(snapshot: Snapshot, item: Interlude | Outage) -> str | None:
    return session_title(snapshot.meeting, item.session) if item.session else None
