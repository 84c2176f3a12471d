from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.state.meeting import Meeting

Session = Callable[..., Desk]


def without_the_record(meeting: Meeting) -> Meeting:
    """Return the meeting apart from how far the record has grown, and what numbers it gave."""
    return meeting.having(position=0, latest=meeting.convened_at, void={})


ON_A_LIST = {
    "inscribe": {"delegation": "MEX"},
    "withdraw": {"delegation": "BRA"},
    "move": {"delegation": "BRA", "position": 1, "reason": "x"},
    "swap": {"delegation": "CHL", "other": "BRA"},
    "cede": {"delegation": "CHL", "to": "MEX"},
    "close_list": {},
    "call": {},
    "absent": {},
    "give_floor": {},
    "point_of_order": {"delegation": "MEX"},
    "suspend": {},
    "open_session": {"session": "climate", "waiting": "not_heard"},
    "end_session": {"waiting": "carry_over"},
    "next_moment": {"waiting": "not_heard"},
    "add_session": {"session": "new", "title": "New", "topic": "New"},
    "change_limit": {"seconds": 60, "reason": "x"},
    "refuse": {"delegation": "CHL", "requested": "slides"},
    "check_in": {"delegation": "CHL"},
}

ON_THE_FLOOR = {
    "end_remark": {},
    "pause": {},
    "back_date": {"seconds": 5},
    "extend": {},
    "restart": {"reason": "x"},
    "absent": {},
    "mark": {"mark": "reminded_of_topic"},
    "point_of_order": {"delegation": "MEX"},
    "suspend": {},
}


@pytest.mark.parametrize("kind", ON_A_LIST)
def test_undo_restores_the_meeting(session: Session, kind: str) -> None:
    desk = session("CHL", "BRA")
    before = without_the_record(desk.meeting)
    desk.tell(kind, **ON_A_LIST[kind])
    assert without_the_record(desk.meeting) != before
    desk.tell("undo", reason="a slip")
    assert without_the_record(desk.meeting) == before


@pytest.mark.parametrize("kind", ON_THE_FLOOR)
def test_undo_restores_the_floor(session: Session, kind: str) -> None:
    desk = session("CHL", "BRA", extension_seconds=30)
    desk.clock.advance(10_000)
    desk.tell("give_floor")
    desk.clock.advance(20_000)
    before = without_the_record(desk.meeting)
    desk.tell(kind, **ON_THE_FLOOR[kind])
    assert without_the_record(desk.meeting) != before
    desk.tell("undo")
    assert without_the_record(desk.meeting) == before


def test_pressing_on_undoes_the_act_before(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("undo")
    assert desk.waiting == ["CHL"]
    desk.tell("undo")
    assert desk.waiting == []
    desk.tell("undo")
    assert desk.meeting.moment == "registration"
    assert desk.refused("undo").code == "nothing_to_undo"


def test_what_was_undone_stays_in_the_record(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("undo", reason="the wrong delegation")
    kinds = [item.event.kind for item in desk.proceedings.history[-2:]]
    assert kinds == ["floor_given", "act_undone"]


def test_the_wrong_delegation_goes_back_on_top(session: Session) -> None:
    """PRACTICE section 7, case 8."""
    desk = session("CHL", "BRA")
    entry = desk.entry("CHL")
    desk.tell("give_floor")
    desk.clock.advance(5_000)
    desk.tell("undo", reason="the wrong delegation")
    assert desk.meeting.all_remarks == ()
    assert desk.meeting.speakers().waiting[0] == entry


def test_a_floor_undone_after_its_limit_is_void(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(130_000)
    desk.proceedings.keep_time()
    desk.tell("undo", reason="the wrong delegation")
    assert desk.meeting.all_remarks == ()
    assert desk.waiting == ["CHL", "BRA"]
    desk.tell("give_floor")
    assert desk.floor.left(desk.clock.now()) == 120_000


def test_undoing_the_next_floor_keeps_that_the_former_speaker_stopped(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(127_000)
    desk.tell("give_floor")
    desk.tell("undo")
    desk.clock.advance(60_000)
    assert desk.meeting.floor is None
    assert desk.times(desk.last) == (120_000, 0, 7_000)
    assert desk.waiting == ["BRA"]


def test_an_end_undone_past_the_limit_ends_at_the_limit(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(100_000)
    desk.tell("end_remark")
    desk.clock.advance(30_000)
    desk.tell("undo")
    assert desk.floor.withdrawn
    assert desk.times(desk.floor) == (120_000, 0, 10_000)


def test_back_dating_undone_after_the_limit_judges_the_limit_anew(session: Session) -> None:
    desk = session("CHL")
    desk.clock.advance(60_000)
    desk.tell("give_floor")
    desk.clock.advance(10_000)
    desk.tell("back_date", seconds=40)
    desk.clock.advance(71_000)
    desk.proceedings.keep_time()
    assert desk.floor.withdrawn
    desk.tell("undo")
    assert desk.floor.has_floor
    assert desk.times(desk.floor) == (81_000, 0, 0)
    desk.clock.advance(40_000)
    assert desk.times(desk.floor) == (120_000, 0, 1_000)


def test_a_pause_undone_after_the_limit_leaves_no_more_than_the_limit(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(30_000)
    desk.tell("pause")
    desk.clock.advance(30_000)
    desk.tell("resume")
    desk.clock.advance(91_000)
    desk.proceedings.keep_time()
    desk.tell("undo")
    assert desk.floor.pause is not None
    desk.tell("undo")
    assert desk.times(desk.floor) == (120_000, 0, 31_000)


def test_an_undo_may_name_the_act_that_it_means(session: Session) -> None:
    desk = session("CHL")
    meant = desk.meeting.position
    desk.another().tell("inscribe", delegation="BRA")
    with pytest.raises(Refused) as refused:
        desk.tell("undo", position=meant)
    assert refused.value.code == "undo_overtaken"
    assert desk.waiting == ["CHL", "BRA"]
    desk.tell("undo", position=desk.meeting.position)
    assert desk.waiting == ["CHL"]


def test_marks_of_a_remark(session: Session) -> None:
    desk = session("CHL", "BRA")
    assert desk.refused("mark", mark="general_report").code == "no_remark"
    for _ in range(2):
        desk.tell("give_floor")
        desk.tell("end_remark")
    desk.tell("mark", mark="general_report", number=1)
    desk.tell("mark", mark="reminded_of_topic")
    desk.tell("mark", mark="reminded_of_topic")
    assert [item.marks for item in desk.meeting.remarks] == [
        ("general_report",),
        ("reminded_of_topic",),
    ]
    assert desk.refused("mark", mark="general_report", number=3).code == "no_remark"


def test_a_correction_changes_the_row_and_keeps_the_times(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(30_000)
    desk.tell("end_remark")
    before = desk.last
    desk.tell("correct", number=1, delegation="MX", reason="the plate was read wrongly")
    assert (desk.last.entry.delegation, desk.last.marks) == ("MEX", ("corrected",))
    assert desk.times(desk.last) == desk.times(before)
    desk.tell("undo")
    assert desk.last == before


def test_the_speaker_can_be_corrected_while_the_clock_runs(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("correct", number=1, capacity="designated_delegate", reason="as announced")
    assert desk.floor.entry.capacity == "designated_delegate"
    desk.clock.advance(120_000)
    assert desk.floor.withdrawn


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"number": 2, "delegation": "MEX", "reason": "x"}, "no_remark"),
        ({"number": 0, "delegation": "MEX", "reason": "x"}, "no_remark"),
        ({"number": 1, "delegation": "CHL", "reason": "x"}, "nothing_to_correct"),
        ({"number": 1, "delegation": "MEX"}, "reason_missing"),
        ({"number": 1, "delegation": "ZZZ", "reason": "x"}, "unknown_delegation"),
    ],
)
def test_a_correction_needs_a_remark_a_change_and_a_reason(
    session: Session, fields: dict[str, object], code: str
) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    assert desk.refused("correct", **fields).code == code
