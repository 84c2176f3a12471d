"""A record owns its clock: machines whose clocks differ and jump see one time, and tell one."""

import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.helpers.depth import examples
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tests.helpers.shared_record import NAME, ServersClock, SharedRecord
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings import Proceedings, convening
from tipfloor.proceedings.convened import RecordClock
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore
from tipfloor.store.timeline import Answer, measured

MACHINES = st.sampled_from([0, 1])
TIMES = st.sampled_from([1, 400, 5_000, 19_999, 20_000, 61_000, 3_600_000])
JUMPS = st.sampled_from([-7_200_000, -30_000, -1_000, 1_000, 37_000, 90_000_000])
LIMIT = 20_000
"""Milliseconds that each has the floor."""

FLOOR = st.sampled_from(["give_floor", "end_remark", "pause", "resume", "restart", "undo"])


class Machine:
    """A machine with a wall clock and a counter of its own, and a desk on it."""

    def __init__(self, path: Path, server: HandClock, wall: int, ticks: int) -> None:
        self.path, self.server, self.clock = path, server, HandClock()
        self.clock.jump_wall(wall)
        self.clock.advance(ticks)
        self.open()

    def open(self) -> None:
        self.store = SharedRecord(self.path, self.server, self.clock)
        self.desk = Proceedings(self.store, self.clock)

    def reboot(self) -> None:
        """Start the machine anew, with a wall clock that is wrong in another way."""
        self.desk.close()
        self.clock.reboot(-123_456)
        self.open()

    def tell(self, kind: str, **fields: Any) -> None:
        fields = {"kind": kind, "reason": "x", **fields}
        known = {name: fields[name] for name in fields if name in ACTS[kind].__struct_fields__}
        self.desk.tell(ACTS[kind].model_validate(known))


def begun(folder: Path, server: HandClock, first: HandClock | None = None, **rules: Any) -> Path:
    """Begin a record on the server's time, in its first session, with four on the list.

    `first` is the clock of a machine on which it was begun before it was shared.
    """
    path = folder / "shared.tipfloor"
    assert create(path, convening(small_plan(**rules), first or ServersClock(server)))
    machine = Machine(path, server, 0, 0)
    machine.tell("open_session", session="technology")
    for code in ("BRA", "CHL", "DMA", "MEX"):
        machine.tell("inscribe", delegation=code)
    machine.desk.close()
    return path


def test_a_second_machine_that_is_slow_sees_the_time_that_passed(tmp_path: Path) -> None:
    server = HandClock()
    path = begun(tmp_path, server)
    one, two = Machine(path, server, 0, 7_000), Machine(path, server, -30_000, 90_000)
    one.tell("give_floor")
    for clock in (server, one.clock, two.clock):
        clock.advance(10_000)
    two.desk.follow()
    for machine in (one, two):
        meeting, now = machine.desk.current()
        assert meeting.floor is not None
        assert meeting.floor.speaking(now) == 10_000
        assert (now.line, now.boot) == (NAME, machine.clock.now().boot)
        machine.desk.close()


def test_a_machine_that_is_ahead_does_not_withdraw_the_floor(tmp_path: Path) -> None:
    """A wall clock that is 150 s ahead would end the remark for everybody."""
    server = HandClock()
    path = begun(tmp_path, server)
    one, ahead = Machine(path, server, 0, 0), Machine(path, server, 150_000, 0)
    one.tell("give_floor")
    for clock in (server, one.clock, ahead.clock):
        clock.advance(5_000)
    ahead.tell("check_in", delegation="URY")
    one.desk.follow()
    floor = one.desk.meeting.floor
    assert floor is not None
    assert floor.has_floor
    one.desk.close()
    ahead.desk.close()


def test_a_record_begun_on_a_machine_goes_on_as_one_when_it_is_shared(tmp_path: Path) -> None:
    server, first = HandClock(), HandClock()
    server.advance(3_000)
    path = begun(tmp_path, server, first)
    one, two = Machine(path, server, 0, 7_000), Machine(path, server, -30_000, 90_000)
    one.tell("give_floor")
    for clock in (server, one.clock, two.clock):
        clock.advance(10_000)
    two.tell("inscribe", delegation="URY")
    one.desk.follow()
    for machine in (one, two):
        meeting, now = machine.desk.current()
        assert meeting.floor is not None
        assert meeting.floor.speaking(now) == 10_000
        machine.desk.close()
    kinds = [item.event.kind for item in two.desk.history]
    assert kinds.count("machine_restarted") == 1


@pytest.mark.parametrize("back", [-600_000, -1_500, 1_500, 600_000])
def test_a_server_whose_wall_clock_is_set_changes_no_duration(tmp_path: Path, back: int) -> None:
    server = HandClock()
    path = begun(tmp_path, server)
    one = Machine(path, server, 12_345, 0)
    one.tell("give_floor")
    server.jump_wall(back)
    for clock in (server, one.clock):
        clock.advance(10_000)
    one.store.measure()
    noted = [item.event for item in one.desk.keep_time()]
    assert [event.kind for event in noted] == ["wall_clock_set"]
    assert one.desk.keep_time() == ()
    meeting, now = one.desk.current()
    assert meeting.floor is not None
    assert meeting.floor.speaking(now) == 10_000
    assert now.utc == server.now().utc
    one.desk.close()


@pytest.mark.parametrize("delays", [(0, 0), (3, 5), (40, 0), (0, 40)])
def test_the_error_of_a_measurement_is_within_its_bound(delays: tuple[int, int]) -> None:
    mine, server = HandClock(), HandClock()
    server.advance(777)

    def ask() -> Answer:
        mine.advance(delays[0])
        server.advance(delays[0])
        now = server.now()
        mine.advance(delays[1])
        server.advance(delays[1])
        return Answer(now.ticks, round(now.utc.timestamp() * 1000))

    line = measured(NAME, ask, lambda: mine.now().ticks)
    assert abs(line.offset - (server.now().ticks - mine.now().ticks)) <= line.bound
    assert line.bound <= (sum(delays) + 1) // 2


def test_a_record_on_this_machine_has_its_time(tmp_path: Path) -> None:
    path, clock = tmp_path / "own", HandClock()
    assert create(path, convening(small_plan(), clock))
    store = SqliteStore(path)
    assert store.time_line() is None
    now = RecordClock(clock, store.time_line).now()
    assert (now, now.clock, now.line) == (clock.now(), now.boot, "")
    assert b"line" not in msgspec.json.encode(now)
    store.close()


class SharedTime(RuleBasedStateMachine):
    """Two machines at one record, whose wall clocks and counters differ, jump and begin again."""

    @initialize(walls=st.tuples(JUMPS, JUMPS), ticks=st.tuples(TIMES, TIMES))
    def begin(self, walls: tuple[int, int], ticks: tuple[int, int]) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.server = HandClock()
        self.path = begun(Path(self.folder.name), self.server, limit_seconds=LIMIT // 1000)
        self.machines = [
            Machine(self.path, self.server, wall, tick)
            for wall, tick in zip(walls, ticks, strict=True)
        ]

    @rule(time=TIMES)
    def wait(self, time: int) -> None:
        """Who has the floor has spoken so much longer on both machines, and to the limit."""
        speaker = self.machines[0].desk.current()[0].speaker
        before = speaker.speaking(self.machines[0].desk.now()) if speaker else 0
        for clock in (self.server, *(machine.clock for machine in self.machines)):
            clock.advance(time)
        if speaker is None:
            return
        counts = speaker.has_floor and speaker.pause is None
        expected = min(before + time, LIMIT) if counts else before
        for machine in self.machines:
            meeting, now = machine.desk.current()
            [after] = [item for item in meeting.all_remarks if item.id == speaker.id]
            assert after.speaking(now) == expected
            assert after.has_floor == (expected < LIMIT and speaker.has_floor)

    @rule(machine=MACHINES, jump=JUMPS)
    def let_a_counter_jump(self, machine: int, jump: int) -> None:
        """Its store measures again, before anything is told."""
        self.machines[machine].clock.jump_ticks(jump)
        self.machines[machine].store.measure()

    @rule(machine=MACHINES, jump=JUMPS)
    def set_a_wall_clock(self, machine: int, jump: int) -> None:
        self.machines[machine].clock.jump_wall(jump)

    @rule(machine=MACHINES)
    def restart_a_machine(self, machine: int) -> None:
        self.machines[machine].reboot()

    @rule(machine=MACHINES)
    def measure_again(self, machine: int) -> None:
        self.machines[machine].store.measure()

    @rule(machine=MACHINES, kind=FLOOR)
    def tell(self, machine: int, kind: str) -> None:
        try:
            self.machines[machine].tell(kind)
        except Refused:
            return

    @rule(machine=MACHINES)
    def keep_time(self, machine: int) -> None:
        self.machines[machine].desk.keep_time()

    @invariant()
    def both_see_the_same_time_of_the_same_meeting(self) -> None:
        seen = [self._seen(machine) for machine in self.machines]
        assert seen[0] == seen[1]
        assert seen[0][1] == self.server.now().ticks
        for remark in seen[0][0].remarks:
            assert remark.speaking(seen[0][0].latest) <= (remark.limit or 0)

    @invariant()
    def the_time_of_the_record_never_runs_back_and_notes_no_machine(self) -> None:
        history = self.machines[0].desk.history
        # A floor ends at its limit, before the act that noticed it.
        told = [item.event.at for item in history if item.event.kind != "floor_withdrawn"]
        assert all(later.ticks >= former.ticks for former, later in pairwise(told))
        kinds = {item.event.kind for item in history}
        assert not kinds & {"machine_restarted", "wall_clock_set"}

    def teardown(self) -> None:
        for machine in self.machines:
            machine.desk.close()
        self.folder.cleanup()

    def _seen(self, machine: Machine) -> tuple[Meeting, int, list[object]]:
        """Return the meeting as recorded, the ticks, and the figures of every remark by now."""
        machine.desk.follow()
        meeting, now = machine.desk.current()
        figures: list[object] = [
            (item.ended_by, item.speaking(now), item.paused(now), item.over_time(now))
            for item in meeting.all_remarks
        ]
        return machine.desk.meeting, now.ticks, figures


SharedTime.TestCase.settings = settings(
    max_examples=examples(60),
    stateful_step_count=30,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
TestSharedTime = SharedTime.TestCase
