"""The clock that machines at one database share, tried with simulated clocks that are set."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tipfloor.store.postgres.clock import CONFIRMED, JUMP, Machine, SharedClock, Told, exchanged

SAME = 100
"""Milliseconds within which all machines show the same second."""

SETTINGS = st.sampled_from([-7_200_000, -150_000, -1_000, 400, 37_000, 90_000_000])
WAYS = st.sampled_from([0, 1, 5, 20, 40])
"""Milliseconds that a question or an answer is on its way."""


class Database:
    """A server's wall clock, by how much the record makes up for its settings, and true time."""

    def __init__(self) -> None:
        self.true, self.wall = 1_000_000, 1_700_000_000_000
        self.shifts: list[int] = []

    def told(self) -> Told:
        return Told(self.wall, sum(self.shifts), len(self.shifts))

    def advance(self, milliseconds: int) -> None:
        self.true += milliseconds
        self.wall += milliseconds

    def shifted(self, nth: int, shift: int) -> None:
        """Write a shift unless somebody wrote one of this number before."""
        if nth == len(self.shifts) + 1:
            self.shifts.append(shift)


class Desk:
    """A machine with clocks of its own, and what it has measured."""

    def __init__(self, database: Database, wall: int, ticks: int) -> None:
        self.database, self.wall, self.ticks = database, wall, ticks
        self.clock = SharedClock("pg-test")

    def machine(self) -> Machine:
        true = self.database.true
        return Machine(true + self.ticks, true + self.wall + 1_700_000_000_000)

    def measure(self, there: int, back: int) -> None:
        def ask() -> Told:
            self.database.advance(there)
            told = self.database.told()
            self.database.advance(back)
            return told

        exchange = exchanged(ask, self.machine)
        if shift := self.clock.heard(exchange):
            self.database.shifted(exchange.told.shifts + 1, shift)

    def shows(self) -> int:
        """Return what its clock of the record shows."""
        line = self.clock.line
        assert line is not None
        return self.machine().ticks + line.offset


class SharedClocks(RuleBasedStateMachine):
    """Desks whose wall clocks are set, at a database whose clock is set too."""

    @initialize()
    def begin(self) -> None:
        self.database = Database()
        self.desks = [Desk(self.database, wall, 99 * wall) for wall in (0, 37_000, -150_000)]
        for desk in self.desks:
            desk.measure(0, 0)
        self.began = self.desks[0].shows() - self.database.true

    @rule(milliseconds=st.sampled_from([1, 700, 30_000, 3_600_000]))
    def time_goes_by(self, milliseconds: int) -> None:
        self.database.advance(milliseconds)

    @rule(which=st.integers(0, 2), there=WAYS, back=WAYS)
    def a_desk_measures(self, which: int, there: int, back: int) -> None:
        self.desks[which].measure(there, back)

    @rule(which=st.integers(0, 2), by=SETTINGS)
    def a_desk_is_set(self, which: int, by: int) -> None:
        """Set its wall clock; its next beat sees that its counter was not."""
        self.desks[which].wall += by
        self.desks[which].measure(1, 1)

    @rule(by=SETTINGS)
    def the_database_is_set(self, by: int) -> None:
        """Set its clock, and let every desk measure as its beats do, one after the other."""
        self.database.wall += by
        for _ in range(CONFIRMED + 2):
            for desk in self.desks:
                desk.measure(1, 1)

    @rule(which=st.integers(0, 2), by=st.sampled_from([400, 20_000, 600_000]))
    def a_desk_is_paused(self, which: int, by: int) -> None:
        """Let its counter stand still, as of a machine that is paused, its wall clock set right."""
        desk, before = self.desks[which], len(self.database.shifts)
        desk.ticks -= by
        for _ in range(CONFIRMED):
            desk.measure(1, 1)
        assert len(self.database.shifts) == before, "the database was not set"

    @invariant()
    def all_show_the_same_and_the_true_time(self) -> None:
        shown = [desk.shows() for desk in self.desks]
        assert max(shown) - min(shown) <= SAME
        assert all(abs(time - self.database.true - self.began) <= SAME for time in shown)


TestSharedClocks = SharedClocks.TestCase
TestSharedClocks.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_a_setting_of_the_database_is_written_once_and_ticks_go_on() -> None:
    database = Database()
    desks = [Desk(database, 0, 0), Desk(database, 37_000, 5)]
    for desk in desks:
        desk.measure(2, 2)
    before = desks[0].shows()
    database.wall -= 3_600_000
    for _ in range(CONFIRMED + 1):
        for desk in desks:
            desk.measure(2, 2)
    assert len(database.shifts) == 1
    assert abs(database.shifts[0] - 3_600_000) <= JUMP
    passed = 4 * 2 * (CONFIRMED + 1)
    assert abs(desks[0].shows() - before - passed) <= SAME
    line = desks[0].clock.line
    assert line is not None
    label = desks[0].shows() + line.utc
    assert abs(label - database.wall) <= SAME, "it is labelled as the database labels it"
