"""The board of registration: who is there and who is not yet, and what opening takes."""

from __future__ import annotations

from tipfloor.core.registration.quorum import quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import last_stay
from tipfloor.standing.line import Line, Lines, joined
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.quorum_line import sign
from tipfloor.words import say

WIDTH_OF_ONE = 5
"""Cells: a sign, a code, and what parts it from the next."""

MOST_LINES = 8
"""Lines of codes; of a larger roster, those who are there come first."""


def registration(outlook: Outlook, width: int) -> Lines:
    """Tell who is present and who is not yet, in the moment of registration."""
    meeting = outlook.meeting
    if meeting.moment_plan.kind != "registration":
        return ()
    return (_figures(meeting), *_codes(meeting, width), _to_open(meeting))


def _figures(meeting: Meeting) -> Line:
    roster = {item.code for item in meeting.plan.delegations}
    present = len(meeting.checked_in)
    late = sum(_is_late(meeting, code) for code in meeting.checked_in)
    parts = [
        Line.of(("✓ ", "good"), say("desk.there", number=present)),
        Line.of(("○ " + say("desk.not_yet", number=len(roster - meeting.checked_in)), "quiet")),
    ]
    if late:
        parts.append(Line.of(("! ", "caution"), say("desk.late", number=late)))
    return joined(" ", parts)


def _codes(meeting: Meeting, width: int) -> list[Line]:
    """Return the roster in lines of codes, cut where it is too long, with how many more."""
    codes = [item.code for item in meeting.plan.delegations]
    row = max(1, (width + 1) // WIDTH_OF_ONE)
    room = row * MOST_LINES
    if len(codes) > room:
        codes.sort(key=lambda code: code not in meeting.checked_in)
    lines = [
        joined(" ", [_code(meeting, code) for code in codes[start : start + row]])
        for start in range(0, min(len(codes), room), row)
    ]
    more = len(codes) - room
    if more > 0:
        lines.append(Line.of((say("desk.more", number=more), "quiet")))
    return lines


def _code(meeting: Meeting, code: str) -> Line:
    if code not in meeting.checked_in:
        return Line.of((f"○{code}", "quiet"))
    late = _is_late(meeting, code)
    return Line.of(("!", "caution") if late else ("✓", "good"), (code, "strong"))


def _is_late(meeting: Meeting, code: str) -> bool:
    stay = last_stay(meeting.attendance, code)
    return stay is not None and stay.late


def _to_open(meeting: Meeting) -> Line:
    found = quorum(meeting, "open")
    if not found.needed:
        return Line.of((say("desk.no_quorum_to_open"), "quiet"))
    key = "desk.quorum_to_open" if found.met else "desk.quorum_to_open_lacking"
    mark, role = sign(found)
    return Line.of((mark + " ", role), say(key, needed=found.needed))
