"""For how long each part was to be on, against for how long it was."""

from collections.abc import Callable

from tests.helpers.desk import Desk
from tipfloor.core.reckoning.lengths import lengths

MINUTE = 60_000
Figure = tuple[int | None, int, int | None, bool]


def figures(desk: Desk) -> dict[str, Figure]:
    found = lengths(desk.meeting, desk.clock.now())
    return {
        f"{item.number or '-'} {item.part.code}": (
            item.planned,
            item.actual,
            item.difference,
            item.under_way,
        )
        for item in found
    }


def test_a_part_that_is_on_has_no_difference_until_it_is_too_long(
    session: Callable[..., Desk],
) -> None:
    desk = session()
    desk.clock.advance(59 * MINUTE)
    assert figures(desk)["- technology"] == (60 * MINUTE, 59 * MINUTE, None, True)
    desk.clock.advance(3 * MINUTE)
    assert figures(desk)["- technology"] == (60 * MINUTE, 62 * MINUTE, 2 * MINUTE, True)


def test_what_ended_early_took_less(session: Callable[..., Desk]) -> None:
    desk = session()
    desk.clock.advance(40 * MINUTE)
    desk.tell("open_session", session="climate")
    desk.clock.advance(70 * MINUTE)
    desk.tell("end_session")
    assert figures(desk) == {
        "1 registration": (None, 0, None, False),
        "4 plenary": (120 * MINUTE, 110 * MINUTE, None, True),
        "- technology": (60 * MINUTE, 40 * MINUTE, -20 * MINUTE, False),
        "- climate": (60 * MINUTE, 70 * MINUTE, 10 * MINUTE, False),
    }
    desk.tell("next_moment")
    assert figures(desk)["4 plenary"] == (120 * MINUTE, 110 * MINUTE, -10 * MINUTE, False)


def test_a_suspension_and_what_lies_between_sessions_is_no_work(
    session: Callable[..., Desk],
) -> None:
    """PRACTICE section 7, case 1: lunch in mid-list."""
    desk = session()
    desk.clock.advance(30 * MINUTE)
    desk.tell("suspend")
    desk.clock.advance(90 * MINUTE)
    desk.tell("resume_meeting")
    desk.clock.advance(15 * MINUTE)
    desk.tell("end_session")
    desk.clock.advance(20 * MINUTE)
    found = figures(desk)
    assert found["- technology"][1] == 45 * MINUTE
    assert found["4 plenary"][1] == 45 * MINUTE


def test_a_session_that_was_left_and_resumed_counts_both_times(
    session: Callable[..., Desk],
) -> None:
    desk = session()
    desk.clock.advance(10 * MINUTE)
    desk.tell("open_session", session="climate")
    desk.clock.advance(5 * MINUTE)
    desk.tell("open_session", session="technology", reason="back to it")
    desk.clock.advance(10 * MINUTE)
    assert figures(desk)["- technology"] == (60 * MINUTE, 20 * MINUTE, None, True)
