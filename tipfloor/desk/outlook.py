"""What every widget sees: the meeting as it is at one instant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant, Phase, countdown
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings import Proceedings
from tipfloor.store import Person


@dataclass(frozen=True, eq=False)
class Outlook:
    """The meeting, the instant at which it is looked at, the record behind it, and its people."""

    meeting: Meeting
    now: Instant
    history: Sequence[Recorded]
    people: Mapping[str, Person]
    broken: int | None = None
    """The first row of the record that is missing or was altered."""

    @cached_property
    def phase(self) -> Phase:
        """What the clock says of the floor."""
        return self.meeting.phase(self.now)

    @property
    def colour(self) -> Phase:
        """The phase by whose colour screens show the floor: a discreet remark stays calm."""
        calm = self.discreet and self.phase in (
            Phase.WARNING,
            Phase.LAST_SECONDS,
            Phase.OVER_TIME,
        )
        return Phase.SPEAKING if calm else self.phase

    @property
    def discreet(self) -> bool:
        """Whether red, over-time and sound are switched off for the remark that is on."""
        return self.meeting.floor is not None and self.meeting.floor.discreet

    @cached_property
    def left(self) -> int | None:
        """The milliseconds left to whoever is on the floor, negative in over-time."""
        return self.meeting.floor.left(self.now) if self.meeting.floor else None

    @cached_property
    def seconds(self) -> int | None:
        """The whole seconds that the clock shows: down to 0, then over-time as a negative figure.

        Without a limit the clock counts the speaking time up, and so it does in an interlude.
        """
        floor, interlude = self.meeting.floor, self.meeting.interlude
        if floor is None:
            return interlude.lasted(self.now) // 1000 if interlude else None
        if self.left is None:
            return floor.speaking(self.now) // 1000
        return countdown(self.left) if self.left > 0 else -(-self.left // 1000)


def look(proceedings: Proceedings) -> Outlook:
    """Look at the meeting now."""
    meeting, now = proceedings.current()
    return Outlook(meeting, now, proceedings.history, proceedings.people, proceedings.broken)
