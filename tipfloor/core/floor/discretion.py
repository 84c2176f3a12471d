"""A discreet clock: for one remark, no sound, no red and no over-time on any screen."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting


class ClockDiscreet(Event):
    """The clock of a remark was made discreet, or plain again; its times are kept as ever."""

    kind: Literal["clock_discreet"] = "clock_discreet"
    remark: int
    delegation: str
    discreet: bool

    def manner(self) -> Literal["", "plain"]:
        """Tell whether the clock is plain again."""
        return "" if self.discreet else "plain"

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep it with the remark while that is on."""
        floor = meeting.floor
        if floor is None or floor.id != self.remark:
            return meeting
        return meeting.having(floor=replace(floor, discreet=self.discreet))


class Discreet(Act):
    """Show the clock of the remark that is on without sound, red and over-time (`on` false: again).

    A switch of the screens for a single remark (PRACTICE section 3); no export tells of it.
    """

    kind: Literal["discreet"] = "discreet"
    on: bool = True

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Switch it for whoever is on the floor."""
        floor = meeting.floor
        if floor is None:
            raise Refused("floor_free", Rule.ONE_FLOOR)
        delegation = floor.entry.delegation
        return [ClockDiscreet(at=now, remark=floor.id, delegation=delegation, discreet=self.on)]
