from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_who_is_not_checked_in_is_refused_and_that_is_logged(session: Session) -> None:
    desk = session(check_in_required=True)
    assert desk.refused("inscribe", delegation="CHL").code == "check_in"
    [kept] = desk.meeting.refusals
    assert (kept.delegation, kept.requested, kept.rule) == ("CHL", "not_checked_in", "check_in")
    desk.tell("check_in", delegation="CL")
    desk.tell("inscribe", delegation="CHL")
    assert desk.waiting == ["CHL"]


def test_check_in_is_not_asked_for_where_the_rules_do_not(session: Session) -> None:
    assert session("CHL").waiting == ["CHL"]


def test_a_delegation_that_leaves_is_not_heard(session: Session) -> None:
    desk = session(check_in_required=True)
    for code in ("CHL", "BRA"):
        desk.tell("check_in", delegation=code)
        desk.tell("inscribe", delegation=code)
        desk.tell("inscribe", delegation=code, session="climate")
    desk.tell("call")
    desk.tell("check_out", delegation="CHL")
    assert desk.waiting == ["BRA"]
    assert desk.meeting.speakers().called is None
    assert [gone.why for gone in desk.meeting.speakers("climate").departed] == ["left"]
    assert desk.refused("check_out", delegation="CHL").code == "not_checked_in"
    assert desk.refused("cede", delegation="BRA", to="CHL").code == "check_in"


def test_nobody_is_checked_in_twice(session: Session) -> None:
    desk = session()
    desk.tell("check_in", delegation="CHL")
    assert desk.refused("check_in", delegation="CL").code == "checked_in"


def test_leaving_ends_no_remark(session: Session) -> None:
    desk = session("CHL")
    desk.tell("check_in", delegation="CHL")
    desk.tell("give_floor")
    floor = desk.floor
    desk.tell("check_out", delegation="CHL")
    assert desk.floor == floor
