from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_points_are_answered_in_the_order_raised(session: Session) -> None:
    """PRACTICE section 7, case 4."""
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("point_of_order", delegation="MEX")
    desk.tell("point_of_order", delegation="BR")
    assert [point.delegation for point in desk.meeting.points] == ["MEX", "BRA"]
    assert desk.refused("resume").facts == {"delegation": "Mexico"}
    ruled = [desk.tell("rule_on_point", ruling="not taken")[0] for _ in range(2)]
    assert [event.delegation for event in ruled] == ["MEX", "BRA"]  # type: ignore[attr-defined]
    assert desk.refused("rule_on_point", ruling="x").code == "no_point_waiting"
    desk.tell("resume")
    assert desk.floor.pause is None


def test_a_point_in_the_last_millisecond_pauses_and_does_not_end(session: Session) -> None:
    """PRACTICE section 7, case 5."""
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(119_999)
    kinds = [event.kind for event in desk.tell("point_of_order", delegation="MEX")]
    assert kinds == ["point_raised", "clock_paused"]
    desk.clock.advance(300_000)
    assert desk.floor.has_floor
    assert desk.floor.left(desk.clock.now()) == 1


def test_a_point_at_the_limit_finds_the_floor_withdrawn(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(120_000)
    kinds = [event.kind for event in desk.tell("point_of_order", delegation="MEX")]
    assert kinds == ["floor_withdrawn", "speaker_stopped", "point_raised"]
    assert desk.times(desk.last) == (120_000, 0, 0)


def test_a_point_interrupts_an_over_time_which_is_counted_no_further(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(125_000)
    desk.tell("point_of_order", delegation="MEX")
    desk.clock.advance(60_000)
    assert desk.times(desk.last) == (120_000, 0, 5_000)
    desk.tell("undo")
    assert not desk.meeting.points
    assert desk.times(desk.last) == (120_000, 0, 5_000)


def test_where_the_clock_runs_on_at_a_point_no_over_time_comes_of_it(session: Session) -> None:
    desk = session("CHL", "BRA", pause_on_point_of_order=False)
    desk.tell("give_floor")
    desk.clock.advance(110_000)
    desk.tell("point_of_order", delegation="MEX")
    desk.clock.advance(60_000)
    assert desk.meeting.floor is None
    assert desk.times(desk.last) == (120_000, 0, 0)
    desk.tell("rule_on_point", ruling="noted")
    desk.clock.advance(60_000)
    assert desk.times(desk.last) == (120_000, 0, 0)
    assert desk.last.ended_by == "time_limit"


def test_a_clock_stopped_before_it_is_known_who_asks_stands_on(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(119_999)
    desk.tell("pause", reason="point_of_order")
    desk.clock.advance(30_000)
    kinds = [event.kind for event in desk.tell("point_of_order", delegation="MEX")]
    assert kinds == ["point_raised"]
    desk.clock.advance(30_000)
    assert desk.times(desk.floor) == (119_999, 60_000, 0)
    desk.tell("undo")
    assert desk.floor.pause is not None
    assert desk.times(desk.floor) == (119_999, 60_000, 0)


def test_the_clock_runs_on_where_the_rules_say_so(session: Session) -> None:
    desk = session("CHL", pause_on_point_of_order=False)
    desk.tell("give_floor")
    desk.tell("point_of_order", delegation="MEX")
    desk.clock.advance(10_000)
    assert desk.floor.left(desk.clock.now()) == 110_000


def test_a_point_is_raised_between_speakers(session: Session) -> None:
    desk = session("CHL")
    assert [event.kind for event in desk.tell("point_of_order", delegation="CHL")] == [
        "point_raised"
    ]


def test_a_point_outlives_the_remark_and_comes_before_the_next_speaker(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.tell("point_of_order", delegation="MEX")
    desk.tell("end_remark")
    assert [point.delegation for point in desk.meeting.points] == ["MEX"]
    assert desk.refused("give_floor").code == "point_waiting"
    desk.tell("rule_on_point", ruling="noted")
    desk.tell("give_floor")
    assert desk.floor.entry.delegation == "BRA"


def test_a_point_and_its_pause_are_undone_together(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    before = desk.floor
    desk.tell("point_of_order", delegation="MEX")
    desk.tell("undo")
    assert desk.floor == before
    assert desk.meeting.points == ()


def test_a_point_is_raised_where_no_session_is_open_and_not_while_suspended(
    convene: Session,
) -> None:
    """PRACTICE section 4: a point of order is raised at once, in any moment."""
    desk = convene()
    desk.tell("point_of_order", delegation="MEX")
    (point,) = desk.meeting.raised
    assert (point.moment, point.session, point.remark) == ("registration", None, None)
    desk.tell("suspend")
    assert desk.refused("point_of_order", delegation="CHL").code == "suspended"
    assert desk.refused("rule_on_point", ruling="x").code == "suspended"


def test_the_speaker_and_a_delegation_twice_may_raise_points(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    for code in ("CHL", "MEX", "MEX"):
        desk.tell("point_of_order", delegation=code)
    desk.tell("withdraw_point", delegation="MEX")
    assert [point.delegation for point in desk.meeting.points] == ["CHL", "MEX"]
    for _ in range(2):
        desk.tell("rule_on_point", ruling="noted")
    assert desk.refused("withdraw_point").code == "no_point_waiting"
    assert {point.remark for point in desk.meeting.raised} == {desk.floor.id}
    assert [item.ruling for item in desk.meeting.raised] == ["noted", None, "noted"]


def test_a_point_in_over_time_names_the_remark_whose_floor_is_withdrawn(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(125_000)
    desk.tell("point_of_order", delegation="MEX")
    assert desk.meeting.raised[0].remark == desk.last.id
    assert desk.meeting.floor is None
