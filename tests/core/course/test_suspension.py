from collections.abc import Callable

from tests.helpers.desk import Desk
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.phase import phase_at

Session = Callable[..., Desk]
HOUR = 3_600_000


def test_lunch_freezes_list_and_clock(session: Session) -> None:
    """PRACTICE section 7, case 1."""
    desk = session("CHL", "BRA", "MEX")
    desk.tell("give_floor")
    desk.clock.advance(45_000)
    desk.tell("suspend", reason="lunch")
    desk.clock.advance(HOUR)
    assert phase_at(desk.meeting, desk.clock.now()) is Phase.SUSPENDED
    assert desk.floor.left(desk.clock.now()) == 75_000
    for kind in ("give_floor", "pause", "resume", "suspend", "next_moment", "absent"):
        assert desk.refused(kind).code == "suspended"
    assert desk.refused("inscribe", delegation="URY").code == "suspended"
    desk.tell("resume_meeting")
    assert desk.waiting == ["BRA", "MEX"]
    desk.clock.advance(75_000)
    assert desk.times(desk.floor) == (120_000, HOUR, 0)


def test_a_closed_list_is_still_closed_after_lunch(session: Session) -> None:
    desk = session("CHL")
    desk.tell("close_list")
    desk.tell("suspend")
    desk.tell("resume_meeting")
    assert not desk.meeting.speakers().is_open
    assert desk.refused("resume_meeting").code == "not_suspended"


def test_a_pause_made_by_hand_outlasts_the_suspension(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("pause", reason="a point of order")
    desk.tell("suspend")
    desk.clock.advance(HOUR)
    desk.tell("resume_meeting")
    assert desk.floor.pause is not None
    assert desk.floor.left(desk.clock.now()) == 120_000


def test_suspension_ends_an_over_time(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(124_000)
    desk.tell("suspend")
    desk.clock.advance(HOUR)
    assert desk.meeting.floor is None
    assert desk.times(desk.last) == (120_000, 0, 4_000)


def test_back_dating_over_the_limit_while_suspended_makes_no_over_time_of_lunch(
    session: Session,
) -> None:
    desk = session("CHL")
    desk.clock.advance(60_000)
    desk.tell("give_floor")
    desk.clock.advance(118_000)
    desk.tell("suspend")
    desk.clock.advance(HOUR)
    desk.tell("back_date", seconds=5)
    desk.tell("resume_meeting")
    desk.clock.advance(1_000)
    assert desk.times(desk.floor) == (120_000, HOUR, 4_000)


def test_a_list_does_not_close_itself_over_lunch(session: Session) -> None:
    desk = session(close_list_after_minutes=15)
    desk.tell("suspend")
    desk.clock.advance(HOUR)
    assert desk.meeting.speakers().is_open


def test_the_chair_may_add_to_the_list_over_lunch(session: Session) -> None:
    desk = session()
    desk.tell("suspend")
    desk.tell("inscribe", delegation="CHL", reason="asked on leaving")
    assert desk.waiting == ["CHL"]
