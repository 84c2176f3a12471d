"""What stands in the history for a row of the record that is missing or cannot be read."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting


class RowUnread(Event):
    """A row that was lost or altered beyond reading; `at` is the time of the row before it."""

    undoable: ClassVar[bool] = False
    kind: Literal["row_unread"] = "row_unread"

    @property
    def tone(self) -> Tone:
        """It stands out."""
        return "warning"

    def apply(self, meeting: Meeting) -> Meeting:
        """Change nothing: nobody knows what it told."""
        return meeting


def away_since(since: str) -> Refused:
    """Return the refusal of whatever is asked while the database of the record does not answer."""
    return Refused("record_away", Rule.THE_RECORD, since=since)


def broken_chain(position: int) -> Refused:
    """Return the refusal of acts on a record whose row at a position is missing or altered."""
    return Refused("broken_chain", Rule.THE_RECORD, position=position)
