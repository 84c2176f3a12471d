"""Instants and the arithmetic on them: what is left, which phase. Nothing here reads a clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

Ticks = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
"""Milliseconds on some clock, as many as fit into 64 bits, by which all that is stored goes."""


class Instant(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A moment in time, read twice at once.

    `utc` is the wall clock, a label for people. `ticks` counts milliseconds on a clock that no
    one can set and that goes on while the machine sleeps. `line` names the time line of a record
    that several machines share, and `boot` the start of the machine that told the instant; without
    a line the machine's own ticks are told, which mean something only within that start.
    """

    utc: Annotated[datetime, Meta(tz=True)]
    ticks: Ticks
    boot: str
    line: str = ""

    @property
    def clock(self) -> str:
        """The name of the clock whose ticks are told; ticks of one clock compare."""
        return self.line or self.boot

    def since(self, earlier: Instant) -> int:
        """Return the milliseconds from `earlier` to this instant, never below zero.

        On one clock the ticks decide, so that a wall clock set by hand changes no duration;
        across a restart only the wall clock is left to go by.
        """
        if (self.line or self.boot) == (earlier.line or earlier.boot):
            passed = self.ticks - earlier.ticks
            return passed if passed > 0 else 0  # without a call: every event of a fold asks
        return max(0, self.apart(earlier))

    def apart(self, other: Instant) -> int:
        """Return the milliseconds from another instant to this one, negative where it is later.

        They are counted as `since` counts them.
        """
        if self.clock == other.clock:
            return self.ticks - other.ticks
        return (self.utc - other.utc) // timedelta(milliseconds=1)

    def plus(self, milliseconds: int) -> Instant:
        """Return the instant so many milliseconds later, earlier where the figure is negative."""
        return Instant(
            utc=self.utc + timedelta(milliseconds=milliseconds),
            ticks=self.ticks + milliseconds,
            boot=self.boot,
            line=self.line,
        )

    def back_to(self, earlier: Instant) -> Instant:
        """Return an earlier instant as this clock labels it, its wall clock and boot included."""
        return self.plus(-self.since(earlier))

    def labelled_from(self, earlier: Instant) -> Instant:
        """Return the instant with the time of day that `earlier` counts on to.

        Only where the wall clock was set back in between: nothing ends before it began.
        """
        if self.utc >= earlier.utc:
            return self
        counted = earlier.utc + timedelta(milliseconds=self.since(earlier))
        return replace(self, utc=counted)

    def reached(self, other: Instant) -> bool:
        """Tell whether this instant is the other one or comes after it."""
        return other.since(self) == 0

    def not_before(self, other: Instant) -> Instant:
        """Return the later of two instants of one clock; this one where they cannot be compared."""
        return other if self.clock == other.clock and self.ticks < other.ticks else self

    def shortly_after(self, earlier: Instant, milliseconds: int) -> bool:
        """Tell, at the least cost, that this follows another by the same clock, by less than that.

        Of nearly every event of a record it is so; of any other `since` has to tell.
        """
        same = self.boot == earlier.boot and self.line == earlier.line
        return same and 0 <= self.ticks - earlier.ticks < milliseconds

    def wall_jump(self, earlier: Instant) -> int:
        """Return by how many milliseconds the wall clock was set since `earlier`, 0 if unknown."""
        if self.clock != earlier.clock:
            return 0
        wall = (self.utc - earlier.utc) // timedelta(milliseconds=1)
        return wall - (self.ticks - earlier.ticks)


class Seam(Struct, frozen=True):
    """Where the time of a record goes on after a restart: `at`, as the machine had these ticks."""

    boot: str
    ticks: int
    at: Instant

    def place(self, machine: Instant) -> Instant:
        """Return an instant of the machine as one of the record.

        Its wall clock is the machine's once that has caught up.
        """
        now = self.at.plus(machine.ticks - self.ticks)
        return replace(now, utc=max(now.utc, machine.utc))


class Phase(StrEnum):
    """What the clock says of the floor; each phase has a word, a sign and a colour on screens."""

    FREE = "free"
    CALLED = "called"
    SPEAKING = "speaking"
    WARNING = "warning"
    LAST_SECONDS = "last_seconds"
    PAUSED = "paused"
    OVER_TIME = "over_time"
    SUSPENDED = "suspended"
    PLANNED = "planned"
    INTERLUDE = "interlude"
    CLOSED = "closed"


def phase_of(left: int | None, warnings: tuple[int, ...]) -> Phase:
    """Return the phase of a running remark with `left` milliseconds and warnings in seconds.

    A remark without a limit (`left` None) never warns.
    """
    if left is None:
        return Phase.SPEAKING
    if left <= 0:
        return Phase.OVER_TIME
    passed = sum(left <= seconds * 1000 for seconds in warnings)
    if passed == 0:
        return Phase.SPEAKING
    return Phase.LAST_SECONDS if passed == 2 or len(warnings) == 1 else Phase.WARNING


def countdown(left: int) -> int:
    """Return the whole seconds to show for `left` milliseconds: 0 exactly when nothing is left."""
    return -(-left // 1000) if left > 0 else 0
