from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_a_statement_in_writing_takes_no_time_and_leaves_the_list(session: Session) -> None:
    """PRACTICE section 7, case 23."""
    desk = session("CHL", "BRA")
    asked = desk.entry("BRA").requested_at
    desk.tell("submit_in_writing", delegation="BR")
    assert desk.waiting == ["CHL"]
    assert desk.times(desk.last) == (0, 0, 0)
    assert (desk.last.entry.kind, desk.last.entry.requested_at) == ("written", asked)


def test_a_statement_in_writing_does_not_touch_the_running_clock(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.clock.advance(5_000)
    desk.tell("give_floor")
    floor = desk.floor
    desk.clock.advance(2_000)
    desk.tell("submit_in_writing", delegation="BRA")
    assert desk.floor == floor
    desk.tell("back_date", seconds=4)
    assert desk.times(desk.floor) == (6_000, 0, 0)


def test_a_delegation_that_never_asked_can_hand_in_a_statement(session: Session) -> None:
    desk = session()
    desk.tell("submit_in_writing", delegation="MEX")
    assert desk.last.entry.delegation == "MEX"
    desk.tell("inscribe", delegation="MEX")
    assert desk.waiting == ["MEX"]
