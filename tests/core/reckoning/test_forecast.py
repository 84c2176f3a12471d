from collections.abc import Callable
from datetime import timedelta

from tests.helpers.desk import Desk
from tipfloor.core.reckoning.delay import behind_plan
from tipfloor.core.reckoning.forecast import Fit, forecast, silence, what_fits
from tipfloor.core.reckoning.pace import changeover
from tipfloor.core.reckoning.planned import planned_end

Session = Callable[..., Desk]
MINUTE = 60_000


def takes(desk: Desk) -> int | None:
    found = forecast(desk.meeting, desk.clock.now())
    if found is None:
        return None
    assert found.ends_at == desk.clock.now().plus(found.takes)
    return found.takes


def test_each_name_takes_its_limit_and_a_changeover(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    assert takes(desk) == 3 * 140_000
    desk.tell("inscribe", delegation="JAM", limit_seconds=300)
    assert takes(desk) == 3 * 140_000 + 320_000


def test_thirty_two_at_two_minutes_take_seventy_five(session: Session) -> None:
    desk = session("CHL")
    assert round(32 * (takes(desk) or 0) / MINUTE) == 75


def test_the_speaker_counts_with_what_is_left(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(50_000)
    assert takes(desk) == 70_000 + 140_000
    desk.clock.advance(100_000)
    assert takes(desk) == 140_000
    desk.tell("give_floor")
    desk.tell("end_remark")
    assert takes(desk) is None


def test_the_changeover_is_the_one_seen_so_far(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX", "URY")
    for gap in (10_000, 30_000, 500_000):
        desk.tell("give_floor")
        desk.clock.advance(60_000)
        desk.tell("end_remark")
        desk.clock.advance(gap)
    desk.tell("give_floor")
    assert changeover(desk.meeting, "technology") == 20_000
    assert changeover(desk.meeting, "climate") == 20_000


def test_behind_and_ahead_of_the_plan(session: Session) -> None:
    desk = session()
    assert behind_plan(desk.meeting, desk.clock.now()) == timedelta(0)
    desk.clock.advance(70 * MINUTE)
    assert behind_plan(desk.meeting, desk.clock.now()) == timedelta(minutes=10)
    desk.tell("open_session", session="climate")
    assert behind_plan(desk.meeting, desk.clock.now()) == timedelta(minutes=10)
    end = planned_end(desk.meeting)
    assert end is not None
    assert end.hour == 13


def test_ahead_of_the_plan(session: Session) -> None:
    desk = session()
    desk.clock.advance(50 * MINUTE)
    desk.tell("open_session", session="climate")
    assert behind_plan(desk.meeting, desk.clock.now()) == timedelta(minutes=-10)


def test_a_meeting_held_on_another_day_has_no_figure(convene: Session) -> None:
    desk = convene()
    assert behind_plan(desk.meeting, desk.clock.now()) is None
    desk.clock.advance(3 * 24 * 60 * MINUTE)
    desk.tell("open_session", session="climate", reason="x")
    assert behind_plan(desk.meeting, desk.clock.now()) is None


def test_a_forgotten_start_is_noticed(session: Session) -> None:
    desk = session()
    desk.clock.advance(MINUTE)
    assert silence(desk.meeting, desk.clock.now()) is None
    desk.tell("inscribe", delegation="CHL")
    desk.clock.advance(30_000)
    assert silence(desk.meeting, desk.clock.now()) == 30_000
    desk.tell("call")
    desk.clock.advance(20_000)
    assert silence(desk.meeting, desk.clock.now()) == 20_000
    desk.tell("give_floor")
    assert silence(desk.meeting, desk.clock.now()) is None


def test_no_start_is_awaited_over_lunch(session: Session) -> None:
    desk = session("CHL")
    desk.tell("suspend")
    desk.clock.advance(MINUTE)
    assert silence(desk.meeting, desk.clock.now()) is None


def fit(desk: Desk) -> Fit:
    found = what_fits(desk.meeting, desk.clock.now())
    assert found is not None
    return found


def test_as_many_fit_as_the_time_before_the_planned_end_holds(session: Session) -> None:
    """PRACTICE section 4: the forecast against the planned end, as "seven more before 12:00"."""
    desk = session("CHL", "BRA", "MEX", "URY")
    assert (fit(desk).waiting, fit(desk).in_all) == (4, 25)
    desk.clock.advance(53 * MINUTE)
    assert (fit(desk).waiting, fit(desk).in_all) == (3, 3)
    desk.tell("give_floor")
    assert (fit(desk).waiting, fit(desk).in_all) == (2, 2)
    desk.clock.advance(110_000)
    assert fit(desk).waiting == 2
    desk.tell("end_remark")
    desk.clock.advance(10 * MINUTE)
    assert what_fits(desk.meeting, desk.clock.now()) is None


def test_a_long_remark_at_the_head_of_the_list_is_counted_with_its_own_limit(
    session: Session,
) -> None:
    desk = session(joint_limit_seconds=300, changeover_seconds=0)
    desk.tell("inscribe", delegation="JAM", on_behalf_of=["DMA", "DOM"])
    desk.tell("inscribe", delegation="CHL")
    assert takes(desk) == 300_000 + 120_000
    desk.clock.advance(54 * MINUTE)
    assert fit(desk).waiting == 1
    desk.tell("give_floor")
    assert desk.floor.limit == 300_000


def test_over_lunch_nothing_is_said_of_what_fits(session: Session) -> None:
    desk = session("CHL")
    desk.tell("suspend")
    assert what_fits(desk.meeting, desk.clock.now()) is None
    desk.tell("resume_meeting")
    assert fit(desk).waiting == 1


def test_a_list_that_is_not_open_yet_begins_at_its_planned_time(session: Session) -> None:
    desk = session()
    desk.tell("end_session")
    desk.tell("inscribe", delegation="CHL", session="climate")
    assert desk.meeting.list_session == "climate"
    found = forecast(desk.meeting, desk.clock.now())
    assert found is not None
    assert found.ends_at == desk.clock.now().plus(60 * MINUTE + 140_000)
    assert (fit(desk).waiting, fit(desk).in_all) == (1, 25)


def test_an_open_floor_past_its_limit_takes_no_time_from_the_list(session: Session) -> None:
    desk = session("CHL", "BRA", at_limit="alert")
    desk.tell("give_floor")
    desk.clock.advance(150_000)
    assert takes(desk) == 140_000


def test_who_speaks_without_a_limit_counts_with_what_is_planned(session: Session) -> None:
    desk = session("CHL")
    desk.tell("inscribe", delegation="BRA", remark_kind="report", reason="the consultation")
    assert takes(desk) == 140_000 + 20_000


def test_lunch_in_mid_session_is_no_delay(session: Session) -> None:
    desk = session("CHL")
    desk.clock.advance(30 * MINUTE)
    desk.tell("suspend")
    desk.clock.advance(60 * MINUTE)
    assert behind_plan(desk.meeting, desk.clock.now()) == timedelta(minutes=30)
    desk.tell("resume_meeting")
    desk.clock.advance(40 * MINUTE)
    assert behind_plan(desk.meeting, desk.clock.now()) == timedelta(minutes=70)


def test_a_session_that_should_have_begun_is_a_delay(session: Session) -> None:
    desk = session()
    desk.tell("end_session")
    desk.clock.advance(75 * MINUTE)
    assert desk.meeting.session is None
    assert behind_plan(desk.meeting, desk.clock.now()) is None  # its moment has no planned times


def test_no_start_is_missed_before_a_session_is_open(convene: Session) -> None:
    desk = convene()
    desk.tell("inscribe", delegation="CHL", session="technology")
    assert silence(desk.meeting, desk.clock.now()) is None


def test_no_start_is_missed_while_the_meeting_is_suspended(session: Session) -> None:
    desk = session("CHL")
    desk.tell("suspend")
    assert silence(desk.meeting, desk.clock.now()) is None


def test_no_start_is_missed_while_someone_speaks(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    assert silence(desk.meeting, desk.clock.now()) is None
