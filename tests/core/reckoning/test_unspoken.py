"""Who has not spoken yet, and who was heard in another way."""

from collections.abc import Callable

from tests.helpers.desk import Desk
from tipfloor.core.reckoning.unspoken import not_spoken

Session = Callable[..., Desk]


def codes(desk: Desk, session: str | None = None) -> list[str]:
    return [item.code for item in not_spoken(desk.meeting, session)]


def speaks(desk: Desk, code: str, **fields: object) -> None:
    desk.tell("inscribe", delegation=code, **fields)
    desk.tell("give_floor")
    desk.clock.advance(10_000)
    desk.tell("end_remark")


def test_it_is_told_of_a_session_and_of_the_meeting(session: Session) -> None:
    desk = session()
    speaks(desk, "CHL")
    desk.tell("open_session", session="climate", reason="x")
    assert "CHL" not in codes(desk)
    assert "CHL" in codes(desk, "climate")
    assert codes(desk) == ["BRA", "DMA", "DOM", "JAM", "MEX", "SLV", "URY"]


def test_where_a_roll_is_kept_it_is_of_those_that_came(session: Session) -> None:
    desk = session()
    for code in ("URY", "MEX", "CHL"):
        desk.tell("check_in", delegation=code)
    speaks(desk, "CHL")
    desk.tell("check_out", delegation="MEX")
    assert [(x.code, x.present) for x in not_spoken(desk.meeting)] == [
        ("MEX", False),
        ("URY", True),
    ]


def test_a_statement_in_writing_or_through_another_is_not_speaking(session: Session) -> None:
    """PRACTICE section 7, case 23, and the joint statement of section 4."""
    desk = session()
    desk.tell("submit_in_writing", delegation="MEX")
    speaks(desk, "CHL", on_behalf_of=["URY"])
    found = {item.code: item for item in not_spoken(desk.meeting)}
    assert (found["MEX"].in_writing, found["MEX"].spoken_for) == (True, False)
    assert (found["URY"].in_writing, found["URY"].spoken_for) == (False, True)
    assert "CHL" not in found


def test_whoever_speaks_just_now_has_spoken(session: Session) -> None:
    desk = session("BRA")
    assert "BRA" in codes(desk)
    desk.tell("give_floor")
    assert "BRA" not in codes(desk)
