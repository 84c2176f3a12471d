"""A typed text that was blacked out for good: the record goes on without it."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.event import Event
from tipfloor.core.state.meeting import Meeting

ARCHIVE = "archive"
"""Who tells that a text was blacked out where a public archive withholds it: in its copy alone."""


class TextBlackedOut(Event):
    """The typed text of the row at a position was taken out; `left` is the digest of the rest."""

    undoable: ClassVar[bool] = False
    kind: Literal["text_blacked_out"] = "text_blacked_out"
    position: int
    left: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Change nothing: what was typed changes no figure."""
        return meeting
