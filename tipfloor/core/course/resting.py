"""When the record is told by a code: as the meeting is adjourned, and as it is closed."""

from __future__ import annotations

from tipfloor.core.course.adjournment import MeetingAdjourned
from tipfloor.core.course.closure import MeetingClosed
from tipfloor.core.ground.event import Recorded


def is_coded(recorded: Recorded) -> bool:
    """Tell whether the minutes are to have a code of the record as it stands behind an event."""
    return isinstance(recorded.event, MeetingAdjourned | MeetingClosed)
