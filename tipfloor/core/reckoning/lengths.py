"""For how long each moment and session was to be on, and for how long it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.plan import MomentPlan, SessionPlan
from tipfloor.core.reckoning.planned import Part, span_of
from tipfloor.core.reckoning.time_on import time_on
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Stage


class Length(Struct, frozen=True):
    """A moment or a session that was held, with its lengths in milliseconds.

    `number` is the place of the moment from 1, None for a session; `planned` is None where the
    plan gives no times; `actual` has no suspensions in it.
    """

    part: Part
    number: int | None
    planned: int | None
    actual: int
    under_way: bool

    @property
    def difference(self) -> int | None:
        """The milliseconds that it took more than planned, negative where it took less.

        None without planned times, and while it is under way and may still end on time.
        """
        if self.planned is None or (self.under_way and self.actual <= self.planned):
            return None
        return self.actual - self.planned


def lengths(meeting: Meeting, now: Instant) -> list[Length]:
    """Return what was held in the plan's order, the sessions of a moment below it.

    A moment is as long as its sessions together, where the plan gives these their times: a lunch
    between two of them is work neither in the plan nor in the room.
    """
    return [
        item for number, moment in _numbered(meeting) for item in _of(meeting, moment, number, now)
    ]


def _numbered(meeting: Meeting) -> Iterator[tuple[int, MomentPlan]]:
    return enumerate(meeting.plan.moments, start=1)


def _of(meeting: Meeting, moment: MomentPlan, number: int, now: Instant) -> Iterator[Length]:
    planned = meeting.plan.sessions_of(moment.code)
    every = [(item, _stages(meeting.sessions, [item.code])) for item in planned]
    timed = [length for item in planned if (length := _planned(meeting, item)) is not None]
    stages = _stages(meeting.moments, [moment.code])
    inside = _stages(meeting.sessions, [item.code for item in planned])
    if stages or inside:
        length = sum(timed) if timed else _planned(meeting, moment)
        actual = time_on(meeting, inside if timed else stages, now)
        yield Length(moment, number, length, actual, _is_on(stages))
    for item, visits in every:
        if visits:
            actual = time_on(meeting, visits, now)
            yield Length(item, None, _planned(meeting, item), actual, _is_on(visits))


def _stages(stages: Iterable[Stage], codes: list[str]) -> list[Stage]:
    return [stage for stage in stages if stage.code in codes]


def _is_on(stages: list[Stage]) -> bool:
    return any(stage.ended_at is None for stage in stages)


def _planned(meeting: Meeting, part: MomentPlan | SessionPlan) -> int | None:
    span = span_of(meeting.plan, part)
    return (span[1] - span[0]) // timedelta(milliseconds=1) if span else None
