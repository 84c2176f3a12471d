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

ALWAYS = (
    "admit",
    "business",
    "export",
    "find",
    "presiding",
    "quit_desk",
    "statistics",
    "timekeeper",
    "times",
)
"""What changes nothing by itself, or is possible whenever it is needed."""


def next_steps(meeting: Meeting, now: Instant) -> tuple[Step, ...]:
    """Return what may be done next in a meeting as of an instant, in order of likelihood."""
    found = (_step(name, meeting, now) for name in situation(meeting, now).needs)
    steps = {step.name: step for step in found if step}
    return tuple(steps.values())


def situation(meeting: Meeting, now: Instant) -> Situation:
    """Return the situation in which a meeting is: the first of the table that holds."""
    return next(item for item in SITUATIONS if item.holds(meeting, now))


def _step(name: str, meeting: Meeting, now: Instant) -> Step | None:
    return Step(name) if name in ALWAYS else FINDERS[name](meeting, now)
