"""Who may vote, that no tally has more votes than there are voters, and when few of them vote."""

from __future__ import annotations

from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.registration.quorum import entitled, may
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.taken import Tally


def voters(meeting: Meeting) -> int:
    """Return how many may vote: those present; all entitled where no roll is kept."""
    if meeting.attendance:
        return len(meeting.checked_in & may(meeting, meeting.plan.rules.may_vote))
    return entitled_to_vote(meeting)


def entitled_to_vote(meeting: Meeting) -> int:
    """Return the base of a majority of the members, with observers where the rules let them vote.

    A figure in the rules is that of the members.
    """
    others = may(meeting, meeting.plan.rules.may_vote) - may(meeting, "members")
    return entitled(meeting) + len(others)


def refuse_too_many(meeting: Meeting, cast: int) -> None:
    """Refuse a tally above the voters present."""
    present = voters(meeting)
    if cast > present:
        raise Refused("too_many_votes", Rule.VOTING, cast=cast, present=present)


def ask_few(meeting: Meeting, tally: Tally, *, insist: bool) -> None:
    """Refuse a vote in which fewer took part than the quorum to vote, until the desk insists."""
    needed = meeting.plan.rules.quorum_to_vote
    if tally.voting < needed and not insist:
        raise Refused("few_voting", Rule.QUORUM, voting=tally.voting, needed=needed)
