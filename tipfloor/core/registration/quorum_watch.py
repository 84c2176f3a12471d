"""The quorum watched: an event at the moment at which one is reached or lost, never a block."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.registration.quorum import PURPOSES, Purpose, quorum
from tipfloor.core.state.meeting import Meeting


class QuorumChanged(Event):
    """The delegations present came to a quorum, or fell below one (PRACTICE section 7, case 20)."""

    kind: Literal["quorum_changed"] = "quorum_changed"
    purpose: Purpose
    met: bool
    present: int
    needed: int
    base: int

    @property
    def tone(self) -> Tone:
        """A quorum that is lost stands out."""
        return "plain" if self.met else "warning"

    def manner(self) -> Literal["", "lost"]:
        """Tell whether it was lost."""
        return "" if self.met else "lost"

    def apply(self, meeting: Meeting) -> Meeting:
        """Change nothing: the quorum is counted whenever somebody asks."""
        return meeting


def quorum_events(meeting: Meeting, *changes: Event) -> list[Event]:
    """Return an event for each quorum that some changes reach or lose."""
    after = meeting
    for change in changes:
        after = change.apply(after)
    found: list[Event] = []
    for purpose in PURPOSES:
        was, now = quorum(meeting, purpose), quorum(after, purpose)
        if now.needed and was.met != now.met:
            changed = QuorumChanged(
                at=changes[-1].at,
                purpose=purpose,
                met=now.met,
                present=now.present,
                needed=now.needed,
                base=now.base,
            )
            found.append(changed)
    return found
