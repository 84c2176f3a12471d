"""A record that is resumed shows what its checkpoint says, and goes on with what its rows say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from tests.helpers.desk import Desk
from tests.helpers.hand_recorder import HandRecorder
from tests.helpers.tampering import tampered
from tipfloor import __version__
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.laid_down import laid_down
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings import Proceedings, resuming
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.proceedings.pending import Late
from tipfloor.proceedings.recent import Recent
from tipfloor.proceedings.resuming import leave, resumed
from tipfloor.proceedings.view import View
from tipfloor.store import Person, Row, StoreFault
from tipfloor.store.checkpoint import Checkpoint, checkpoint_of, find, lay
from tipfloor.store.sqlite import SqliteStore

Session = Callable[..., Desk]
AT_ONCE = 4
"""Rows that these read at once, so that short records have some that they do not."""


ALTERED = "UPDATE events SET body = body || ' ' WHERE position = 3"


class Resuming:
    """A desk that was left in order, and one that is resumed from it, moved by hand."""

    def __init__(self, desk: Desk) -> None:
        self.record, self.clock = desk.record, desk.clock
        self.late: list[Late] = []
        self.others: list[Recorded] = []
        desk.close()
        self.before: View = desk.proceedings.saved
        leave(self.record, self.before, least=1)

    def open(self, found: Checkpoint | None = None) -> LiveProceedings:
        """Open it from its checkpoint, or from another one."""
        found = found or find(self.record, __version__)
        assert found
        store = SqliteStore(self.record)
        saved = resumed(store, found)
        assert saved
        assert not saved.is_whole
        self.live = Proceedings(store, self.clock, "desk", saved).live(HandRecorder)
        self.live.on_late, self.live.on_others = self.late.extend, self.others.extend
        return self.live

    @property
    def recorder(self) -> HandRecorder:
        assert isinstance(self.live._recorder, HandRecorder)
        return self.live._recorder

    def tell(self, kind: str, **fields: object) -> None:
        self.live.tell(ACTS[kind].model_validate({"kind": kind, **fields}))

    def settle(self) -> None:
        while self.recorder.step():
            self.live.take()
        self.recorder.look()
        self.live.take()

    def on_disk(self) -> list[str]:
        with closing(SqliteStore(self.record, read_only=True)) as store:
            return [row.kind for row in store.read()]


@pytest.fixture
def at(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[Resuming]:
    monkeypatch.setattr(resuming, "LAST", AT_ONCE)
    desk = session("BRA", "CHL", "DMA")
    desk.tell("give_floor")
    desk.clock.advance(5_000)
    desk.tell("end_remark")
    for nth in range(6):
        desk.tell("take_note", text=f"note {nth}")
    made = Resuming(desk)
    yield made
    if hasattr(made, "live"):
        made.live.close()


def test_it_shows_at_once_what_the_rows_say(at: Resuming) -> None:
    live = at.open()
    assert live.meeting == at.before.meeting
    assert live.saved.digest == at.before.digest
    assert len(live.history) == len(at.before.history)
    assert live.history[-3:] == at.before.history[-3:]
    assert not live.saved.is_whole


def test_what_is_asked_for_of_the_events_before_is_read_for_it(at: Resuming) -> None:
    live, events = at.open(), [*at.before.history]
    assert isinstance(live.history, Recent)
    assert [*live.history] == events
    assert [*reversed(live.history)] == events[::-1]
    for place in range(-len(events), len(events)):
        assert live.history[place] == events[place]
        for stop in (None, 0, 3, -1, len(events) + 1):
            assert [*live.history[place:stop]] == events[place:stop]
    assert [*live.history[::2]] == events[::2]
    for place in (len(events), -len(events) - 1):
        with pytest.raises(IndexError):
            live.history[place]


def test_events_behind_it_are_had_with_those_before(at: Resuming) -> None:
    live = at.open()
    at.tell("take_note", text="later")
    events = [*live.history]
    assert [x.position for x in events] == [*range(1, len(events) + 1)]
    assert getattr(events[-1].event, "text", "") == "later"


def test_an_act_waits_until_the_record_is_read_whole_and_then_is_saved(at: Resuming) -> None:
    live = at.open()
    before = at.on_disk()
    at.tell("give_floor")
    assert live.meeting.speaker
    assert live.saved.meeting.speaker is None
    assert live.waiting.acts
    at.recorder.step()  # the record is read
    assert at.on_disk() == before
    live.take()
    assert live.saved.is_whole
    at.settle()
    assert at.on_disk() == [*before, "floor_given"]
    assert live.saved.meeting.speaker
    assert not live.waiting.acts
    assert not at.late


def test_what_was_done_before_is_undone_at_once(at: Resuming) -> None:
    live = at.open()
    for _ in range(8):
        at.tell("undo")
    assert [entry.delegation for entry in live.meeting.speakers().waiting] == ["BRA", "CHL", "DMA"]
    at.settle()
    assert live.meeting == live.saved.meeting
    with closing(Proceedings(SqliteStore(at.record, read_only=True))) as found:
        assert found.meeting == live.meeting


def test_it_is_read_whole_without_any_act(at: Resuming) -> None:
    live = at.open()
    live.read_whole()
    at.settle()
    assert live.saved.is_whole
    assert [*live.history] == [*at.before.history]
    assert live.meeting == at.before.meeting


def test_leaving_saves_what_waits(at: Resuming) -> None:
    live = at.open()
    at.tell("take_note", text="the last")
    assert not live.close()
    assert at.on_disk()[-1] == "note_taken"
    assert len(at.on_disk()) == at.before.position + 1


def test_what_others_wrote_meanwhile_is_told_and_decided_on(at: Resuming) -> None:
    live = at.open()
    at.tell("give_floor")
    other = Desk(at.record, at.clock)
    other.tell("withdraw", delegation="CHL")
    other.close()
    at.settle()
    assert [x.event.kind for x in at.others] == ["withdrew"]
    assert [x.refused.code for x in at.late] == ["act_overtaken"]
    assert live.meeting == live.saved.meeting


def test_a_person_whom_others_keep_meanwhile_is_known(at: Resuming) -> None:
    live = at.open()
    with closing(SqliteStore(at.record)) as other:
        other.keep_person(Person("p", "BRA", "Ludovica Quenthwaite", "", "full_name"))
    live.read_whole()
    at.settle()
    assert "p" in live.people


def forged(at: Resuming, meeting: Meeting) -> Checkpoint:
    return Checkpoint("x", at.before.position, at.before.digest, laid_down(meeting))


def test_a_checkpoint_that_tells_something_else_is_put_right(at: Resuming) -> None:
    wrong = at.before.meeting.having(closed_at=at.clock.now())
    live = at.open(forged(at, wrong))
    assert live.meeting.closed_at
    with pytest.raises(Refused):
        at.tell("give_floor")
    live.read_whole()
    at.settle()
    assert live.meeting.closed_at is None
    at.tell("give_floor")
    at.settle()
    assert live.saved.meeting.speaker


def test_acts_decided_on_what_is_put_right_are_decided_again(at: Resuming) -> None:
    wrong = at.before.meeting.with_list("technology", at.before.meeting.speakers().without(2))
    live = at.open(forged(at, wrong.having(closed_at=None)))
    at.tell("give_floor")
    at.settle()
    assert live.meeting == live.saved.meeting
    assert live.saved.meeting.speaker or at.late


def test_an_altered_row_is_said_and_what_waits_is_refused(at: Resuming) -> None:
    found = find(at.record, __version__)
    tampered(at.record, ALTERED)
    live = at.open(found)
    before = at.on_disk()
    at.tell("give_floor")
    at.settle()
    assert live.saved.broken == 3
    assert [x.refused.code for x in at.late] == ["broken_chain"]
    assert not live.waiting.acts
    assert at.on_disk() == before
    with pytest.raises(Refused, match="broken_chain"):
        at.tell("give_floor")


def test_nothing_is_undone_where_a_row_was_altered(at: Resuming) -> None:
    found = find(at.record, __version__)
    tampered(at.record, ALTERED)
    live = at.open(found)
    with pytest.raises(Refused, match="broken_chain"):
        at.tell("undo")
    assert live.saved.broken == 3
    at.settle()
    assert not live.waiting.acts


def test_a_record_that_cannot_be_read_is_said_and_what_waits_is_kept(at: Resuming) -> None:
    found = find(at.record, __version__)
    tampered(at.record, "DELETE FROM events WHERE position < 3")
    live = at.open(found)
    at.tell("take_note", text="kept")
    with pytest.raises(Refused, match="broken_chain"):
        at.tell("undo")
    at.settle()
    assert live.waiting.fault is not None
    assert len(live.waiting.acts) == 1
    assert [x.event.kind for x in live.close()] == ["note_taken"]


def test_events_that_cannot_be_read_tell_nothing_and_keep_their_places(at: Resuming) -> None:
    found = find(at.record, __version__)
    tampered(at.record, "DELETE FROM events WHERE position < 3")
    live, before = at.open(found), at.before.history
    for _ in range(2):
        assert [x.position for x in live.history] == [x.position for x in before]
        assert [*live.history[1 - AT_ONCE :]] == [*before[1 - AT_ONCE :]]
        assert {x.event.kind for x in live.history[: 1 - AT_ONCE]} == {"row_unread"}
        live.read_whole()
        at.settle()
    assert live.waiting.fault is not None


def test_a_record_that_can_be_read_again_is_read(
    at: Resuming, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hindered(store: SqliteStore, after: int = 0) -> list[Row]:
        raise StoreFault("unreadable", store.where)

    live = at.open()
    with monkeypatch.context() as patched:
        patched.setattr(SqliteStore, "read", hindered)
        live.read_whole()
        at.settle()
        assert live.history[0].event.kind == "row_unread"
    live.retry()
    at.settle()
    assert live.waiting.fault is None
    assert [*live.history] == [*at.before.history]


def test_no_text_is_blacked_out_of_a_record_before_it_was_checked(at: Resuming) -> None:
    found = find(at.record, __version__)
    tampered(at.record, ALTERED)
    live, before = at.open(found), at.on_disk()
    with pytest.raises(Refused, match="broken_chain"):
        live.black_out(at.before.position, lambda outcome: None)
    at.settle()
    assert at.on_disk() == before


def test_a_record_that_another_took_the_place_of_is_said(at: Resuming) -> None:
    live = at.open()
    at.tell("take_note", text="kept")
    with closing(SqliteStore(at.record)) as other:
        assert other.read()
    tampered(at.record, f"UPDATE events SET digest = 'x' WHERE position = {at.before.position}")
    at.recorder.step()
    live.take()
    assert live.waiting.fault
    assert live.waiting.fault.code == "replaced"
    assert len(live.waiting.acts) == 1


def test_none_is_resumed_whose_last_row_is_another(at: Resuming) -> None:
    found = find(at.record, __version__)
    assert found
    other = Desk(at.record, at.clock)
    other.tell("take_note", text="x")
    other.close()
    assert find(at.record, __version__) is None
    with closing(SqliteStore(at.record)) as store:
        assert resumed(store, found) is None
        assert resumed(store, found._replace(position=10**9)) is None
        assert resumed(store, found._replace(state=b"{}")) is None


# What is left behind.


def test_the_next_desk_is_resumed_from_where_this_one_was_left(at: Resuming) -> None:
    live = at.open()
    at.tell("give_floor")
    live.close()
    leave(at.record, live.saved, least=1)
    found = find(at.record, __version__)
    assert found
    assert found.position == live.saved.position
    assert at.open(found).meeting == live.saved.meeting


def test_a_desk_that_was_left_before_it_had_read_all_leaves_the_checkpoint(at: Resuming) -> None:
    found = find(at.record, __version__)
    live = at.open()
    live.close()
    leave(at.record, live.saved, least=1)
    assert found
    assert find(at.record, __version__) == found


def test_a_desk_that_fell_leaves_none(at: Resuming) -> None:
    """It may have fallen over the checkpoint, and would again at each start."""
    live = at.open()
    live.close()
    leave(at.record, live.saved, least=1, in_order=False)
    assert not checkpoint_of(at.record).exists()
    leave(at.record, at.before, least=1, in_order=False)
    assert not checkpoint_of(at.record).exists()


def test_a_short_record_has_none(at: Resuming) -> None:
    assert find(at.record, __version__)
    leave(at.record, at.before)
    assert not checkpoint_of(at.record).exists()


def test_what_others_wrote_last_is_in_no_checkpoint(at: Resuming) -> None:
    other = Desk(at.record, at.clock)
    other.tell("take_note", text="x")
    other.close()
    leave(at.record, at.before, least=1)
    assert not checkpoint_of(at.record).exists()


def test_a_damaged_record_has_none(at: Resuming) -> None:
    tampered(at.record, ALTERED)
    with closing(SqliteStore(at.record)) as store:
        view = View(store.read(), "x")
    leave(at.record, view, least=1)
    assert not checkpoint_of(at.record).exists()


def test_a_record_that_is_gone_has_none(at: Resuming) -> None:
    at.record.unlink()
    leave(at.record, at.before, least=1)
    assert find(at.record, "x") is None
    assert not lay(at.record, Checkpoint("x", 1, "", b""))
