"""What every widget sees: the meeting as it is at one instant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant, Phase, countdown
from tipfloor.core.leading.next_steps import next_steps
from tipfloor.core.leading.step import Step
from tipfloor.core.reckoning.phase import phase_at
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings import Proceedings, Waiting
from tipfloor.proceedings.waiting import NOTHING
from tipfloor.store import Person
from tipfloor.words.shown import shown

if TYPE_CHECKING:
    from tipfloor.proceedings.live import LiveProceedings


SAME_SECOND = 100
"""Milliseconds by which screens may differ and still be said to show the same second."""


class Outlook(Struct, frozen=True, eq=False, dict=True):
    """The meeting as saved, the instant at which it is looked at, the record behind it, its people.

    `waiting` is what is decided and not on disk yet, which nothing shows as done.
    """

    meeting: Meeting
    now: Instant
    history: Sequence[Recorded]
    people: Mapping[str, Person]
    broken: int | None = None
    """The first row of the record that is missing or was altered."""
    waiting: Waiting = NOTHING
    clock_bound: int | None = None
    """By how many ms the clock of the record may be another; None where it is this machine's."""

    @cached_property
    def phase(self) -> Phase:
        """What the clock says of the floor."""
        return phase_at(self.meeting, self.now)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """What may be done next, the likeliest first."""
        return next_steps(self.meeting, self.now)

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
    def clock_is_far(self) -> bool:
        """Whether the record's clock is known too badly for all screens to show the same second."""
        return self.clock_bound is not None and self.clock_bound > SAME_SECOND

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


def look(proceedings: Proceedings | LiveProceedings) -> Outlook:
    """Look at the meeting now."""
    now, saved = proceedings.now(), proceedings.saved
    meeting = shown(as_of(proceedings.showing, now))
    return Outlook(
        meeting,
        now,
        saved.history,
        proceedings.people,
        saved.broken,
        proceedings.waiting,
        proceedings.clock_bound,
    )
