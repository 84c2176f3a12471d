"""Who may vote, and that no tally has more votes than there are voters."""

from __future__ import annotations

from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.registration.quorum import entitled, seats
from tipfloor.core.state.meeting import Meeting


def voters(meeting: Meeting) -> int:
    """Return how many may vote: the states present; all entitled where no roll is kept.

    A body without states, such as a town council, has as many voters as its roster has rows unless
    its rules say how many are entitled to sit.
    """
    if meeting.attendance and seats(meeting):
        return len(meeting.checked_in & seats(meeting))
    return entitled(meeting) or len(meeting.plan.delegations)


def refuse_too_many(meeting: Meeting, cast: int) -> None:
    """Refuse a tally above the voters present."""
    present = voters(meeting)
    if cast > present:
        raise Refused("too_many_votes", Rule.VOTING, cast=cast, present=present)
