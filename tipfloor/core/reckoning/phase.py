"""What the clock says of the floor at an instant."""

from __future__ import annotations

from tipfloor.core.ground.instant import Instant, Phase, phase_of
from tipfloor.core.state.meeting import Meeting


def phase_at(meeting: Meeting, now: Instant) -> Phase:
    """Return the phase of the floor, and what stands in its place where nobody has it."""
    floor = meeting.floor
    if meeting.closed_at:
        return Phase.CLOSED
    if meeting.suspended_at:
        return Phase.SUSPENDED
    if floor is None and meeting.interlude:
        return Phase.INTERLUDE
    if floor is None:
        return Phase.CALLED if meeting.speakers().called else Phase.FREE
    if floor.pause:
        return Phase.PAUSED
    phase = phase_of(floor.left(now), meeting.plan.rules.warnings_at_seconds)
    calm = phase is Phase.SPEAKING and floor.reached_planned(now)
    return Phase.PLANNED if calm else phase
