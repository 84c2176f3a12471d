from collections.abc import Callable

from tests.helpers.desk import Desk
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.phase import phase_at

Session = Callable[..., Desk]


def test_a_call_starts_no_clock(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("call")
    assert desk.meeting.floor is None
    assert phase_at(desk.meeting, desk.clock.now()) is Phase.CALLED
    desk.clock.advance(20_000)
    desk.tell("give_floor")
    assert desk.times(desk.floor) == (0, 0, 0)


def test_who_was_called_is_next(session: Session) -> None:
    desk = session("CHL", "BRA")
    assert desk.refused("call", delegation="BRA").code == "reason_missing"
    assert desk.refused("call", delegation="MEX").code == "not_waiting"
    desk.tell("call", delegation="BRA", reason="the chair")
    desk.tell("give_floor")
    assert desk.floor.entry.delegation == "BRA"
    assert desk.floor.marks == ("out_of_order",)


def test_nobody_is_called_while_someone_speaks(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    assert desk.refused("call").code == "floor_taken"


def test_absent_goes_to_the_end_and_the_clock_never_started(session: Session) -> None:
    """PRACTICE section 7, case 3."""
    desk = session("CHL", "BRA", "MEX")
    asked = desk.entry("CHL").requested_at
    desk.tell("call")
    desk.tell("absent")
    assert desk.waiting == ["BRA", "MEX", "CHL"]
    assert desk.meeting.all_remarks == ()
    assert desk.meeting.speakers().called is None
    assert (desk.entry("CHL").absences, desk.entry("CHL").requested_at) == (1, asked)


def test_a_second_absence_strikes(session: Session) -> None:
    """PRACTICE section 4: the second absence strikes."""
    desk = session("CHL", "BRA")
    desk.tell("absent")
    desk.tell("absent", delegation="CHL")
    assert desk.waiting == ["BRA"]
    assert [gone.why for gone in desk.meeting.speakers().departed] == ["absent"]


def test_a_first_absence_strikes_where_the_rules_say_so(session: Session) -> None:
    desk = session("CHL", "BRA", absent_when_called="struck")
    desk.tell("absent")
    assert desk.waiting == ["BRA"]


def test_a_floor_given_to_an_empty_seat_is_void(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(12_000)
    desk.tell("absent")
    assert desk.meeting.all_remarks == ()
    assert desk.waiting == ["BRA", "CHL"]


def test_who_has_spoken_for_a_while_is_not_absent(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(31_000)
    assert desk.refused("absent").code == "floor_taken"
    desk.tell("absent", delegation="BRA")
    assert desk.floor.entry.delegation == "CHL"


def test_the_entry_that_was_called_is_the_absent_one(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("inscribe", delegation="CHL", remark_kind="reply", replies_to=1)
    desk.tell("call")
    desk.tell("inscribe", delegation="CHL")
    desk.tell("absent")
    found = {item.kind: item.absences for item in desk.meeting.speakers().waiting}
    assert found == {"remark": 0, "reply": 1}
