"""Who presides: an officer from the start, and changes that are events."""

from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_an_officer_presides_from_the_start(session: Session) -> None:
    """PRACTICE section 1, rule 11."""
    desk = session()
    assert (desk.meeting.presiding.office, desk.meeting.presiding.delegation) == (
        "pro_tempore",
        None,
    )


def test_the_vice_chair_presides_for_a_while(session: Session) -> None:
    """PRACTICE section 7, case 18."""
    desk = session()
    desk.tell("change_presiding", office="chair", delegation="MEX")
    desk.tell("change_presiding", office="vice_chair", delegation="CL")
    assert desk.meeting.presiding.delegation == "CHL"
    assert [item.office for item in desk.meeting.presided] == ["chair", "vice_chair"]


def test_the_same_officer_is_not_put_in_the_chair_again(session: Session) -> None:
    desk = session()
    desk.tell("change_presiding", office="chair", delegation="MEX")
    refused = desk.refused("change_presiding", office="chair", delegation="MEX")
    assert refused.code == "presides_already"


def test_whoever_presides_speaks_in_national_capacity(session: Session) -> None:
    """PRACTICE section 7, case 18: a remark like any other, with the limit of any."""
    desk = session("MEX", "CHL")
    desk.tell("change_presiding", office="chair", delegation="MEX")
    desk.tell("give_floor")
    assert desk.floor.marks == ("national_capacity",)
    assert (desk.floor.entry.kind, desk.floor.limit) == ("remark", 120_000)
    desk.tell("end_remark")
    desk.tell("give_floor")
    assert desk.floor.marks == ()


def test_so_does_the_chair_while_the_vice_chair_stands_in(session: Session) -> None:
    """PRACTICE section 7, case 18: the change of the chair is the secretary's act."""
    desk = session("MEX", "CHL", "BRA")
    desk.tell("change_presiding", office="chair", delegation="MEX")
    desk.tell("change_presiding", office="vice_chair", delegation="CHL")
    marks = []
    for _ in range(3):
        desk.tell("give_floor")
        marks.append("national_capacity" in desk.floor.marks)
        desk.tell("end_remark")
    assert marks == [True, True, False]


def test_who_presided_before_does_so_no_more(session: Session) -> None:
    desk = session("CHL")
    desk.tell("change_presiding", office="pro_tempore", delegation="CHL")
    desk.tell("change_presiding", office="chair", delegation="MEX")
    desk.tell("give_floor")
    assert desk.floor.marks == ()


def test_a_correction_puts_the_mark_right(session: Session) -> None:
    desk = session("MEX", "CHL")
    desk.tell("change_presiding", office="chair", delegation="MEX")
    desk.tell("give_floor")
    desk.clock.advance(1000)
    desk.tell("end_remark")
    desk.tell("change_presiding", office="chair", delegation="BRA")
    desk.tell("correct", number=1, delegation="CHL", reason="wrong plate")
    assert "national_capacity" not in desk.last.marks
    desk.tell("correct", number=1, delegation="MEX", reason="right after all")
    assert "national_capacity" in desk.last.marks


def test_a_reply_of_the_chair_is_no_remark_in_national_capacity(session: Session) -> None:
    desk = session("CHL")
    desk.tell("change_presiding", office="chair", delegation="MEX")
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("inscribe", delegation="MEX", remark_kind="reply", replies_to=1)
    desk.tell("give_floor")
    assert desk.floor.marks == ()


def test_a_change_of_the_chair_is_undone(session: Session) -> None:
    desk = session()
    before = desk.meeting.presiding
    desk.tell("change_presiding", office="chair", delegation="MEX")
    desk.tell("undo")
    assert desk.meeting.presiding == before
