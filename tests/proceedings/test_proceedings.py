import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import fields

from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tipfloor.core.fold import fold
from tipfloor.core.ground.event import decode, encode
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS, EVENTS
from tipfloor.proceedings import Proceedings, RecordDamaged, clock_of, convening
from tipfloor.store import NotSaved, Unsealed
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

Session = Callable[..., Desk]


def test_what_is_told_is_on_disk(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    with closing(sqlite3.connect(desk.record)) as other:
        last = other.execute("SELECT kind FROM events ORDER BY position DESC LIMIT 1").fetchone()
    assert last == ("floor_given",)


def test_a_refused_act_leaves_the_record(session: Session) -> None:
    desk = session("CHL")
    before = len(desk.proceedings.history)
    desk.refused("withdraw", delegation="BRA")
    with closing(SqliteStore(desk.record)) as store:
        assert len(store.read()) == before


def test_two_desks_never_give_two_floors(session: Session) -> None:
    one = session("CHL", "BRA")
    two = one.another()
    one.tell("give_floor")
    with pytest.raises(Refused, match="floor_taken"):
        two.tell("give_floor")
    assert two.meeting == one.meeting
    assert one.waiting == ["BRA"]


def test_both_of_two_acts_that_can_stand_together_stand(session: Session) -> None:
    one = session()
    two = one.another()
    one.tell("inscribe", delegation="CHL")
    two.tell("inscribe", delegation="BRA")
    assert one.proceedings.follow()
    assert not one.proceedings.follow()
    assert one.waiting == two.waiting == ["CHL", "BRA"]


def test_an_undo_by_one_desk_reaches_the_other(session: Session) -> None:
    one = session("CHL")
    two = one.another()
    two.tell("give_floor")
    one.proceedings.follow()
    two.tell("undo")
    assert one.proceedings.follow()
    assert one.proceedings.meeting == two.proceedings.meeting
    assert one.waiting == ["CHL"]


def test_an_act_of_the_past_is_set_where_it_was(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(30_000)
    pressed = desk.clock.now()
    desk.clock.advance(4_000)
    desk.proceedings.tell(ACTS["pause"].model_validate({"kind": "pause"}), pressed)
    assert desk.times(desk.floor) == (30_000, 4_000, 0)


def test_an_act_of_the_past_never_reaches_behind_another_floor(session: Session) -> None:
    desk = session("CHL", "BRA")
    pressed = desk.clock.now()
    desk.clock.advance(1_000)
    other = desk.another()
    other.tell("give_floor")
    end = ACTS["end_remark"].model_validate({"kind": "end_remark"})
    desk.proceedings.tell(end, pressed)
    assert desk.last.ended_at == desk.last.given_at
    give = ACTS["give_floor"].model_validate({"kind": "give_floor"})
    desk.proceedings.tell(give, pressed)
    assert desk.floor.given_at == desk.last.ended_at


def test_a_limit_that_passes_is_recorded_before_the_act(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(121_000)
    kinds = [event.kind for event in desk.tell("inscribe", delegation="BRA")]
    assert kinds == ["floor_withdrawn", "inscribed"]


def until_the_disk_is_full(desk: Desk) -> int:
    """Return how many refusals were saved before one was not."""
    for saved in range(1000):
        try:
            desk.tell("refuse", delegation="CHL", requested="slides", reason="x" * 400)
        except NotSaved:
            return saved
    raise AssertionError("the disk never filled")


def test_what_cannot_be_saved_does_not_happen_and_the_clock_runs_on(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    connection = desk.proceedings._store._connection  # type: ignore[attr-defined]
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    refused = until_the_disk_is_full(desk)
    assert len(desk.meeting.requests_refused) == refused
    desk.clock.advance(60_000)
    assert desk.floor.left(desk.clock.now()) == 60_000
    connection.execute("PRAGMA max_page_count = 100000").fetchone()
    desk.tell("refuse", delegation="CHL", requested="slides", reason="x" * 400)
    assert desk.another().meeting.requests_refused == desk.meeting.requests_refused
    assert len(desk.meeting.requests_refused) == refused + 1


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (Unsealed("of_the_future", 1, "{}"), "event_newer"),
        (Unsealed("inscribed", 99, "{}"), "event_newer"),
        (Unsealed("inscribed", 1, "{}"), "damaged"),
        (Unsealed("inscribed", 1, "\0"), "damaged"),
    ],
)
def test_a_record_with_events_that_cannot_be_read_is_refused(
    session: Session, row: Unsealed, code: str
) -> None:
    desk = session()
    with closing(SqliteStore(desk.record)) as store:
        store.append(desk.meeting.position, [row])
        with pytest.raises(RecordDamaged) as caught:
            Proceedings(store, desk.clock)
        assert (caught.value.code, caught.value.detail) == (code, "4")


def test_what_could_not_be_read_is_read_the_next_time(session: Session) -> None:
    desk = session()
    with closing(SqliteStore(desk.record)) as store:
        store.append(desk.meeting.position, [Unsealed("of_the_future", 1, "{}")])
    for _ in range(2):
        with pytest.raises(RecordDamaged):
            desk.proceedings.follow()


def test_a_record_without_a_convening_is_refused(tmp_path: Path) -> None:
    assert create(tmp_path / "record", [])
    with (
        closing(SqliteStore(tmp_path / "record")) as store,
        pytest.raises(RecordDamaged),
    ):
        Proceedings(store)


def test_every_event_reads_back_as_it_was_written(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(130_000)
    desk.tell("point_of_order", delegation="MEX")
    desk.tell("undo", reason="x")
    for item in desk.proceedings.history:
        event = item.event
        assert decode(event.kind, event.version, encode(event)) == event
    assert fold(desk.proceedings.history) == desk.proceedings.meeting


def test_every_kind_is_known_by_its_own_name() -> None:
    for kinds in (ACTS, EVENTS):
        assert all(
            field.default == kind
            for kind, found in kinds.items()
            for field in fields(found)
            if field.name == "kind"
        )
    assert not set(ACTS) & {"floor_withdrawn", "act_undone"}


def test_a_rehearsal_runs_faster_on_a_clock_of_its_own(tmp_path: Path) -> None:
    record, clock = tmp_path / "record", HandClock()
    create(record, convening(small_plan(), clock, rehearsal_speed=10.0))
    with closing(Proceedings(SqliteStore(record))) as rehearsal:
        assert rehearsal.meeting.rehearsal_speed == 10.0
        assert clock_of(rehearsal.meeting).now().boot == clock.now().boot
