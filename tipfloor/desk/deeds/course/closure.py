"""Deeds of the closure: close the meeting, and open it again."""

from __future__ import annotations

from tipfloor.core.course.closure import CloseMeeting, ReopenMeeting
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand


@deed(offered="C", kinds=("closing_ceremony",), some=lambda meeting: not meeting.closed_at)
def close_meeting(hand: Hand) -> None:
    """Close the meeting; what is left open is asked about."""
    hand.tell(CloseMeeting())


@deed(offered="Q", when=lambda meeting: meeting.closed_at)
def reopen_meeting(hand: Hand) -> None:
    """Open the closed meeting again."""
    hand.tell(ReopenMeeting())
