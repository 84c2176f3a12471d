"""What `tipfloor status` says of the time, on a clock that the test sets."""

import pytest

from tests.helpers.bodies import COUNCIL, TOWN, body, convened
from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES
from tipfloor.standing.glance import glance
from tipfloor.standing.glance_words import in_words
from tipfloor.standing.heading import heading
from tipfloor.standing.outlook import look

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
    outlook = look(desk.proceedings)
    return glance(outlook), in_words(outlook)


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


def test_status_of_a_list_opened_again_after_its_hour_promises_no_closing(held):
    """The list closes by itself once; opened again it stays open, as the desk says too."""
    desk = held(COUNCIL, "2024-02-05T10:06", "general_debate")
    desk.tell("inscribe", delegation="AUT")
    assert stands(desk)[0]["list_closes_at"] is not None
    desk.clock.advance(20 * MINUTE)
    desk.proceedings.keep_time()
    desk.tell("reopen_list", reason="a test")
    found, words = stands(desk)
    assert found["list"]["open"]
    assert found["list_closes_at"] is None
    assert "closes by itself" not in words


def test_status_speaks_of_addresses_interludes_and_outages(tmp_path, closing):
    desk = Desk.convene(tmp_path, addresses=ADDRESSES)
    closing.callback(desk.close)
    desk.tell("next_moment")
    desk.tell("begin_interlude", what="minute of silence")
    desk.tell("begin_outage")
    desk.clock.advance(42_000)
    said = in_words(look(desk.proceedings))
    assert "An interlude is on: minute of silence, for 0:42 so far." in said
    assert "The next address: Representative of the host country." in said
    assert "Not delivered yet: Rapporteur." in said
    assert "The webcast has been out for 0:42." in said
    desk.tell("begin_address")
    stands = glance(look(desk.proceedings))
    assert stands["floor"]["delegation_code"] == "JAM"
    assert (stands["floor"]["kind"], stands["floor"]["planned_seconds"]) == ("address", 600)
    desk.tell("end_remark")
    desk.tell("close_meeting", insist=True, reason="x")
    assert "The meeting was closed at 11:00." in in_words(look(desk.proceedings))


def test_status_rounds_a_delay_as_the_heading_of_the_desk_does(held):
    desk = held(COUNCIL, "2024-02-05T10:00:30.400", "general_debate")
    outlook = look(desk.proceedings)
    assert "The meeting is 1 minute behind its plan." in in_words(outlook)
    assert heading(outlook, 80)[0].text.endswith("1 min behind")
