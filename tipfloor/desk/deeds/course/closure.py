"""Deeds of the closure: close the meeting, and open it again."""

from __future__ import annotations

from tipfloor.core.course.closure import CloseMeeting, ReopenMeeting
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.desk import DeskScreen


@deed
def close_meeting(desk: DeskScreen) -> None:
    """Close the meeting; what is left open is asked about."""
    desk.tell(CloseMeeting())


@deed
def reopen_meeting(desk: DeskScreen) -> None:
    """Open the closed meeting again."""
    desk.tell(ReopenMeeting())
