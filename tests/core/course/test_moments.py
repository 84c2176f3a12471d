from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_moments_are_walked_forward(convene: Session) -> None:
    desk = convene()
    desk.clock.advance(60_000)
    desk.tell("next_moment")
    first, second = desk.meeting.moments
    assert (first.code, second.code) == ("registration", "opening")
    assert first.ended_at == second.started_at == desk.clock.now()
    for _ in range(3):
        desk.tell("next_moment")
    assert desk.meeting.moment == "closing"
    assert desk.refused("next_moment").code == "last_moment"


def test_going_back_takes_a_reason(convene: Session) -> None:
    desk = convene()
    assert desk.refused("previous_moment", reason="x").code == "first_moment"
    desk.tell("next_moment")
    assert desk.refused("previous_moment").code == "reason_missing"
    desk.tell("previous_moment", reason="two delegations have just come")
    assert desk.meeting.moment == "registration"


def test_skipping_takes_a_reason(convene: Session) -> None:
    desk = convene()
    assert desk.refused("go_to_moment", moment="introductory").code == "reason_missing"
    assert desk.refused("go_to_moment", moment="nowhere").code == "unknown_moment"
    assert desk.refused("go_to_moment", moment="registration").code == "this_moment"
    desk.tell("go_to_moment", moment="opening")
    desk.tell("go_to_moment", moment="plenary", reason="as the chair proposed")
    assert desk.meeting.moment == "plenary"


def test_a_moment_is_not_left_under_a_speaker(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    assert desk.refused("next_moment").code == "floor_taken"
    desk.clock.advance(130_000)
    kinds = [event.kind for event in desk.tell("next_moment")]
    assert kinds == ["floor_withdrawn", "speaker_stopped", "session_ended", "moment_began"]
    assert desk.times(desk.last) == (120_000, 0, 10_000)


def test_a_moment_is_not_left_without_a_word_on_who_waits(session: Session) -> None:
    desk = session("CHL", "BRA")
    refused = desk.refused("next_moment")
    assert (refused.code, refused.facts) == ("names_waiting", {"number": 2})
    desk.tell("next_moment", waiting="not_heard")
    gone = desk.meeting.speakers("technology").departed
    assert [(item.entry.delegation, item.why) for item in gone] == [
        ("CHL", "not_heard"),
        ("BRA", "not_heard"),
    ]


@pytest.mark.parametrize("waiting", ["carry_over", "not_heard"])
def test_a_session_taken_up_again(session: Session, waiting: str) -> None:
    desk = session("CHL", "BRA")
    desk.tell("swap", delegation="CHL", other="BRA")
    desk.tell("end_session", waiting=waiting)
    desk.tell("open_session", session="climate")
    desk.tell("open_session", session="technology")
    assert desk.waiting == (["BRA", "CHL"] if waiting == "carry_over" else [])
