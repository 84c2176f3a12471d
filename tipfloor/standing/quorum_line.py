"""The line that is always there: how many delegations are present, and each quorum with a sign."""

from __future__ import annotations

from textual.content import Content

from tipfloor.core.registration.quorum import PURPOSES, Quorum, quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.outlook import Outlook
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.words import say


class QuorumLine(OutlookText):
    """Present of those entitled to sit; then open, decide and vote, met or not, as it fits."""

    by_clock = False

    def watch_outlook(self) -> None:
        """Take no room where the rules have no quorum and no roll is kept."""
        if self.outlook is not None:
            meeting = self.outlook.meeting
            self.display = bool(meeting.attendance or _groups(meeting, PURPOSES))
        super().watch_outlook()

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the fullest form that fits."""
        for form in _forms(outlook.meeting):
            if form.cell_length <= width:
                return form
        return form.truncate(width, ellipsis=True)


def sign(found: Quorum) -> tuple[str, str]:
    """Return the sign of a quorum and its style."""
    return ("✓", "$text-success") if found.met else ("✗", "bold $text-warning")


def _forms(meeting: Meeting) -> list[Content]:
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


def _line(present: str, between: str, meeting: Meeting, purposes: tuple[str, ...]) -> Content:
    parts = [Content.styled(present, "$text-muted")]
    for group in _groups(meeting, purposes):
        words = "/".join(say(f"desk.quorum_{item.purpose}") for item in group)
        mark, style = sign(group[0])
        parts.append(Content.assemble((mark, style), f"{words} {group[0].needed}"))
    return Content(between).join(parts)


def _groups(meeting: Meeting, purposes: tuple[str, ...]) -> list[list[Quorum]]:
    """Return the quorums that the rules have, those of one figure together."""
    groups: dict[int, list[Quorum]] = {}
    for purpose in PURPOSES:
        found = quorum(meeting, purpose)
        if purpose in purposes and found.needed:
            groups.setdefault(found.needed, []).append(found)
    return list(groups.values())
