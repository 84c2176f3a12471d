"""A machine that was started anew, or another one: the time of the record goes on from its own."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.ground.instant import Instant, Seam
from tipfloor.core.state.meeting import Meeting

SLACK = 2_000
"""Milliseconds by which a reading may stand behind the latest event of other processes."""


class MachineRestarted(Event):
    """The machine was started anew: how long that took is known by its wall clock alone.

    All that comes later is counted on the one line of time of the record, from `at` on. `boot` and
    `ticks` are the machine's own by then; `behind_milliseconds` is by how much its wall clock stood
    behind the record, 0 where it did not.
    """

    undoable: ClassVar[bool] = False
    kind: Literal["machine_restarted"] = "machine_restarted"
    boot: str
    ticks: int
    behind_milliseconds: int

    @property
    def seam(self) -> Seam:
        """Where the record's time goes on."""
        return Seam(self.boot, self.ticks, self.at)

    @property
    def tone(self) -> Tone:
        """It stands out."""
        return "warning"

    def manner(self) -> Literal["", "behind"]:
        """Tell whether its wall clock stood behind the record."""
        return "behind" if self.behind_milliseconds else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Go on from here; a remark that is on is marked, for no ticks tell how long it lasted."""
        floor = meeting.floor
        if floor and self.behind_milliseconds:
            floor = floor.marked("clock_went_back")
        elif floor and not meeting.suspended_at:
            floor = replace(floor, by_wall_clock=True)
        return meeting.having(seam=self.seam, floor=floor)


def placed(meeting: Meeting, machine: Instant) -> Instant | None:
    """Return the machine's instant as one of the record, None where the machine was started anew.

    Within one start of the machine the ticks tell, and a wall clock may be set as it likes. On a
    time line that machines share, one that was measured a little late is set beside the others.
    """
    seam, latest = meeting.seam, meeting.latest
    if machine.line and machine.line == latest.line:
        return machine.not_before(latest)
    now = seam.place(machine) if seam and seam.boot == machine.clock else machine
    if now.clock != latest.clock or now.ticks + SLACK < latest.ticks:
        return None
    return replace(now, ticks=max(now.ticks, latest.ticks))


def restarted(meeting: Meeting, machine: Instant) -> MachineRestarted:
    """Return the event by which the record goes on with a machine that was started anew."""
    latest = meeting.latest
    gap = (machine.utc - latest.utc).total_seconds() * 1000
    return MachineRestarted(
        at=latest.plus(max(0, round(gap))),
        boot=machine.clock,
        ticks=machine.ticks,
        behind_milliseconds=max(0, round(-gap)),
    )
