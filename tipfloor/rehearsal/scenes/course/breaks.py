"""Breaks between two parts of the meeting: lunch, and the night."""

from __future__ import annotations

from datetime import datetime, timedelta

from tipfloor.rehearsal.player import Player

LONG_BREAK = timedelta(minutes=40)
"""A gap in the plan from which on the meeting is suspended in between."""


def pause_between(player: Player, ends: datetime | None, starts: datetime | None) -> None:
    """Suspend the meeting over a gap between the planned end of one part and the next's start."""
    if ends is None or starts is None or starts - ends < LONG_BREAK:
        return
    player.wait(20, 60)
    if starts.date() > ends.date():
        player.tell("adjourn", resumes=f"{starts:%H:%M}", waiting="carry_over")
    else:
        player.tell("suspend", reason="lunch", resumes=f"{starts:%H:%M}")
    player.wait_until(starts, late=player.chance.uniform(0, 200))
    player.tell("resume_meeting")
