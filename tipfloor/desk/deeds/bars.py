"""What bars a deed: it would be refused whatever is answered, so nothing is asked."""

from __future__ import annotations

from tipfloor.core.floor.floor import refuse_while_taken
from tipfloor.core.ground.instant import Instant
from tipfloor.core.registration.registration import refuse_while_empty
from tipfloor.core.state.meeting import Meeting


def once_closed(meeting: Meeting, now: Instant) -> None:
    """Bar it once the meeting is closed. Raises Refused."""
    meeting.refuse_once_closed()


def while_still(meeting: Meeting, now: Instant) -> None:
    """Bar it while the meeting stands still, and once it is closed. Raises Refused."""
    meeting.refuse_while_suspended()


def while_taken(meeting: Meeting, now: Instant) -> None:
    """Bar it while somebody has the floor as well. Raises Refused."""
    meeting.refuse_while_suspended()
    refuse_while_taken(meeting, now)


def while_empty(meeting: Meeting, now: Instant) -> None:
    """Bar it while no delegation is there. Raises Refused."""
    refuse_while_empty(meeting)
