"""Two desks whose acts wait for the disk: whatever comes first, nothing is lost without a word."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise, product
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.helpers import acts
from tests.helpers.depth import examples
from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tests.helpers.hand_recorder import HandRecorder
from tests.helpers.plans import ADDRESSES
from tipfloor import __version__
from tipfloor.core.fold import fold
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings import Proceedings
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.proceedings.pending import Late
from tipfloor.proceedings.resuming import leave, resumed
from tipfloor.store import NotSaved, Row, Unsealed
from tipfloor.store.chain import first_bad_position
from tipfloor.store.checkpoint import Checkpoint, find
from tipfloor.store.sqlite import SqliteStore

DESKS = st.integers(0, 1)
MOST_ROUNDS = 500
"""Attempts after which what waits would wait for ever; what is drawn leaves some dozens of acts."""

TROUBLES = st.sampled_from([None, None, "refuses", "answer_lost", "busy"])


class TroubledStore(SqliteStore):
    """A record on a disk that refuses, or whose answer is lost on the way back."""

    trouble: str | None = None

    def append(self, after: int, events: Sequence[Unsealed]) -> list[Row]:
        trouble, self.trouble = self.trouble, None
        if trouble in ("refuses", "busy"):
            raise NotSaved("busy" if trouble == "busy" else "not_saved", self.where, "no")
        rows = super().append(after, events)
        if trouble == "answer_lost":
            raise NotSaved("not_saved", self.where, "the answer was lost")
        return rows


class OneDesk:
    """A desk without a screen, whose record's thread is moved by hand."""

    def __init__(self, record: Path, clock: HandClock, found: Checkpoint | None) -> None:
        self.store = TroubledStore(record)
        saved = resumed(self.store, found) if found else None
        self.live: LiveProceedings = Proceedings(self.store, clock, "x", saved).live(HandRecorder)
        self.live.on_late = self._hear_late
        self.told: list[str] = []
        self.saved: list[tuple[str, Sequence[Recorded]]] = []
        self.late: list[Late] = []
        self.about: dict[str, dict[str, str]] = {}

    @property
    def recorder(self) -> HandRecorder:
        recorder = self.live._recorder
        assert isinstance(recorder, HandRecorder)
        return recorder

    def tell(self, fields: dict[str, Any]) -> None:
        """Tell an act; one that is not refused at once must be saved or said to be too late."""
        act = ACTS[fields["kind"]].model_validate(fields)
        name = f"{len(self.told)}"
        with suppress(Refused):
            self.live.tell(act, then=lambda recorded: self.saved.append((name, recorded)))
            self.told.append(name)
            self.about[name] = _about(self.live._pending[-1].recorded)

    def settle(self) -> None:
        """Let everything come to disk, or be refused; it never takes for ever."""
        self.live.read_whole()
        self.recorder.step()
        self.live.take()
        for _ in range(MOST_ROUNDS):
            if not self.live.waiting.acts:
                return
            self.live.retry()
            self.recorder.step()
            self.recorder.look()
            self.live.take()
        raise AssertionError(self.live.waiting)

    def _hear_late(self, late: Sequence[Late]) -> None:
        self.late += late


class TwoLiveDesks(RuleBasedStateMachine):
    """Two desks at one record do what comes to mind, and their disks do too."""

    @initialize(rules=acts.RULES, resume=st.lists(st.booleans(), min_size=2, max_size=2))
    def convene(self, rules: dict[str, Any], resume: list[bool]) -> None:
        self.folder = tempfile.TemporaryDirectory()
        first = Desk.in_session(Path(self.folder.name), addresses=ADDRESSES, **rules)
        for kind, code in product(("check_in", "inscribe"), ("BRA", "CHL", "DMA")):
            first.tell(kind, delegation=code)
        first.close()
        leave(first.record, first.proceedings.saved, least=1)
        self.clock, self.record = first.clock, first.record
        found = find(first.record, __version__)
        assert found
        self.desks = [OneDesk(first.record, first.clock, found if one else None) for one in resume]

    @rule(desk=DESKS, fields=st.one_of(acts.ON_THE_FLOOR, acts.ALL))
    def tell(self, desk: int, fields: dict[str, Any]) -> None:
        self.clock.advance(1)
        self.desks[desk].tell(fields)

    @rule(desk=DESKS, course=st.lists(acts.ON_THE_FLOOR, min_size=2, max_size=5))
    def keys_wait_for_the_disk(self, desk: int, course: list[dict[str, Any]]) -> None:
        for fields in course:
            self.clock.advance(700)
            self.desks[desk].tell(fields)

    @rule(desk=DESKS, trouble=TROUBLES)
    def the_disk_takes_or_refuses(self, desk: int, trouble: str | None) -> None:
        self.desks[desk].store.trouble = trouble
        self.desks[desk].recorder.step()
        self.desks[desk].store.trouble = None

    @rule(desk=DESKS)
    def look(self, desk: int) -> None:
        self.desks[desk].recorder.look()

    @rule(desk=DESKS)
    def read_whole(self, desk: int) -> None:
        self.desks[desk].live.read_whole()

    @rule(desk=DESKS)
    def hear(self, desk: int) -> None:
        self.desks[desk].live.take()

    @rule(desk=DESKS)
    def retry(self, desk: int) -> None:
        self.desks[desk].live.retry()

    @rule(desk=DESKS)
    def undo(self, desk: int) -> None:
        self.desks[desk].tell({"kind": "undo"})

    @rule(desk=DESKS)
    def keep_time(self, desk: int) -> None:
        self.desks[desk].live.keep_time()

    @rule(time=acts.TIMES)
    def wait(self, time: int) -> None:
        self.clock.advance(time)

    @rule()
    def all_comes_to_disk(self) -> None:
        for desk in self.desks:
            desk.settle()
        for desk in self.desks:
            desk.recorder.look()
            desk.live.take()
            assert desk.live.meeting == desk.live.saved.meeting
        one, two = self.desks
        assert one.live.meeting == two.live.meeting == fold(one.live.history)

    @invariant()
    def nothing_is_shown_as_done_before_it_is_on_disk(self) -> None:
        on_disk = SqliteStore(self.record, read_only=True)
        rows = {row.position: row.kind for row in on_disk.read()}
        on_disk.close()
        for desk in self.desks:
            assert all(rows[at] == event.kind for at, event, _ in desk.live.saved.history)

    @invariant()
    def the_meeting_decided_is_the_one_saved_and_what_waits(self) -> None:
        for desk in self.desks:
            assert desk.live.meeting == fold(desk.live.history)

    @invariant()
    def there_are_never_two_floors(self) -> None:
        for desk in self.desks:
            for meeting in (desk.live.saved.meeting, desk.live.meeting):
                _one_floor(meeting)

    def teardown(self) -> None:
        if hasattr(self, "desks"):
            try:
                self._account()
            finally:
                for desk in self.desks:
                    desk.live.close()
                self.folder.cleanup()

    def _account(self) -> None:
        self.all_comes_to_disk()
        store = SqliteStore(self.record, read_only=True)
        rows = store.read()
        store.close()
        assert first_bad_position(rows) is None
        assert len({(row.act, row.nth) for row in rows}) == len(rows)
        taken: list[int] = []
        for desk in self.desks:
            self._all_accounted_for(desk)
            places = [item.position for _, recorded in desk.saved for item in recorded]
            assert places == sorted(places)
            taken += places
        assert len(set(taken)) == len(taken)

    def _all_accounted_for(self, desk: OneDesk) -> None:
        """See that every act is in the record once, or was said to be too late."""
        names = [name for name, _ in desk.saved]
        assert names == sorted(set(names), key=int)
        assert len(names) + len(desk.late) == len(desk.told)
        history = {position: event for position, event, _ in desk.live.saved.history}
        for name, recorded in desk.saved:
            assert recorded
            former, later = desk.about[name], _about(recorded)
            assert all(former[kind] == later[kind] for kind in former.keys() & later.keys())
            assert all(history[item.position] == item.event for item in recorded)


def _about(recorded: Sequence[Recorded]) -> dict[str, str]:
    """Return which delegation an act gives the floor, ends, or stops the clock of."""
    kinds = ("floor_given", "remark_ended", "clock_paused", "speaker_called")
    return {
        event.kind: getattr(event, "delegation", "")
        for _, event, _ in recorded
        if event.kind in kinds
    }


def _one_floor(meeting: Meeting) -> None:
    assert all(not remark.has_floor for remark in meeting.remarks)
    for former, later in pairwise(meeting.all_remarks):
        ended = former.stopped_at or former.ended_at
        assert ended is None or later.given_at.reached(ended)


TwoLiveDesks.TestCase.settings = settings(
    max_examples=examples(60),
    stateful_step_count=40,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
TestTwoLiveDesks = TwoLiveDesks.TestCase
