from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]
HOUR = 3_600_000


def test_names_that_wait_are_carried_over_to_the_next_sitting(session: Session) -> None:
    """PRACTICE section 7, case 2; and case 1: the same order on resume."""
    desk = session("CHL", "BRA")
    refused = desk.refused("adjourn")
    assert (refused.code, refused.facts) == ("names_waiting", {"number": 2})
    desk.tell("adjourn", waiting="carry_over", resumes="tomorrow at 10:00")
    assert desk.meeting.suspension is not None
    assert desk.meeting.suspension.resumes == "tomorrow at 10:00"
    assert desk.refused("adjourn", waiting="carry_over").code == "adjourned_already"
    for kind in ("give_floor", "suspend", "next_moment"):
        assert desk.refused(kind).code == "suspended"
    desk.clock.advance(16 * HOUR)
    desk.tell("resume_meeting")
    assert (desk.waiting, desk.meeting.session) == (["CHL", "BRA"], "technology")
    assert [item.number for item in desk.meeting.sittings] == [1, 2]
    assert desk.meeting.sittings[0].ended_at == desk.meeting.suspensions[0].since


def test_names_that_wait_are_recorded_as_not_heard(session: Session) -> None:
    """PRACTICE section 7, case 2."""
    desk = session("CHL")
    desk.tell("adjourn", waiting="not_heard")
    assert [gone.why for gone in desk.meeting.speakers().departed] == ["not_heard"]
    desk.tell("undo")
    assert desk.waiting == ["CHL"]
    assert not desk.meeting.adjourned


def test_a_remark_ends_before_the_meeting_is_adjourned(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    assert desk.refused("adjourn").code == "floor_taken"
    desk.clock.advance(125_000)
    desk.tell("adjourn")
    assert desk.times(desk.last) == (120_000, 0, 5_000)


def test_lunch_can_become_the_end_of_the_day(session: Session) -> None:
    desk = session()
    desk.tell("suspend", reason="lunch")
    desk.clock.advance(HOUR)
    desk.tell("adjourn")
    (lunch,) = desk.meeting.suspensions
    assert (lunch.kind, lunch.reason) == ("suspension", "lunch")
    assert desk.meeting.sittings[-1].ended_at == lunch.since


def test_an_evening_sitting_goes_on_past_midnight(session: Session) -> None:
    """PRACTICE section 7, case 16: a short suspension past midnight is of the same sitting."""
    desk = session("CHL", "BRA", "MEX")
    day = desk.meeting.day
    for _ in range(12):
        desk.clock.advance(HOUR)
        desk.tell("take_note", text="going on")
    desk.clock.advance(HOUR // 2)
    desk.tell("suspend")
    desk.clock.advance(HOUR)
    desk.tell("resume_meeting")
    assert desk.meeting.local_day(desk.clock.now()) > day
    desk.tell("give_floor")
    assert (desk.floor.day, len(desk.meeting.sittings)) == (day, 1)
    desk.tell("end_remark")
    desk.tell("adjourn", waiting="carry_over")
    desk.clock.advance(60_000)
    desk.tell("resume_meeting")
    desk.tell("give_floor")
    assert (desk.floor.day > day, len(desk.meeting.sittings)) == (True, 2)


def test_an_undo_past_midnight_leaves_one_sitting_after_the_night(session: Session) -> None:
    """PRACTICE section 7, case 16."""
    desk = session("CHL")
    desk.tell("adjourn", waiting="carry_over")
    desk.clock.advance(16 * HOUR)
    desk.tell("resume_meeting")
    desk.clock.advance(60_000)
    desk.tell("undo")
    assert (desk.meeting.adjourned, len(desk.meeting.sittings)) == (True, 1)
    desk.tell("resume_meeting")
    assert [item.number for item in desk.meeting.sittings] == [1, 2]
