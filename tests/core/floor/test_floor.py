from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_the_floor_goes_to_the_first_who_asked(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    assert desk.floor.entry.delegation == "CHL"
    assert desk.floor.marks == ()
    assert desk.waiting == ["BRA"]


def test_there_is_one_floor(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(50_000)
    refused = desk.refused("give_floor")
    assert refused.code == "floor_taken"
    assert refused.facts == {"delegation": "Chile", "left": 70_000}


def test_out_of_order_takes_a_reason_and_leaves_a_mark(session: Session) -> None:
    desk = session("CHL", "BRA")
    assert desk.refused("give_floor", delegation="BR").code == "reason_missing"
    assert desk.refused("give_floor", delegation="BR", reason="  ").code == "reason_missing"
    desk.tell("give_floor", delegation="BR", reason="a minister leaves")
    assert desk.floor.entry.delegation == "BRA"
    assert desk.floor.marks == ("out_of_order",)
    assert desk.waiting == ["CHL"]


def test_the_next_by_name_is_in_order(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor", delegation="CHL")
    assert desk.floor.marks == ()


def test_the_chair_may_give_the_floor_to_who_is_not_listed(session: Session) -> None:
    desk = session("CHL")
    assert desk.refused("give_floor", delegation="MEX").code == "reason_missing"
    desk.tell("give_floor", delegation="MEX", reason="the host of the next meeting")
    assert desk.floor.entry.delegation == "MEX"
    assert desk.floor.place == 0
    assert desk.waiting == ["CHL"]


def test_nobody_waits(session: Session) -> None:
    assert session().refused("give_floor").code == "nobody_waiting"


def test_no_floor_before_the_session_of_a_moment_that_has_one(convene: Session) -> None:
    desk = convene()
    desk.tell("next_moment")
    desk.tell("next_moment")
    assert desk.refused("give_floor").code == "session_not_open"


def test_a_speaker_ends(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(61_234)
    desk.tell("end_remark")
    assert desk.meeting.floor is None
    assert desk.last.ended_by == "speaker"
    assert desk.times(desk.last) == (61_234, 0, 0)
    desk.clock.advance(10_000)
    assert desk.times(desk.last) == (61_234, 0, 0)
    assert desk.refused("end_remark").code == "floor_free"


def test_the_chair_ends_a_remark(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("end_remark", by="chair")
    assert desk.last.ended_by == "chair"


def test_calling_the_next_stops_whoever_talks_on(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(127_500)
    kinds = [event.kind for event in desk.tell("give_floor")]
    assert kinds == ["floor_withdrawn", "speaker_stopped", "floor_given"]
    assert desk.times(desk.last) == (120_000, 0, 7_500)
    assert desk.last.ended_by == "time_limit"
    assert desk.floor.entry.delegation == "BRA"


def test_the_desk_marks_that_they_stopped(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(125_000)
    desk.tell("end_remark")
    desk.clock.advance(60_000)
    assert desk.times(desk.last) == (120_000, 0, 5_000)


def test_a_changed_limit_binds_from_the_next_remark_on(session: Session) -> None:
    """PRACTICE section 7, case 10: old remarks keep theirs."""
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    assert desk.refused("change_limit", seconds=90).code == "reason_missing"
    desk.tell("change_limit", seconds=90, reason="the list is long")
    assert desk.floor.limit == 120_000
    desk.tell("end_remark")
    desk.tell("give_floor")
    assert desk.floor.limit == 90_000
    assert desk.last.limit == 120_000


def test_the_limit_of_one_session_leaves_the_others(session: Session) -> None:
    desk = session("CHL")
    desk.tell("change_limit", seconds=60, session="climate", reason="as agreed")
    desk.tell("give_floor")
    assert desk.floor.limit == 120_000


def test_a_limit_for_the_rest_of_a_session_ends_with_it(session: Session) -> None:
    """PRACTICE section 7, case 10."""
    desk = session("CHL", "BRA")
    desk.tell("change_limit", seconds=90, session="technology", reason="the list is long")
    limits = []
    for _ in range(2):
        desk.tell("give_floor")
        limits.append(desk.floor.limit)
        desk.tell("end_remark")
    desk.tell("open_session", session="climate")
    desk.tell("inscribe", delegation="CHL")
    desk.tell("give_floor")
    assert [*limits, desk.floor.limit] == [90_000, 90_000, 120_000]


def test_addresses_and_reports_have_no_limit_unless_one_is_set(session: Session) -> None:
    desk = session()
    desk.tell("inscribe", delegation="CHL", remark_kind="address")
    desk.tell("inscribe", delegation="BRA", remark_kind="report", limit_seconds=300)
    desk.tell("give_floor")
    desk.clock.advance(3_600_000)
    assert desk.floor.left(desk.clock.now()) is None
    desk.tell("end_remark")
    desk.tell("give_floor")
    assert desk.floor.limit == 300_000
