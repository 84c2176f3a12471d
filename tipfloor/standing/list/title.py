"""The title of the list: what it is, how it stands and how many wait."""

from __future__ import annotations

from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.list.rows import ROOM_FOR_KIND
from tipfloor.standing.times.reckoned import list_closes
from tipfloor.words import count, say
from tipfloor.words.times import wall

TITLE_FRAME = 4
"""Cells of a frame's upper line that no title can take."""


def title(meeting: Meeting, width: int) -> str:
    """Return the name of the list, whether it is open and how many wait, as it fits."""
    speakers = meeting.speakers()
    if not meeting.has_list:
        return say("desk.business")
    name = say("desk.list" if width >= ROOM_FOR_KIND else "desk.list_short")
    waiting = count("desk.waiting", len(speakers.waiting))
    replies = sum(entry.kind == "reply" for entry in speakers.waiting)
    if replies:
        main = len(speakers.waiting) - replies
        waiting = say("desk.waiting_and", waiting=main, replies=replies)
    state = _state(meeting)
    titles = (
        f"{name} · {state} · {waiting}",
        f"{name} {state} · {waiting}",
        f"{state} · {waiting}",
    )
    return next((title for title in titles if len(title) <= width - TITLE_FRAME), titles[-1])


def _state(meeting: Meeting) -> str:
    """Return whether the list is open, or when it closes by itself."""
    if not meeting.speakers().is_open:
        return say("desk.list_closed")
    if closes := list_closes(meeting):
        return say("desk.list_closes", time=wall(closes, meeting.plan.zone))
    return say("desk.list_open")
