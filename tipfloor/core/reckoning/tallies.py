"""What was spoken, counted once for every cut: by who spoke, where, on what and on which day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.memory import for_the_same
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark


class Ground(NamedTuple):
    """What remarks that are counted together have in common: all by which figures are cut."""

    delegation: str
    is_address: bool
    session: str | None
    moment: str
    subject: str
    day: str


class Tally(Struct):
    """How many remarks, and the milliseconds that they took, as `Figures` has them."""

    remarks: int = 0
    replies: int = 0
    written: int = 0
    speaking: int = 0
    over_time: int = 0

    def add(self, other: Tally) -> None:
        """Count what another has counted."""
        self.remarks += other.remarks
        self.replies += other.replies
        self.written += other.written
        self.speaking += other.speaking
        self.over_time += other.over_time


@for_the_same
def tallies(meeting: Meeting, now: Instant) -> Mapping[Ground, Tally]:
    """Return what was spoken by what it has in common, the remark under way as it stands at `now`.

    In the order in which each came up first.
    """
    found: dict[tuple[object, ...], Tally] = {}
    for remark in meeting.all_remarks:
        entry = remark.entry
        who = entry.delegation, remark.is_address
        ground = *who, remark.session, remark.moment, entry.subject, remark.day
        tally = found.get(ground)
        if tally is None:
            tally = found[Ground(*ground)] = Tally()
        _count(remark, tally, now)
    return cast(Mapping[Ground, Tally], found)


def _count(remark: Remark, tally: Tally, now: Instant) -> None:
    if not remark.was_spoken:
        tally.written += 1
        return
    speaking, _, over_time = remark.lengths(now)
    tally.remarks += 1
    tally.replies += remark.entry.kind == "reply"
    tally.speaking += speaking
    tally.over_time += over_time
