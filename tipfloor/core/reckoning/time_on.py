"""For how long moments and sessions were on."""

from __future__ import annotations

from collections.abc import Iterable

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.interval import within
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Stage


def time_on(meeting: Meeting, stages: Iterable[Stage], now: Instant) -> int:
    """Return the milliseconds for which some stages were on, suspensions excluded."""
    spans = [(stage.started_at, stage.ended_at or now) for stage in stages]
    return sum(
        max(0, until.since(since) - within(meeting.frozen, since, until)) for since, until in spans
    )
