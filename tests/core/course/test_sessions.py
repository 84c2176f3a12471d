from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_sessions_open_in_their_order(convene: Session) -> None:
    desk = convene()
    assert desk.refused("open_session").code == "no_session"
    desk.tell("go_to_moment", moment="plenary", reason="now")
    desk.tell("open_session")
    assert desk.meeting.session == "technology"
    desk.tell("open_session")
    assert desk.meeting.session == "climate"
    assert desk.refused("open_session").code == "session_open"


def test_a_session_of_the_next_moment_takes_the_meeting_there(convene: Session) -> None:
    desk = convene()
    desk.tell("next_moment")
    desk.tell("open_session", session="general")
    assert (desk.meeting.moment, desk.meeting.session) == ("introductory", "general")


def test_a_session_of_a_far_moment_takes_a_reason(convene: Session) -> None:
    desk = convene()
    assert desk.refused("open_session", session="climate").code == "reason_missing"
    assert desk.refused("open_session", session="nowhere").code == "unknown_session"


def test_a_session_ends_once(session: Session) -> None:
    desk = session()
    desk.tell("end_session")
    assert desk.meeting.session is None
    assert desk.refused("end_session").code == "no_session"


def test_a_session_is_added_while_the_meeting_runs(session: Session) -> None:
    desk = session()
    desk.tell("add_session", session="laundering", title="Money", topic="Money laundering")
    refused = desk.refused("add_session", session="laundering", title="Other", topic="Other")
    assert refused.code == "session_exists"
    desk.tell("open_session", session="laundering")
    desk.tell("inscribe", delegation="CHL")
    desk.tell("give_floor")
    assert desk.floor.session == "laundering"
    assert desk.another().meeting.session == "laundering"


def test_a_session_is_not_left_under_a_speaker(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    assert desk.refused("open_session", session="climate").code == "floor_taken"
    assert desk.refused("end_session").code == "floor_taken"


@pytest.mark.parametrize(
    ("times", "code"),
    [
        ({"starts": "2024-02-05T18:00", "ends": "2024-02-05T17:00"}, "session_times"),
        ({"starts": "2024-02-05T18:00"}, "session_times"),
        ({"starts": "1900-02-05T18:00", "ends": "1900-02-05T19:00"}, "plan_time"),
    ],
)
def test_planned_times_that_are_no_span_are_refused(
    session: Session, times: dict[str, str], code: str
) -> None:
    desk = session()
    assert desk.refused("add_session", session="n", title="N", topic="N", **times).code == code


def test_a_session_is_added_with_its_planned_times(session: Session) -> None:
    desk = session()
    times = {"starts": "2024-02-05T18:00", "ends": "2024-02-05T19:00"}
    desk.tell("add_session", session="new", title="New", topic="New", **times)
    added = desk.meeting.plan.session("new")
    assert added is not None
    assert (str(added.starts), str(added.ends)) == ("2024-02-05 18:00:00", "2024-02-05 19:00:00")
