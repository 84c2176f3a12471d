"""What may be done next in a meeting at an instant, the likeliest first."""

from __future__ import annotations

from tipfloor.core.ground.instant import Instant
from tipfloor.core.leading import (  # noqa: F401 - each makes its steps known
    the_business,
    the_course,
    the_floor,
    the_list,
)
from tipfloor.core.leading.situations import SITUATIONS, Situation
from tipfloor.core.leading.step import FINDERS, Step
from tipfloor.core.state.meeting import Meeting


def next_steps(meeting: Meeting, now: Instant) -> tuple[Step, ...]:
    """Return what may be done next in a meeting as of an instant, in order of likelihood."""
    found = (step_named(name, meeting, now) for name in situation(meeting, now).needs)
    steps = {step.name: step for step in found if step}
    return tuple(steps.values())


def situation(meeting: Meeting, now: Instant) -> Situation:
    """Return the situation in which a meeting is: the first of the table that holds."""
    return next(item for item in SITUATIONS if item.holds(meeting, now))


def step_named(name: str, meeting: Meeting, now: Instant) -> Step | None:
    """Return a step by its name as it is in a meeting, None where it cannot be done."""
    return FINDERS[name](meeting, now) if name in FINDERS else Step(name)
