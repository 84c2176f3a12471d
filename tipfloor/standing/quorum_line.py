"""The line that is always there: how many delegations are present, and each quorum with a sign."""

from __future__ import annotations

from tipfloor.core.registration.quorum import PURPOSES, Quorum, quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.line import EMPTY, Line, Role, joined
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say


def quorum_parts(meeting: Meeting) -> tuple[object, ...]:
    """Return the parts of a meeting from which alone the line follows."""
    return meeting.plan, meeting.checked_in, bool(meeting.attendance)


def quorum_line(outlook: Outlook, width: int) -> Line:
    """Return present of those entitled to sit; then open, decide and vote, met or not, as it fits.

    Empty where the rules have no quorum and no roll is kept.
    """
    meeting = outlook.meeting
    if not (meeting.attendance or _groups(meeting, PURPOSES)):
        return EMPTY
    for form in _forms(meeting):
        if form.cells <= width:
            return form
    return form.truncated(width)


def sign(found: Quorum) -> tuple[str, Role]:
    """Return the sign of a quorum and its role."""
    return ("✓", "good") if found.met else ("✗", "strong caution")


def _forms(meeting: Meeting) -> list[Line]:
    """Return the line from the fullest form to the shortest, which leaves the opening out."""
    present = quorum(meeting, "decide")
    whole = say("desk.present", present=present.present, base=present.base)
    short = say("desk.present_short", present=present.present, base=present.base)
    return [
        _line(whole, "  ", meeting, PURPOSES),
        _line(short, " ", meeting, PURPOSES),
        _line(whole, " ", meeting, PURPOSES[1:]),
        _line(short, " ", meeting, PURPOSES[1:]),
    ]


def _line(present: str, between: str, meeting: Meeting, purposes: tuple[str, ...]) -> Line:
    parts = [Line.of((present, "quiet"))]
    for group in _groups(meeting, purposes):
        words = "/".join(say(f"desk.quorum_{item.purpose}") for item in group)
        parts.append(Line.of(sign(group[0]), f"{words} {group[0].needed}"))
    return joined(between, parts)


def _groups(meeting: Meeting, purposes: tuple[str, ...]) -> list[list[Quorum]]:
    """Return the quorums that the rules have, those of one figure together."""
    groups: dict[int, list[Quorum]] = {}
    for purpose in PURPOSES:
        found = quorum(meeting, purpose)
        if purpose in purposes and found.needed:
            groups.setdefault(found.needed, []).append(found)
    return list(groups.values())
