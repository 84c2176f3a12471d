"""A remark that was missed: in its session and its time, beside no other, under a new number."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.depth import examples
from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES
from tipfloor.core.corrections.by_hand import EnterRemark, RemarkEntered
from tipfloor.core.ground.event import decode, encode
from tipfloor.core.ground.refusal import Refused

Session = Callable[..., Desk]
MINUTE = 60_000


def entered(desk: Desk, given_at: str, ended_at: str, **fields: Any) -> None:
    desk.tell(
        "enter_remark",
        **{"delegation": "MEX", "reason": "missed", **fields},
        given_at=given_at,
        ended_at=ended_at,
    )


@pytest.fixture
def day(session: Session) -> Desk:
    """A desk whose first session was on from 11:00 to 11:10, the second from then to 11:20."""
    desk = session("BRA", "CHL")
    desk.clock.advance(MINUTE)
    desk.tell("give_floor")
    desk.clock.advance(MINUTE)
    desk.tell("end_remark")
    desk.clock.advance(8 * MINUTE)
    desk.tell("open_session", session="climate", waiting="not_heard")
    desk.clock.advance(10 * MINUTE)
    desk.tell("next_moment")
    return desk


def test_it_stands_where_its_time_has_it_under_the_next_number(day: Desk) -> None:
    entered(day, "11:04", "11:05", session="technology")
    entered(day, "11:00:10", "11:00:50", session="technology")
    assert [item.number for item in day.meeting.remarks] == [3, 1, 2]
    assert [item.session for item in day.meeting.remarks] == ["technology"] * 3
    assert {item.moment for item in day.meeting.remarks} == {"plenary"}


def test_times_outside_its_session_are_refused_and_what_was_on_is_named(day: Desk) -> None:
    times = {"delegation": "MEX", "reason": "missed", "session": "technology"}
    refused = day.refused("enter_remark", **times, given_at="11:12", ended_at="11:13")
    assert (refused.code, refused.facts["other"]) == ("outside_session_in", "Session on climate")
    assert refused.facts["held"] == "2024-02-05 11:00:00-11:10:00"
    refused = day.refused("enter_remark", **times, given_at="11:09", ended_at="11:11")
    assert refused.code == "outside_session_in"
    refused = day.refused("enter_remark", **times, given_at="10:00", ended_at="10:01")
    assert refused.code == "outside_session"
    refused = day.refused(
        "enter_remark", **{**times, "session": "general"}, given_at="11:05", ended_at="11:06"
    )
    assert refused.code == "never_held"


def test_while_another_had_the_floor_it_is_refused_and_that_remark_is_named(day: Desk) -> None:
    refused = day.refused(
        "enter_remark",
        delegation="MEX",
        reason="missed",
        session="technology",
        given_at="11:01:30",
        ended_at="11:02:30",
    )
    assert refused.code == "floor_was_taken"
    assert refused.facts == {"number": 1, "delegation": "Brazil"}


def test_it_is_entered_after_the_closing_and_of_the_day_of_its_session(day: Desk) -> None:
    day.clock.advance(24 * 60 * MINUTE)
    day.tell("close_meeting", insist=True, reason="all is done")
    day.clock.advance(60 * MINUTE)
    entered(day, "11:04", "11:05", session="technology")
    last = day.meeting.remarks[-1]
    assert (last.day, last.number, last.session) == ("2024-02-05", 2, "technology")
    entered(day, "11:25", "11:26", session="closing")
    last = day.meeting.remarks[-1]
    assert (last.day, last.session, last.moment) == ("2024-02-05", None, "closing")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(30))
@given(seconds=st.integers(0, 1500), length=st.integers(1, 300))
def test_it_is_taken_just_where_its_session_was_on_and_nobody_had_the_floor(
    day: Desk, seconds: int, length: int
) -> None:
    begin, end = 11 * 3600 + seconds, 11 * 3600 + seconds + length
    act = EnterRemark(
        delegation="MEX",
        given_at=_clock(begin),
        ended_at=_clock(end),
        session="technology",
        reason="missed",
    )
    meeting, now = day.proceedings.current()
    inside = end <= 11 * 3600 + 600
    taken = begin < 11 * 3600 + 120 and end > 11 * 3600 + 60
    refused = False
    try:
        act.decide(meeting, now)
    except Refused:
        refused = True
    assert refused == (taken or not inside)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


@pytest.mark.parametrize("floor", ["give_floor", "begin_address"])
@pytest.mark.parametrize("ended", [False, True])
def test_no_other_had_the_floor_then_whatever_the_wall_clock_showed(
    convene: Session, floor: str, ended: bool
) -> None:
    desk = convene(addresses=ADDRESSES)
    desk.tell("open_session", session="technology", reason="a test")
    desk.tell("inscribe", delegation="BRA")
    desk.clock.advance(5 * MINUTE)
    desk.clock.jump_wall(60 * MINUTE)
    desk.clock.advance(MINUTE)
    begun = {"address": "host", "reason": "a test"} if floor == "begin_address" else {}
    desk.tell(floor, **begun)
    desk.clock.advance(MINUTE)
    if ended:
        desk.tell("end_remark")
    desk.clock.advance(MINUTE)
    missed = {"delegation": "CHL", "session": "technology", "reason": "missed"}
    refused = desk.refused("enter_remark", **missed, given_at="11:06:20", ended_at="11:06:40")
    assert (refused.code, refused.facts["number"]) == ("floor_was_taken", 1)
    desk.tell("enter_remark", **missed, given_at="11:05:10", ended_at="11:05:50")
    assert [item.number for item in desk.meeting.all_remarks] == [2, 1]


def test_a_time_is_counted_from_what_is_known_nearest_to_it_where_the_wall_clock_was_set(
    session: Session,
) -> None:
    desk = session("BRA")
    desk.clock.advance(5 * MINUTE)
    desk.clock.jump_wall(60 * MINUTE)
    desk.clock.advance(5 * MINUTE)
    entered(desk, "12:07", "12:08")
    assert desk.last.given_at.ticks == desk.clock.now().ticks - 3 * MINUTE
    desk.tell("give_floor")
    desk.clock.advance(MINUTE)
    desk.clock.jump_wall(-2_000)
    desk.clock.advance(MINUTE)
    desk.tell("end_remark")
    entered(desk, "12:08:30", "12:10")
    entered(desk, "11:02", "11:03")
    ticks = [(item.given_at.ticks, item.ended_at.ticks) for item in desk.meeting.remarks]
    assert ticks == sorted(ticks)
    assert all(one[1] <= two[0] for one, two in pairwise(ticks))


def test_a_time_that_no_clock_showed_is_of_no_session(session: Session) -> None:
    desk = session("BRA")
    desk.clock.advance(5 * MINUTE)
    desk.clock.jump_wall(60 * MINUTE)
    desk.clock.advance(5 * MINUTE)
    missed = {"delegation": "MEX", "reason": "missed"}
    refused = desk.refused("enter_remark", **missed, given_at="11:40", ended_at="11:41")
    assert refused.code == "outside_session"


def test_it_stands_where_its_time_is_counted_where_the_wall_clock_was_set_back(
    session: Session,
) -> None:
    desk = session("BRA")
    desk.clock.advance(MINUTE)
    desk.tell("give_floor")
    desk.clock.advance(MINUTE)
    desk.tell("end_remark")
    desk.clock.jump_wall(-120 * MINUTE)
    desk.clock.advance(8 * MINUTE)
    desk.tell("open_session", session="climate", waiting="not_heard")
    desk.clock.advance(5 * MINUTE)
    entered(desk, "09:12", "09:13", session="climate")
    assert [item.number for item in desk.meeting.remarks] == [1, 2]
    older = decode("remark_entered", 3, encode(desk.proceedings.history[-1].event))
    assert isinstance(older, RemarkEntered)
    assert older.by_times_of_day
    former = desk.meeting.having(remarks=desk.meeting.remarks[:1])
    assert [item.number for item in older.apply(former).remarks] == [2, 1], "as it stood then"
