"""Events that are decided one after the other, and the meeting that they would lead to."""

from __future__ import annotations

from collections.abc import Sequence

from tipfloor.core.ground.event import Event, Recorded, Told
from tipfloor.proceedings.view import View, at_positions


class Draft:
    """What is to be written behind a view, all of it or nothing."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.meeting = view.meeting
        self.recorded: list[Recorded] = []

    def add(self, events: Sequence[Event], told: Told) -> None:
        """Add the events of an act, which was decided on the meeting as it is by now."""
        if not events:
            return
        added = at_positions(self._view.position + len(self.recorded), events, told)
        self.meeting = self._view.ahead(self.meeting, self.recorded, added)
        self.recorded += added

    def under(self, told: Told) -> None:
        """Let all of it be told so."""
        self.recorded = [item._replace(told=told) for item in self.recorded]
