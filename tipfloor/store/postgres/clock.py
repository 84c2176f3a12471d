"""The clock that all desks at a database share: its server's, as this machine has measured it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tipfloor.store.protocol import TimeLine

JUMP = 250
"""Milliseconds by which a clock is told to have been set; less is the way, or clocks that drift."""

CONFIRMED = 3
"""Measurements in a row that must agree on it."""

KEPT = 8
"""Exchanges of which the fastest counts: they span some seconds, in which no clock drifts far."""


class Machine(NamedTuple):
    """Two clocks of this machine read at once, in milliseconds: its counter, and since 1970."""

    ticks: int
    utc: int


class Told(NamedTuple):
    """What the database told: its wall clock in milliseconds since 1970, and what it was set by.

    `shift` makes up for every setting that is written in the record, `shifts` is their number.
    """

    utc: int
    shift: int
    shifts: int


class Exchange(NamedTuple):
    """One question and its answer, with this machine's clocks in the middle of it.

    `offset` leads from its ticks to those of the record, wrong by `bound` at the most.
    """

    machine: Machine
    told: Told
    offset: int
    bound: int


def exchanged(ask: Callable[[], Told], machine: Callable[[], Machine]) -> Exchange:
    """Ask the database for its time, once; the bound holds a ms, in which clocks are told."""
    asked, told, heard = machine(), ask(), machine()
    took = heard.ticks - asked.ticks
    middle = Machine(asked.ticks + took // 2, asked.utc + took // 2)
    return Exchange(middle, told, told.utc + told.shift - middle.ticks, took // 2 + 1)


class SharedClock:
    """The time line of a record, kept by asking the database now and then.

    Whoever asks for the time never waits for that: it is reckoned from the last measurement.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._kept: list[Exchange] = []
        self._odd: list[Exchange] = []
        self._line: TimeLine | None = None

    @property
    def line(self) -> TimeLine | None:
        """The time line as measured, None as long as it was not."""
        return self._line

    @property
    def in_doubt(self) -> bool:
        """Whether some clock seems to have been set, so that it is to be asked again at once."""
        return bool(self._odd)

    def heard(self, exchange: Exchange) -> int:
        """Take what was measured; return by how much the record must shift its time, mostly 0.

        That is so once a jump of the database's clock is confirmed and nobody has told it yet.
        """
        last = self._kept[-1] if self._kept else None
        if last is None or last.told.shifts != exchange.told.shifts:
            self._anew(exchange)
            return 0
        if abs(exchange.offset - self._offset) <= JUMP + exchange.bound:
            self._take(exchange)
            return 0
        self._odd = [one for one in self._odd if abs(one.offset - exchange.offset) <= JUMP]
        self._odd.append(exchange)
        if len(self._odd) < CONFIRMED:
            return 0
        shift = 0 if _is_own(last, exchange) else self._offset - exchange.offset
        if not shift:
            self._anew(exchange)
        return shift

    @property
    def _offset(self) -> int:
        return self._line.offset if self._line else 0

    def _anew(self, exchange: Exchange) -> None:
        self._kept = []
        self._take(exchange)

    def _take(self, exchange: Exchange) -> None:
        self._odd = []
        self._kept = [*self._kept[1 - KEPT :], exchange]
        best = min(self._kept, key=lambda one: one.bound)
        self._line = TimeLine(self._name, best.offset, -exchange.told.shift, best.bound)


def _is_own(before: Exchange, after: Exchange) -> bool:
    """Tell whether this machine's own clocks went apart, so that none of them can be told from.

    A counter stands still with a machine that is paused, and a wall clock is set.
    """
    counted = after.machine.ticks - before.machine.ticks
    labelled = after.machine.utc - before.machine.utc
    return abs(counted - labelled) > JUMP
