"""What the chair says of a decision just taken."""

from __future__ import annotations

from tipfloor.core.state.decision import Decision
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.chair.said import Said, so
from tipfloor.words import say

Business = tuple[Said, Said]
"""What was just decided, and what is asked next; each empty where there is nothing."""


def just_decided(meeting: Meeting, decision: Decision | None, what: str, fate: str) -> Said:
    """Return the decision in words, as long as nothing else has happened since."""
    if decision is None or decision.at != meeting.latest:
        return ()
    if fate not in ("adopted", "adopted_as_amended"):
        return so(say(f"chair.fate_{fate}", what=what))
    if tally := decision.taken.tally:
        return so(say("chair.carried", what=what, high=tally[0], low=tally[1]))
    return so(say("chair.so_decided"))
