from collections.abc import Callable
from datetime import timedelta

from tests.helpers.desk import Desk
from tipfloor.core.forecast import behind_plan, changeover, forecast, planned_end, silence

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
