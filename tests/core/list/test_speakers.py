from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_a_move_takes_a_reason_and_keeps_the_time_of_request(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    asked = desk.entry("MEX").requested_at
    desk.clock.advance(1_000)
    assert desk.refused("move", delegation="MEX", position=1).code == "reason_missing"
    desk.tell("move", delegation="MEX", position=1, reason="a minister leaves")
    assert desk.waiting == ["MEX", "CHL", "BRA"]
    assert desk.entry("MEX").requested_at == asked


def test_a_move_downwards(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    desk.tell("move", delegation="CHL", position=3, reason="not yet in the room")
    assert desk.waiting == ["BRA", "MEX", "CHL"]


def test_places_that_do_not_exist(session: Session) -> None:
    desk = session("CHL", "BRA")
    for place in (0, -1, 3):
        refused = desk.refused("move", delegation="CHL", position=place, reason="x")
        assert refused.code == "no_such_place"
    assert desk.refused("move", delegation="CHL", position=1, reason="x").code == "not_its_place"
    assert desk.refused("move", delegation="MEX", position=1, reason="x").code == "not_waiting"


def test_two_swap_places(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    desk.tell("swap", delegation="CHL", other="MEX")
    assert desk.waiting == ["MEX", "BRA", "CHL"]
    assert desk.refused("swap", delegation="CHL", other="URY").code == "not_waiting"
    assert desk.refused("swap", delegation="CHL", other="CL").code == "same_delegation"


def test_a_place_is_ceded_to_who_does_not_wait(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("cede", delegation="CHL", to="URY")
    assert desk.waiting == ["URY", "BRA"]
    assert [gone.why for gone in desk.meeting.speakers().departed] == ["ceded"]


def test_a_place_is_ceded_to_who_waits_further_down(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    desk.tell("cede", delegation="CHL", to="MEX")
    assert desk.waiting == ["MEX", "BRA"]


def test_a_place_is_ceded_to_who_waits_further_up(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    desk.tell("cede", delegation="MEX", to="CHL")
    assert desk.waiting == ["BRA", "CHL"]


def test_nothing_is_ceded_to_who_has_spoken(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.tell("end_remark")
    assert desk.refused("cede", delegation="BRA", to="CHL").code == "turns_used"


def test_a_ceded_second_turn_is_known_as_one(session: Session) -> None:
    desk = session("CHL", "BRA", turns_per_session=2)
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("cede", delegation="BRA", to="CHL")
    assert desk.entry("CHL").turn == 2


def test_a_ceded_place_leaves_a_reply_where_it_is(session: Session) -> None:
    desk = session("URY", "CHL", "BRA")
    desk.tell("give_floor")
    desk.tell("inscribe", delegation="MEX", remark_kind="reply", replies_to=1)
    desk.tell("cede", delegation="CHL", to="MEX")
    kinds = [(item.delegation, item.kind) for item in desk.meeting.speakers().waiting]
    assert kinds == [("MEX", "remark"), ("BRA", "remark"), ("MEX", "reply")]


def test_withdrawal_is_always_possible(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    desk.tell("close_list")
    desk.tell("withdraw", delegation="BR")
    desk.tell("suspend")
    desk.tell("withdraw", delegation="CHL")
    assert desk.waiting == ["MEX"]
    assert desk.refused("withdraw", delegation="CHL").code == "not_waiting"
