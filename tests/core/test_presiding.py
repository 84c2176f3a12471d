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
