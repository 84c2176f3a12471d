from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]
MINUTE = 60_000


def test_a_closed_list_binds_delegations_not_the_chair(session: Session) -> None:
    """PRACTICE section 4: a closed list."""
    desk = session("CHL")
    desk.tell("close_list")
    assert desk.refused("inscribe", delegation="BRA").code == "list_closed"
    desk.tell("inscribe", delegation="BRA", reason="by leave of the chair")
    assert desk.entry("BRA").marks == ("after_closing",)


def test_replies_and_points_stay_open(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("close_list")
    desk.tell("inscribe", delegation="BRA", remark_kind="reply", replies_to=1)
    assert desk.entry("BRA").marks == ()
    desk.tell("point_of_order", delegation="MEX")


def test_a_list_is_closed_and_opened_once(session: Session) -> None:
    desk = session()
    assert desk.refused("reopen_list", reason="x").code == "list_open"
    desk.tell("close_list")
    assert desk.refused("close_list").code == "list_closed"
    assert desk.refused("reopen_list").code == "reason_missing"
    desk.tell("reopen_list", reason="two came late")
    assert desk.meeting.speakers().is_open
    desk.tell("inscribe", delegation="BRA")


def test_the_list_of_another_session_is_another(session: Session) -> None:
    desk = session()
    desk.tell("close_list", session="climate")
    desk.tell("inscribe", delegation="BRA")
    assert desk.refused("inscribe", delegation="BRA", session="climate").code == "list_closed"


def test_a_list_closes_by_itself_at_its_minute(session: Session) -> None:
    desk = session(close_list_after_minutes=15)
    opened = desk.clock.now()
    desk.clock.advance(15 * MINUTE - 1)
    assert desk.meeting.speakers().is_open
    desk.clock.advance(40_000)
    assert desk.meeting.speakers().closed_at == opened.plus(15 * MINUTE)
    assert desk.refused("inscribe", delegation="BRA").code == "list_closed"


def test_a_list_reopened_after_its_hour_stays_open(session: Session) -> None:
    desk = session(close_list_after_minutes=15)
    desk.clock.advance(20 * MINUTE)
    desk.tell("reopen_list", reason="two came late")
    desk.clock.advance(20 * MINUTE)
    desk.tell("inscribe", delegation="BRA")


def test_a_list_closed_by_hand_and_reopened_after_its_hour_stays_open(session: Session) -> None:
    desk = session(close_list_after_minutes=15)
    desk.clock.advance(5 * MINUTE)
    desk.tell("close_list")
    desk.clock.advance(15 * MINUTE)
    desk.tell("reopen_list", reason="two came late")
    desk.clock.advance(1_000)
    desk.tell("inscribe", delegation="BRA")


def test_a_list_reopened_before_its_hour_still_closes_at_it(session: Session) -> None:
    desk = session(close_list_after_minutes=15)
    desk.clock.advance(5 * MINUTE)
    desk.tell("close_list")
    desk.tell("reopen_list", reason="a slip")
    desk.clock.advance(10 * MINUTE)
    assert not desk.meeting.speakers().is_open


def test_undoing_the_opening_undoes_its_closing_by_time(session: Session) -> None:
    desk = session(close_list_after_minutes=15)
    desk.clock.advance(20 * MINUTE)
    desk.proceedings.keep_time()
    desk.tell("undo")
    desk.tell("open_session", session="technology", reason="again")
    assert desk.meeting.speakers().is_open


def test_suspension_freezes_the_hour_at_which_a_list_closes(session: Session) -> None:
    """PRACTICE section 4: suspension freezes list and clock; the list stays open for its time."""
    desk = session(close_list_after_minutes=15)
    opened = desk.clock.now()
    desk.clock.advance(10 * MINUTE)
    desk.tell("suspend", reason="lunch")
    desk.clock.advance(90 * MINUTE)
    assert desk.meeting.speakers().is_open
    desk.tell("resume_meeting")
    desk.clock.advance(5 * MINUTE - 1)
    assert desk.meeting.speakers().is_open
    desk.clock.advance(1)
    assert desk.meeting.speakers().closed_at == opened.plus(105 * MINUTE)
    assert desk.refused("inscribe", delegation="BRA").code == "list_closed"


def test_a_session_left_and_taken_up_again_keeps_what_is_left_of_its_minutes(
    session: Session,
) -> None:
    desk = session("CHL", close_list_after_minutes=15)
    desk.clock.advance(10 * MINUTE)
    desk.tell("end_session", waiting="carry_over")
    desk.clock.advance(60 * MINUTE)
    desk.tell("open_session", session="technology", reason="back")
    desk.clock.advance(5 * MINUTE - 1)
    assert desk.meeting.speakers().is_open
    desk.clock.advance(1)
    assert not desk.meeting.speakers().is_open


def test_undoing_a_suspension_counts_its_minutes_again(session: Session) -> None:
    desk = session(close_list_after_minutes=15)
    desk.clock.advance(10 * MINUTE)
    desk.tell("suspend")
    desk.clock.advance(10 * MINUTE)
    assert desk.meeting.speakers().is_open
    desk.tell("undo")
    assert not desk.meeting.speakers().is_open
