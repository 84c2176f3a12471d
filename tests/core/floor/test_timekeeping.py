from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.phase import phase_at

Session = Callable[..., Desk]
HOUR = 3_600_000


def speaking(session: Session, **rules: object) -> Desk:
    desk = session("CHL", "BRA", **rules)
    desk.tell("give_floor")
    return desk


def test_the_floor_is_withdrawn_at_the_limit_to_the_millisecond(session: Session) -> None:
    """PRACTICE section 1, rule 2."""
    desk = speaking(session)
    desk.clock.advance(119_999)
    assert desk.floor.has_floor
    desk.clock.advance(1)
    assert desk.floor.withdrawn
    assert desk.floor.ended_at == desk.floor.given_at.plus(120_000)


def test_noticed_much_later_it_ended_at_the_limit_all_the_same(session: Session) -> None:
    desk = speaking(session)
    limit = desk.clock.now().plus(120_000)
    desk.clock.advance(HOUR)
    [event] = desk.proceedings.keep_time(recovered=True)
    assert event.event.at == limit
    assert desk.times(desk.floor) == (120_000, 0, HOUR - 120_000)
    assert desk.floor.marks == ("recovered",)
    assert desk.proceedings.keep_time() == ()


def test_reading_writes_nothing(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(HOUR)
    assert desk.floor.withdrawn
    assert desk.another().proceedings.meeting == desk.proceedings.meeting
    assert desk.proceedings.meeting.speaker is not None


def test_an_alert_keeps_the_floor_open_and_counts_the_over_time_in(session: Session) -> None:
    desk = speaking(session, at_limit="alert")
    desk.clock.advance(150_000)
    assert desk.floor.has_floor
    assert phase_at(desk.meeting, desk.clock.now()) is Phase.OVER_TIME
    assert desk.refused("give_floor").facts == {"delegation": "Chile", "left": 0}
    desk.tell("pause")
    desk.clock.advance(5_000)
    desk.tell("end_remark")
    assert desk.last.ended_by == "speaker"
    assert desk.times(desk.last) == (150_000, 5_000, 30_000)


def test_sleep_counts(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(45_000)
    assert desk.another().floor.left(desk.clock.now()) == 75_000


@pytest.mark.parametrize("jump", [HOUR, -HOUR, 30 * HOUR, 1_500, -1_500])
def test_a_wall_clock_that_jumps_changes_no_duration_and_is_noted_once(
    session: Session, jump: int
) -> None:
    desk = speaking(session)
    desk.clock.advance(30_000)
    desk.clock.jump_wall(jump)
    desk.clock.advance(30_000)
    [noted] = desk.proceedings.keep_time()
    assert noted.event.by_milliseconds == jump  # type: ignore[attr-defined]
    assert desk.proceedings.keep_time() == ()
    assert desk.floor.left(desk.clock.now()) == 60_000
    desk.clock.advance(60_000)
    assert desk.times(desk.floor) == (120_000, 0, 0)


def test_a_slewed_wall_clock_is_not_noted(session: Session) -> None:
    desk = speaking(session)
    desk.clock.jump_wall(1_499)
    assert desk.proceedings.keep_time() == ()


def test_a_jump_past_the_limit_withdraws_at_the_limit(session: Session) -> None:
    desk = speaking(session)
    desk.clock.jump_wall(-HOUR)
    desk.clock.advance(121_000)
    kinds = [item.event.kind for item in desk.proceedings.keep_time()]
    assert kinds == ["floor_withdrawn", "wall_clock_set"]
    assert desk.times(desk.floor) == (120_000, 0, 1_000)


def test_after_a_restart_of_the_machine_the_wall_clock_counts(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(20_000)
    desk.clock.reboot(40_000)
    again = desk.another()
    assert again.floor.left(again.clock.now()) == 60_000
    [noted] = again.proceedings.keep_time(recovered=True)
    assert (noted.event.kind, again.floor.marks) == ("machine_restarted", ())
    again.clock.advance(61_000)
    again.proceedings.keep_time()
    assert again.floor.withdrawn
    assert again.times(again.floor) == (120_000, 0, 1_000)


def test_a_limit_that_passed_while_the_machine_was_down(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(20_000)
    desk.tell("pause")
    desk.clock.advance(10_000)
    desk.tell("resume")
    desk.clock.reboot(HOUR)
    again = desk.another()
    again.proceedings.keep_time(recovered=True)
    assert again.floor.marks == ("recovered",)
    assert again.times(again.floor) == (120_000, 10_000, HOUR - 100_000)


def test_a_pause_over_a_restart_of_the_machine(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(20_000)
    desk.tell("pause")
    desk.clock.reboot(HOUR)
    again = desk.another()
    again.tell("resume")
    again.clock.advance(100_000)
    assert again.times(again.floor) == (120_000, HOUR, 0)


def test_an_evening_sitting_past_midnight_is_one_day(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX", "URY")
    desk.clock.advance(3 * HOUR)
    for _ in range(3):
        desk.tell("give_floor")
        desk.tell("end_remark")
        desk.clock.advance(7 * HOUR // 2)
    days = [remark.day for remark in desk.meeting.remarks]
    assert days == ["2024-02-05"] * 3
    desk.clock.advance(3 * HOUR)
    desk.tell("give_floor")
    desk.tell("end_remark")
    assert desk.last.given_at.utc.day == 6
    assert desk.last.day == "2024-02-06"


def test_a_sitting_resumed_after_midnight_is_another_day(session: Session) -> None:
    desk = session("CHL")
    desk.clock.advance(12 * HOUR)
    desk.tell("adjourn", waiting="carry_over")
    desk.clock.advance(2 * HOUR)
    desk.tell("resume_meeting")
    desk.tell("give_floor")
    assert desk.floor.day == "2024-02-06"


def test_days_are_those_of_the_meetings_zone(session: Session) -> None:
    assert session("CHL", zone="Asia/Tokyo").meeting.day == "2024-02-06"


def test_after_a_restart_with_the_wall_clock_behind_time_goes_on_from_the_record(
    session: Session,
) -> None:
    desk = speaking(session)
    desk.clock.advance(20_000)
    desk.tell("pause")
    desk.clock.advance(10_000)
    desk.tell("resume")
    desk.clock.reboot(-24 * HOUR)
    again = desk.another()
    [noted] = again.proceedings.keep_time(recovered=True)
    assert noted.event.behind_milliseconds == 24 * HOUR  # type: ignore[attr-defined]
    assert again.floor.marks == ("clock_went_back",)
    assert again.floor.left(again.proceedings.now()) == 100_000
    again.clock.advance(30_000)
    assert desk.another().floor.left(desk.another().proceedings.now()) == 70_000
    again.tell("end_remark")
    assert again.last.given_at.utc < again.last.ended_at.utc  # type: ignore[union-attr]
    assert again.times(again.last) == (50_000, 10_000, 0)
    assert again.proceedings.keep_time() == ()


def test_before_the_restart_is_recorded_the_countdown_goes_on_all_the_same(
    session: Session,
) -> None:
    desk = speaking(session)
    desk.clock.reboot(-HOUR)
    again = desk.another()
    assert again.floor.left(again.proceedings.now()) == 120_000
    again.clock.advance(15_000)
    assert again.floor.left(again.proceedings.now()) == 105_000


def test_a_wall_clock_set_right_after_such_a_restart_is_noted(session: Session) -> None:
    desk = speaking(session)
    desk.clock.reboot(-HOUR)
    desk.proceedings.keep_time()
    desk.clock.advance(10_000)
    desk.clock.jump_wall(HOUR + 5_000)
    [noted] = desk.proceedings.keep_time()
    assert noted.event.kind == "wall_clock_set"
    assert desk.floor.speaking(desk.proceedings.now()) == 10_000


def test_without_a_name_of_the_start_ticks_that_begin_again_are_a_restart(
    session: Session,
) -> None:
    """A machine without boot ids: setting its clock changes nothing, starting it anew is seen."""
    desk = speaking(session)
    desk.clock.advance(20_000)
    desk.clock.jump_wall(-HOUR)
    assert desk.floor.left(desk.proceedings.now()) == 100_000
    desk.proceedings.keep_time()
    desk.clock.reboot(40_000, same_name=True)
    again = desk.another()
    [noted] = again.proceedings.keep_time(recovered=True)
    assert noted.event.kind == "machine_restarted"
    again.clock.advance(10_000)
    assert again.floor.speaking(again.proceedings.now()) >= 10_000
    again.tell("end_remark")
    assert again.last.ended_at.utc >= again.last.given_at.utc  # type: ignore[union-attr]


def test_a_wall_clock_set_back_ends_no_remark_before_it_began(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(30_000)
    desk.clock.jump_wall(-HOUR)
    desk.tell("end_remark")
    assert desk.last.ended_at == desk.last.given_at.plus(30_000)
    assert desk.last.marks == ("clock_went_back",)


def test_a_remark_that_a_restart_fell_into_is_marked_when_it_ends(session: Session) -> None:
    """Only the wall clock tells how long the machine was down."""
    desk = speaking(session)
    desk.clock.advance(20_000)
    desk.clock.reboot(40_000)
    again = desk.another()
    again.proceedings.keep_time(recovered=True)
    again.clock.jump_wall(3_600_000)
    again.clock.advance(10_000)
    again.tell("end_remark")
    assert again.last.marks == ("clock_went_ahead", "wall_clock")
    assert again.times(again.last) == (70_000, 0, 0)
