"""The moments and sessions of a meeting as planned and as held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from tipfloor.core.reckoning.timetable import held_row
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Stage
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.times import iso


class Visit(Struct, frozen=True):
    """From when to when a moment or session was on; `ended_at` is None while it is."""

    started_at: str
    ended_at: str | None


class HeldSession(Struct, frozen=True):
    """A session with its topic, as planned and as held; left and resumed, it has more visits.

    The differences are how much later than planned it began and ended, negative where earlier.
    """

    code: str
    title: str
    topic: str
    planned_start: str | None
    planned_end: str | None
    visits: tuple[Visit, ...]
    start_difference_seconds: int | None
    end_difference_seconds: int | None


class HeldMoment(Struct, frozen=True):
    """A moment, numbered from 1, as planned and as held, with its sessions."""

    number: int
    code: str
    title: str
    planned_start: str | None
    planned_end: str | None
    visits: tuple[Visit, ...]
    start_difference_seconds: int | None
    end_difference_seconds: int | None
    sessions: tuple[HeldSession, ...]


def moments(snapshot: Snapshot) -> list[HeldMoment]:
    """Return every moment of the plan in its order, of a chosen part those that have some of it."""
    meeting, chosen = snapshot.meeting, snapshot.scope.part
    held = {stage.code for stage in meeting.moments}
    return [
        HeldMoment(
            number=number,
            code=planned.code,
            title=planned.title,
            planned_start=_local(meeting, planned.starts),
            planned_end=_local(meeting, planned.ends),
            visits=_visits(meeting, meeting.moments, planned.code),
            start_difference_seconds=_late(held_row(meeting, planned).late_start),
            end_difference_seconds=_late(held_row(meeting, planned).late_end),
            sessions=tuple(
                session
                for session in _sessions(meeting, planned.code)
                if not chosen or session.visits
            ),
        )
        for number, planned in enumerate(meeting.plan.moments, start=1)
        if not chosen or planned.code in held
    ]


def _sessions(meeting: Meeting, moment: str) -> tuple[HeldSession, ...]:
    return tuple(
        HeldSession(
            code=planned.code,
            title=planned.title,
            topic=planned.topic,
            planned_start=_local(meeting, planned.starts),
            planned_end=_local(meeting, planned.ends),
            visits=_visits(meeting, meeting.sessions, planned.code),
            start_difference_seconds=_late(held_row(meeting, planned).late_start),
            end_difference_seconds=_late(held_row(meeting, planned).late_end),
        )
        for planned in meeting.plan.sessions_of(moment)
    )


def _visits(meeting: Meeting, stages: Iterable[Stage], code: str) -> tuple[Visit, ...]:
    zone = meeting.plan.zone
    return tuple(
        Visit(iso(stage.started_at, zone), iso(stage.ended_at, zone) if stage.ended_at else None)
        for stage in stages
        if stage.code == code
    )


def _late(apart: timedelta | None) -> int | None:
    return None if apart is None else round(apart.total_seconds())


def _local(meeting: Meeting, planned: datetime | None) -> str | None:
    return planned.replace(tzinfo=meeting.plan.zone).isoformat() if planned else None
