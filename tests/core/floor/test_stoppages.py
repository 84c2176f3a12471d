from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def speaking(session: Session, **rules: object) -> Desk:
    desk = session("CHL", "BRA", **rules)
    desk.tell("give_floor")
    return desk


def test_a_pause_stops_the_clock_and_keeps_its_reason(session: Session) -> None:
    """PRACTICE section 7, case 6."""
    desk = speaking(session)
    desk.clock.advance(30_000)
    desk.tell("pause", reason="the microphone failed")
    desk.clock.advance(600_000)
    assert desk.floor.left(desk.clock.now()) == 90_000
    assert desk.floor.pauses[0].reason == "the microphone failed"
    desk.tell("resume")
    desk.clock.advance(90_000)
    assert desk.floor.withdrawn
    assert desk.times(desk.floor) == (120_000, 600_000, 0)


def test_the_reason_of_a_pause_may_come_later(session: Session) -> None:
    desk = speaking(session)
    assert desk.refused("explain_pause", reason="x").code == "not_paused"
    desk.tell("pause")
    desk.tell("explain_pause", reason="interpretation failed")
    assert desk.floor.pauses[0].reason == "interpretation failed"
    assert desk.floor.pause is not None


def test_a_pause_is_not_made_twice(session: Session) -> None:
    desk = speaking(session)
    assert desk.refused("resume").code == "not_paused"
    desk.tell("pause")
    assert desk.refused("pause").code == "paused"
    desk.tell("resume")
    desk.tell("end_remark")
    assert desk.refused("pause").code == "floor_free"


def test_ending_in_a_pause_ends_both(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(10_000)
    desk.tell("pause")
    desk.clock.advance(20_000)
    desk.tell("end_remark")
    desk.clock.advance(30_000)
    assert desk.times(desk.last) == (10_000, 20_000, 0)


def test_nothing_is_paused_once_the_floor_is_withdrawn(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(120_000)
    assert desk.refused("pause").code == "floor_withdrawn"
    assert desk.times(desk.floor) == (120_000, 0, 0)


def test_a_late_start_is_back_dated_and_marked(session: Session) -> None:
    """PRACTICE section 7, case 7."""
    desk = speaking(session)
    began = desk.floor.given_at
    desk.tell("end_remark")
    desk.clock.advance(30_000)
    desk.tell("give_floor")
    desk.clock.advance(5_000)
    desk.tell("back_date", seconds=12.5)
    assert desk.floor.marks == ("back_dated",)
    assert desk.floor.given_at == began.plus(17_500)
    assert desk.floor.left(desk.clock.now()) == 102_500


def test_a_start_is_not_back_dated_into_the_former_remark(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(10_000)
    desk.tell("end_remark")
    desk.clock.advance(8_000)
    desk.tell("give_floor")
    refused = desk.refused("back_date", seconds=8.001)
    assert (refused.code, refused.facts) == ("back_dated_too_far", {"seconds": 8})
    desk.tell("back_date", seconds=8)
    assert desk.floor.given_at == desk.last.ended_at


def test_back_dating_before_a_pause_keeps_the_pause(session: Session) -> None:
    desk = session("CHL")
    desk.clock.advance(60_000)
    desk.tell("give_floor")
    desk.clock.advance(20_000)
    desk.tell("pause")
    desk.clock.advance(40_000)
    desk.tell("back_date", seconds=30)
    assert desk.times(desk.floor) == (50_000, 40_000, 0)
    desk.tell("resume")
    desk.clock.advance(70_000)
    assert desk.floor.withdrawn
    assert desk.times(desk.floor) == (120_000, 40_000, 0)


def test_back_dating_over_the_limit_in_a_pause_withdraws_where_the_limit_was(
    session: Session,
) -> None:
    desk = session("CHL")
    desk.clock.advance(60_000)
    desk.tell("give_floor")
    desk.clock.advance(110_000)
    desk.tell("pause", reason="the microphone failed")
    desk.clock.advance(500_000)
    desk.tell("back_date", seconds=15)
    floor = desk.floor
    assert floor.withdrawn
    assert floor.ended_at == floor.given_at.plus(120_000)
    assert desk.times(floor) == (120_000, 500_000, 5_000)


def test_back_dating_over_the_limit_after_a_pause_counts_no_pause_as_over_time(
    session: Session,
) -> None:
    desk = session("CHL")
    desk.clock.advance(60_000)
    desk.tell("give_floor")
    desk.clock.advance(110_000)
    desk.tell("pause")
    desk.clock.advance(500_000)
    desk.tell("resume")
    desk.clock.advance(1_000)
    desk.tell("back_date", seconds=15)
    desk.clock.advance(2_000)
    desk.tell("end_remark")
    assert desk.times(desk.last) == (120_000, 500_000, 8_000)


def test_back_dating_a_withdrawn_floor_moves_its_limit(session: Session) -> None:
    desk = session("CHL")
    desk.clock.advance(60_000)
    desk.tell("give_floor")
    desk.clock.advance(121_000)
    desk.tell("back_date", seconds=10)
    assert desk.times(desk.floor) == (120_000, 0, 11_000)


def test_an_extension_follows_the_rules(session: Session) -> None:
    desk = speaking(session)
    assert desk.refused("extend").code == "no_extension"


def test_an_extension_moves_the_limit_once(session: Session) -> None:
    desk = speaking(session, extension_seconds=30)
    desk.tell("extend")
    assert desk.floor.left(desk.clock.now()) == 150_000
    assert desk.refused("extend").code == "extension_used"
    desk.clock.advance(155_000)
    assert desk.times(desk.floor) == (150_000, 0, 5_000)
    assert "extended" in desk.floor.marks


def test_an_extension_opens_a_floor_that_was_withdrawn(session: Session) -> None:
    desk = speaking(session, extension_seconds=30)
    desk.clock.advance(130_000)
    assert desk.floor.withdrawn
    desk.tell("extend")
    assert desk.floor.has_floor
    assert desk.floor.left(desk.clock.now()) == 20_000
    desk.clock.advance(20_000)
    assert desk.times(desk.floor) == (150_000, 0, 0)


def test_an_extension_after_back_dating_over_a_pause_keeps_the_pause(session: Session) -> None:
    desk = session("CHL", extension_seconds=30)
    desk.clock.advance(60_000)
    desk.tell("give_floor")
    desk.clock.advance(110_000)
    desk.tell("pause")
    desk.clock.advance(500_000)
    desk.tell("back_date", seconds=15)
    assert desk.floor.withdrawn
    desk.tell("extend")
    assert desk.floor.pause is not None
    assert desk.floor.left(desk.clock.now()) == 25_000
    assert desk.times(desk.floor) == (125_000, 500_000, 0)


def test_a_restart_gives_the_whole_time_again(session: Session) -> None:
    """PRACTICE section 7, case 6."""
    desk = speaking(session)
    assert desk.refused("restart").code == "reason_missing"
    desk.clock.advance(50_000)
    desk.tell("pause")
    desk.tell("restart", reason="nobody heard the interpretation")
    assert desk.floor.left(desk.clock.now()) == 120_000
    assert desk.floor.marks == ("restarted",)
    desk.clock.advance(120_000)
    assert desk.times(desk.floor) == (120_000, 0, 0)


def test_a_withdrawn_floor_may_be_restarted(session: Session) -> None:
    desk = speaking(session)
    desk.clock.advance(200_000)
    desk.tell("restart", reason="the clock was wrong")
    assert desk.floor.has_floor
    desk.clock.advance(119_999)
    assert desk.floor.left(desk.clock.now()) == 1


def test_a_back_dated_start_takes_its_seconds_from_the_over_time_before(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(130_000)
    desk.tell("give_floor")
    desk.clock.advance(3_000)
    desk.tell("back_date", seconds=4)
    assert desk.times(desk.last) == (120_000, 0, 6_000)
    assert desk.times(desk.floor) == (7_000, 0, 0)
    assert desk.refused("back_date", seconds=7).facts == {"seconds": 6}
    desk.tell("undo")
    assert desk.times(desk.last) == (120_000, 0, 10_000)
