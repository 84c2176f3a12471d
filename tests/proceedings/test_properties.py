import tempfile
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from msgspec.structs import replace

from tests.helpers import acts
from tests.helpers.depth import examples
from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES, NAMES
from tests.helpers.recommended import once_each
from tipfloor.core.documents.adoption import DocumentDecided, DocumentReopened
from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.fold import fold, undone_positions
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.registration.quorum import PURPOSES, quorum
from tipfloor.core.registration.quorum_watch import QuorumChanged
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.document import documents
from tipfloor.core.state.laid_down import laid_down, taken_up
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.store import Store
from tipfloor.store.chain import first_bad_position
from tipfloor.store.sqlite import SqliteStore

DESKS = st.integers(0, 1)


class TwoDesks(RuleBasedStateMachine):
    """Two processes at one record do whatever comes to mind, and time goes by as it likes."""

    desk: type[Desk] = Desk

    @initialize(rules=acts.RULES, reboots=st.booleans())
    def convene(self, rules: dict[str, Any], reboots: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        first = self.desk.in_session(Path(self.folder.name), addresses=ADDRESSES, **rules)
        first.clock.advance(10_000)
        self.desks = (first, first.another())
        self.clock = first.clock
        self.reboots = reboots

    # What happens.

    @rule(desk=DESKS, fields=acts.ALL)
    def tell(self, desk: int, fields: dict[str, Any]) -> None:
        self._told(desk, fields)

    @precondition(lambda self: self.desks[0].meeting.speaker is None)
    @rule(
        desk=DESKS,
        delegation=acts.CODES,
        course=st.lists(st.tuples(acts.ON_THE_FLOOR, acts.TIMES), min_size=1, max_size=8),
    )
    def somebody_speaks(
        self, desk: int, delegation: str, course: list[tuple[dict[str, Any], int]]
    ) -> None:
        if self.desks[desk].meeting.suspended_at:
            self._told(desk, {"kind": "resume_meeting"})
        self._told(desk, {"kind": "open_session", "session": "technology", "reason": "x"})
        self._told(desk, {"kind": "check_in", "delegation": delegation})
        self._told(desk, {"kind": "inscribe", "delegation": delegation, "reason": "x"})
        self._told(1 - desk, {"kind": "give_floor"})
        for fields, time in course:
            self.clock.advance(time)
            self._told(desk, fields)
            self.there_are_never_two_floors()
            self.the_times_of_every_remark_add_up()

    @precondition(lambda self: self.desks[0].meeting.speaker is None)
    @rule(
        desk=DESKS,
        address=st.sampled_from(["host", "secretary", "report"]),
        limit=acts.SECONDS,
        session=st.booleans(),
        course=st.lists(st.tuples(acts.ON_THE_COURSE, acts.TIMES), min_size=1, max_size=8),
    )
    def an_address_is_given(
        self,
        desk: int,
        address: str,
        limit: int | None,
        session: bool,
        course: list[tuple[dict[str, Any], int]],
    ) -> None:
        self._ready(desk)
        if not session:
            self._told(desk, {"kind": "end_session", "waiting": "carry_over"})
        begun = {"kind": "begin_address", "address": address, "reason": "x"}
        self._told(1 - desk, {**begun, "limit_seconds": limit})
        self._taking(desk, course)

    @precondition(lambda self: self.desks[0].meeting.speaker is None)
    @rule(
        desk=DESKS,
        before=acts.TIMES,
        course=st.lists(st.tuples(acts.ON_THE_COURSE, acts.TIMES), min_size=1, max_size=8),
    )
    def an_interlude_is_held(
        self, desk: int, before: int, course: list[tuple[dict[str, Any], int]]
    ) -> None:
        self._ready(desk)
        self._told(desk, {"kind": "begin_interlude", "what": "film"})
        self.clock.advance(before)
        self._taking(desk, course)

    @precondition(lambda self: self.desks[0].meeting.speaker is None)
    @rule(desk=DESKS, course=st.lists(acts.ALL, min_size=1, max_size=8))
    def a_closed_meeting_has_no_floor(self, desk: int, course: list[dict[str, Any]]) -> None:
        self._ready(desk)
        self._told(desk, {"kind": "close_meeting", "insist": True, "reason": "x"})
        assert self._newest(desk).closed_at
        lists = self._newest(desk).lists
        for fields in course:
            if fields["kind"] not in ("reopen_meeting", "withdraw", "check_out"):
                self._told(1 - desk, fields)
                after = self._newest(desk)
                assert after.floor is None
                assert after.lists == lists
        self._told(desk, {"kind": "reopen_meeting", "reason": "x"})

    @precondition(lambda self: self.desks[0].meeting.floor is not None)
    @rule(desk=DESKS, fields=acts.ON_THE_FLOOR, ago=st.sampled_from([0, 0, 700, 4_000]))
    def tell_of_the_floor(self, desk: int, fields: dict[str, Any], ago: int) -> None:
        self._told(desk, fields, ago)

    @rule(time=acts.TIMES)
    def wait(self, time: int) -> None:
        self.clock.advance(time)

    @rule(desk=DESKS)
    def keep_time(self, desk: int) -> None:
        self.desks[desk].proceedings.keep_time()

    @precondition(lambda self: self.desks[0].meeting.floor is not None)
    @rule(desk=DESKS)
    def undo(self, desk: int) -> None:
        self._told(desk, {"kind": "undo"})

    @rule(jump=st.sampled_from([-7_200_000, -2_000, 1_000, 30_000, 90_000_000]))
    def set_the_wall_clock(self, jump: int) -> None:
        self.clock.jump_wall(jump)

    @precondition(lambda self: self.reboots)
    @rule(time=acts.TIMES, same_name=st.booleans())
    def restart_the_machine(self, time: int, same_name: bool) -> None:
        self.clock.reboot(time, same_name=same_name)
        self.desks[0].proceedings.keep_time(recovered=True)

    @precondition(lambda self: self.reboots)
    @rule(back=st.sampled_from([1, 5_000, 3_600_000, 40 * 86_400_000]), same_name=st.booleans())
    def restart_with_the_clock_behind(self, back: int, same_name: bool) -> None:
        self.clock.reboot(-back, same_name=same_name)
        self.desks[0].proceedings.keep_time(recovered=True)

    # What must hold of one act.

    @rule(desk=DESKS, fields=acts.ON_WAITING_ENTRIES)
    def a_waiting_entry_never_touches_the_floor(self, desk: int, fields: dict[str, Any]) -> None:
        before = self._newest(desk)
        self._told(desk, fields)
        assert as_of(before, self._now()).floor == self._newest(desk).floor

    @rule(desk=DESKS, fields=st.one_of(acts.ON_THE_FLOOR, acts.ALL), time=acts.TIMES)
    def undo_restores(self, desk: int, fields: dict[str, Any], time: int) -> None:
        self._newest(desk)
        before = self.desks[desk].proceedings.meeting
        told = self._told(desk, fields)
        numbers = _numbers(self._newest(desk))
        self.clock.advance(time)
        for _ in _undone_one_by_one(told):
            self._told(1 - desk, {"kind": "undo"})
        if told:
            now = self._now()
            after = self._newest(1 - desk)
            assert _restored(after) == _restored(as_of(before, now))
            begun = {one: numbers[one] for one in numbers.keys() - _numbers(before).keys()}
            assert after.void == {**before.void, **begun}, "a void remark keeps its number"

    # What always holds.

    @invariant()
    def there_are_never_two_floors(self) -> None:
        meeting = self._newest(0)
        assert all(not remark.has_floor for remark in meeting.remarks)
        for former, later in pairwise(meeting.all_remarks):
            assert later.given_at.reached(self._end(former))

    @invariant()
    def the_times_of_every_remark_add_up(self) -> None:
        now = self._now()
        for remark in self._newest(0).all_remarks:
            length = self._end(remark).since(remark.given_at)
            spoken, paused, over = remark.speaking(now), remark.paused(now), remark.over_time(now)
            if not remark.withdraws:
                assert spoken + paused == length
                continue
            assert spoken + paused + over == length
            assert remark.limit is None or spoken <= remark.limit
            assert not remark.withdrawn or spoken == remark.limit

    @invariant()
    def no_remark_ends_before_it_began(self) -> None:
        """By the times that people read, however clocks were set and machines started anew."""
        for remark in self._newest(0).all_remarks:
            assert remark.ended_at is None or remark.given_at.utc <= remark.ended_at.utc
            if remark.ended_at and remark.stopped_at:
                assert remark.ended_at.utc <= remark.stopped_at.utc

    @invariant()
    def neither_an_interlude_nor_a_closed_meeting_has_a_floor(self) -> None:
        meeting = self._newest(0)
        if meeting.closed_at or meeting.interlude:
            assert meeting.floor is None

    @invariant()
    def an_interlude_is_over_before_somebody_speaks(self) -> None:
        meeting = self._newest(0)
        for interlude in meeting.interludes[:-1]:
            assert interlude.ended_at is not None
        if meeting.floor and meeting.interludes:
            ended = meeting.interludes[-1].ended_at
            assert ended is not None
            assert meeting.floor.given_at.reached(ended)

    @invariant()
    def one_entry_waits_for_each_delegation(self) -> None:
        for speakers in self._newest(0).lists.values():
            places = [(item.delegation, item.kind == "reply") for item in speakers.waiting]
            assert len(set(places)) == len(places)

    @invariant()
    def a_delegation_is_present_in_one_stay_at_a_time(self) -> None:
        meeting = self._newest(0)
        there = [stay.delegation for stay in meeting.attendance if stay.left is None]
        assert sorted(there) == sorted(meeting.checked_in)
        assert meeting.checked_in <= {item.code for item in meeting.plan.delegations}
        for code in {stay.delegation for stay in meeting.attendance}:
            stays = [stay for stay in meeting.attendance if stay.delegation == code]
            for former, later in pairwise(stays):
                assert former.left is not None
                assert later.arrived.reached(former.left)

    @invariant()
    def only_who_was_checked_in_took_the_floor(self) -> None:
        meeting = self._newest(0)
        if not meeting.plan.rules.check_in_required:
            return
        for remark in meeting.all_remarks:
            spoke = remark.entry.delegation
            stays = [stay for stay in meeting.attendance if stay.delegation == spoke]
            assert (
                not remark.was_spoken
                or remark.is_address
                or {"corrected", "by_hand"} & set(remark.marks)
                or any(stay.left is None or stay.left.reached(remark.given_at) for stay in stays)
            )

    @invariant()
    def the_last_word_on_each_quorum_is_how_it_stands(self) -> None:
        history = self.desks[0].proceedings.history
        undone, told = undone_positions(history), dict[str, bool]()
        for position, event, _ in history:
            if isinstance(event, QuorumChanged) and position not in undone:
                told[event.purpose] = event.met
        for purpose in PURPOSES:
            found = quorum(self._newest(0), purpose)
            assert told.get(purpose, not found.needed) == found.met

    @invariant()
    def the_clock_stands_while_a_point_or_an_appeal_waits(self) -> None:
        meeting = self._newest(0)
        if meeting.plan.rules.pause_on_point_of_order and meeting.speaker:
            raised = [item for item in meeting.raised if item.remark == meeting.speaker.id]
            waits = any(item.waits or item.appeal_waits for item in raised)
            assert not waits or meeting.speaker.pause is not None

    @invariant()
    def a_reply_before_the_main_list_is_marked(self) -> None:
        for remark in self._newest(0).all_remarks:
            reply = remark.entry.kind == "reply" and remark.was_spoken
            assert not reply or remark.place == 1 or "out_of_order" in remark.marks

    @invariant()
    def sittings_are_in_order_and_one_is_on_unless_adjourned(self) -> None:
        meeting = self._newest(0)
        assert [item.number for item in meeting.sittings] == [
            number for number, _ in enumerate(meeting.sittings, start=1)
        ]
        assert all(item.ended_at is not None for item in meeting.sittings[:-1])
        assert meeting.adjourned == (meeting.sittings[-1].ended_at is not None)
        assert not (meeting.adjourned and meeting.speaker)

    @invariant()
    def an_office_is_filled_once_by_a_nominee_with_votes_of_those_present(self) -> None:
        for former in self._newest(0).elections.values():
            assert all(item.result and item.superseded_at for item in former[:-1])
            assert former[-1].superseded_at is None
            for item in former:
                nominees = {nomination.delegation for nomination in item.nominations}
                assert item.result is None or item.result.delegation in nominees
                for ballot in item.ballots:
                    votes = dict(ballot.votes)
                    cast = (*votes.values(), ballot.against or 0, ballot.abstaining, ballot.invalid)
                    assert votes.keys() <= nominees
                    assert sum(cast) <= (ballot.present or len(NAMES))

    @invariant()
    def no_recommendation_is_decided_twice_without_reopening(self) -> None:
        once_each(self.desks[0])

    @invariant()
    def no_document_is_decided_twice_without_reopening(self) -> None:
        history, final = self.desks[0].proceedings.history, set[str]()
        undone = undone_positions(history)
        for position, event, _ in history:
            if position in undone:
                continue
            if isinstance(event, DocumentReopened):
                final.discard(event.document)
            elif isinstance(event, DocumentDecided):
                assert event.document not in final
                if event.outcome != "deferred":
                    final.add(event.document)
        told = {x.plan.code for x in documents(self._newest(0)) if not x.is_open}
        assert told == final

    @invariant()
    def both_desks_see_the_meeting_that_the_record_has(self) -> None:
        one, two = (self._caught_up(desk) for desk in (0, 1))
        assert one == two == fold(self.desks[0].proceedings.history)

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        history = list(self.desks[0].proceedings.history)
        for end in range(1, len(history) + 1):
            assert fold(history[:end]).position <= end
        meeting = self.desks[0].proceedings.meeting
        assert taken_up(laid_down(meeting)) == meeting
        with closing(self._record()) as record:
            assert first_bad_position(record.read()) is None
        self.desks[0].close()
        self.folder.cleanup()

    # How it is done.

    def _record(self) -> Store:
        return SqliteStore(self.desks[0].record, read_only=True)

    def _told(self, desk: int, fields: dict[str, Any], ago: int = 0) -> tuple[Recorded, ...]:
        act = ACTS[fields["kind"]].model_validate(fields)
        at = self._now().plus(-ago) if ago else None
        try:
            return self.desks[desk].proceedings.tell(act, at)
        except Refused:
            return ()

    def _ready(self, desk: int) -> None:
        """Bring the meeting to where somebody can take the floor."""
        self._told(desk, {"kind": "reopen_meeting", "reason": "x"})
        self._told(desk, {"kind": "resume_meeting"})
        self._told(desk, {"kind": "withdraw_appeal"})
        while self._newest(desk).points:
            self._told(desk, {"kind": "rule_on_point", "ruling": "x"})
        for code in ("BRA", "JAM"):
            self._told(desk, {"kind": "check_in", "delegation": code})
        self._told(desk, {"kind": "inscribe", "delegation": "BRA", "reason": "x"})

    def _taking(self, desk: int, course: list[tuple[dict[str, Any], int]]) -> None:
        """Take a course of acts, with time going by, and look at the floor after each."""
        for fields, time in course:
            self.clock.advance(time)
            self._told(desk, fields)
            self.there_are_never_two_floors()
            self.the_times_of_every_remark_add_up()
            self.neither_an_interlude_nor_a_closed_meeting_has_a_floor()
            self.an_interlude_is_over_before_somebody_speaks()

    def _caught_up(self, desk: int) -> Meeting:
        self.desks[desk].proceedings.follow()
        return self.desks[desk].proceedings.meeting

    def _newest(self, desk: int) -> Meeting:
        self._caught_up(desk)
        return self.desks[desk].meeting

    def _now(self) -> Instant:
        return self.desks[0].proceedings.now()

    def _end(self, remark: Remark) -> Any:
        end = remark.stopped_at if remark.withdrawn else remark.ended_at
        return end or self._now()


def _undone_one_by_one(told: tuple[Recorded, ...]) -> list[Recorded]:
    """Return the first event of each group of an act that one undoing takes back."""
    undoable = [item for item in told if item.event.undoable]
    former = [None, *undoable[:-1]]
    return [
        item
        for before, item in zip(former, undoable, strict=False)
        if before is None or before.event.apart or before.told.act != item.told.act
    ]


def _numbers(meeting: Meeting) -> dict[int, int]:
    return {remark.id: remark.number for remark in meeting.all_remarks}


def _restored(meeting: Meeting) -> Meeting:
    """Return what an undoing restores: all but the time, and the numbers of void remarks."""
    lists = {
        session: speakers if speakers.is_open else replace(speakers, closed_by_time=False)
        for session, speakers in meeting.lists.items()
    }
    return meeting.having(
        position=0, latest=meeting.convened_at, day="", sittings=(), lists=lists, seam=None, void={}
    )


TwoDesks.TestCase.settings = settings(
    max_examples=examples(100),
    stateful_step_count=30,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
TestTwoDesks = TwoDesks.TestCase
