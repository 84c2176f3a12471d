"""What `tipfloor status` says of the time, on a clock that the test sets."""

import pytest

from tests.helpers.bodies import COUNCIL, TOWN, body, convened
from tipfloor.standing.glance import in_words, standing

MINUTE = 60_000


@pytest.fixture
def held(tmp_path, closing):
    def begin(path, at, moment):
        desk = convened(tmp_path, closing, body(path), at)
        desk.tell("go_to_moment", moment=moment, reason="a test")
        desk.tell("open_session")
        return desk

    return begin


def stands(desk):
    found = standing(desk.meeting, desk.clock.now())
    return found, in_words(found)


def test_status_says_what_fits_and_when_list_and_day_end(held):
    desk = held(COUNCIL, "2024-02-05T10:06", "general_debate")
    for item in desk.meeting.plan.delegations[:60]:
        desk.tell("inscribe", delegation=item.code)
    found, words = stands(desk)
    assert found["fits"] == {
        "before": "2024-02-05T13:00:00.000+01:00",
        "waiting": 53,
        "in_all": 53,
    }
    assert found["behind_plan_seconds"] == 360
    assert found["list_closes_at"] == "2024-02-05T10:21:00.000+01:00"
    assert found["forecast_end"] == "2024-02-05T13:21:00.000+01:00"
    assert found["day_forecast_end"] == found["day_planned_end"] == "2024-02-05T18:00:00.000+01:00"
    for line in (
        "The list closes by itself at 10:21.",
        "The list ends at about 13:21.",
        "53 more speakers fit before 13:00.",
        "The meeting is 6 minutes behind its plan.",
        "The day ends at about 18:00; planned is 18:00.",
    ):
        assert line in words.splitlines()


def test_status_of_a_suspended_meeting_promises_nothing_of_the_list(held):
    desk = held(COUNCIL, "2024-02-05T10:00", "general_debate")
    desk.tell("inscribe", delegation="AUT")
    desk.tell("suspend")
    desk.clock.advance(30 * MINUTE)
    found, words = stands(desk)
    assert [found[key] for key in ("forecast_end", "list_closes_at", "fits")] == [None] * 3
    assert "fit before" not in words


def test_status_names_the_date_of_what_ends_on_another_day(held):
    desk = held(TOWN, "2024-02-05T23:30", "public_comment")
    for item in desk.meeting.plan.delegations:
        desk.tell("inscribe", delegation=item.code)
    found, words = stands(desk)
    assert "The list ends at about 2024-02-06 01:36." in words
    assert found["behind_plan_seconds"] == 315 * 60
