"""The whole plan against what was held of it, and the forecast of the rest."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict, replace

from tests.helpers.bodies import COUNCIL, body, convened, local
from tests.helpers.desk import Desk
from tests.helpers.plans import small_plan
from tipfloor.core.plan.plan import MomentPlan, Plan
from tipfloor.core.reckoning.delay import behind_plan
from tipfloor.core.reckoning.forecast import forecast, what_fits
from tipfloor.core.reckoning.timetable import Row, day_end, timetable

MINUTE = 60_000
Convened = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path, closing: ExitStack) -> Convened:
    def begin(plan: Plan, at: str) -> Desk:
        return convened(tmp_path, closing, plan, at)

    return begin


def planned(*times: str, zone: str = "America/New_York", **rules: Any) -> Plan:
    """Return a plan of moments without sessions, each as "day hour:minute-hour:minute"."""
    plan = small_plan(zone=zone, **rules)
    moments = []
    for number, time in enumerate(times):
        day, _, span = time.partition(" ")
        starts, ends = (datetime.fromisoformat(f"{day}T{hour}") for hour in span.split("-"))
        code = f"part_{number}"
        moments.append(MomentPlan(code=code, kind="other", title=code, starts=starts, ends=ends))
    days = tuple(sorted({moment.starts.date() for moment in moments if moment.starts}))
    table = replace(plan.meeting, days=days, order_of_moments=tuple(item.code for item in moments))
    changed = {"meeting": table, "moments": tuple(moments), "sessions": ()}
    return Plan.model_validate(asdict(replace(plan, **changed)))


def rows(desk: Desk) -> list[Row]:
    return timetable(desk.meeting, desk.clock.now())


def shown(row: Row, desk: Desk) -> tuple[str, str]:
    begins, ends = row.forecast or (None, None)
    return local(begins, desk)[:5], local(ends, desk)[:5]


DAY = ("2024-02-05 09:00-10:00", "2024-02-05 10:00-12:00", "2024-02-05 14:00-15:00")


def test_what_was_held_stands_beside_its_plan(meeting: Convened) -> None:
    desk = meeting(planned(*DAY), "2024-02-05T09:06")
    desk.clock.advance(60 * MINUTE)
    desk.tell("next_moment")
    first, second, third = rows(desk)
    assert (first.late_start, first.late_end) == (timedelta(minutes=6), timedelta(minutes=6))
    assert (first.current, second.current, third.current) == (False, True, False)
    assert (first.number, local(first.began, desk), local(first.ended, desk)) == (
        1,
        "09:06:00",
        "10:06:00",
    )
    assert shown(second, desk) == ("10:06", "12:06")
    assert third.began is None


def test_a_delay_moves_what_follows_at_once_and_a_break_takes_it_up(meeting: Convened) -> None:
    desk = meeting(planned(*DAY), "2024-02-05T09:30")
    assert [shown(row, desk) for row in rows(desk)] == [
        ("09:30", "10:30"),
        ("10:30", "12:30"),
        ("14:00", "15:00"),
    ]
    assert local(day_end(desk.meeting, desk.clock.now()).ends_at, desk) == "15:00:00"  # type: ignore[union-attr]


def test_half_of_a_break_is_kept_whatever_the_delay(meeting: Convened) -> None:
    desk = meeting(planned(*DAY), "2024-02-05T10:40")
    assert shown(rows(desk)[2], desk) == ("14:40", "15:40")
    end = day_end(desk.meeting, desk.clock.now())
    assert end is not None
    assert (local(end.ends_at, desk), local(end.planned, desk)) == ("15:40:00", "15:00:00")


def test_a_break_that_was_had_is_not_kept_again(meeting: Convened) -> None:
    """PRACTICE section 4: lunch freezes the list; what was frozen is no delay and no work."""
    desk = meeting(planned(*DAY), "2024-02-05T09:00")
    desk.clock.advance(60 * MINUTE)
    desk.tell("next_moment")
    desk.clock.advance(110 * MINUTE)
    desk.tell("suspend")
    desk.clock.advance(60 * MINUTE)
    now = desk.clock.now()
    assert shown(rows(desk)[1], desk) == ("10:00", "14:10")
    assert shown(rows(desk)[2], desk) == ("14:10", "15:10")
    assert behind_plan(desk.meeting, now) == timedelta(0)
    desk.clock.advance(70 * MINUTE)
    desk.tell("resume_meeting")
    desk.clock.advance(10 * MINUTE)
    assert shown(rows(desk)[2], desk)[0] == "14:10"


def test_nothing_begins_before_its_planned_time(meeting: Convened) -> None:
    desk = meeting(planned(*DAY), "2024-02-05T07:00")
    assert [shown(row, desk) for row in rows(desk)] == [
        ("07:00", "10:00"),
        ("10:00", "12:00"),
        ("14:00", "15:00"),
    ]
    assert behind_plan(desk.meeting, desk.clock.now()) == timedelta(hours=-2)


def test_the_night_takes_up_a_delay(meeting: Convened) -> None:
    desk = meeting(planned(*DAY, "2024-02-06 09:00-10:00"), "2024-02-05T13:00")
    assert shown(rows(desk)[3], desk) == ("09:00", "10:00")
    end = day_end(desk.meeting, desk.clock.now())
    assert end is not None
    assert end.ends_at.date() == date(2024, 2, 5)


def test_an_evening_sitting_belongs_to_its_day(meeting: Convened) -> None:
    """PRACTICE section 7, case 16: past midnight it is still the day of the sitting."""
    desk = meeting(planned("2024-02-05 21:00-23:59", "2024-02-06 09:00-10:00"), "2024-02-05T21:20")
    desk.clock.advance(160 * MINUTE)
    desk.tell("take_note", text="going on")
    desk.clock.advance(15 * MINUTE)
    end = day_end(desk.meeting, desk.clock.now())
    assert end is not None
    assert local(end.ends_at, desk) == "00:19:00"


def test_a_meeting_held_on_another_day_has_no_forecast_of_the_day(meeting: Convened) -> None:
    desk = meeting(planned(*DAY), "2026-11-24T10:00")
    assert day_end(desk.meeting, desk.clock.now()) is None
    assert behind_plan(desk.meeting, desk.clock.now()) is None
    first = rows(desk)[0]
    assert (first.forecast, first.late_start, first.late_end) == (None, None, None)
    assert local(first.began, desk) == "10:00:00"


def test_a_part_taken_up_days_early_is_counted_by_its_length(meeting: Convened) -> None:
    desk = meeting(planned(*DAY, "2024-02-08 09:00-10:00"), "2024-02-05T09:00")
    desk.tell("go_to_moment", moment="part_3", reason="the minister leaves")
    assert shown(rows(desk)[3], desk) == ("09:00", "10:00")
    assert rows(desk)[3].late_end is None


def test_sessions_stand_below_their_moment_and_move_its_end(meeting: Convened) -> None:
    desk = meeting(body(COUNCIL), "2024-02-05T10:00")
    desk.tell("go_to_moment", moment="general_debate", reason="straight to it")
    desk.tell("open_session")
    for delegation in desk.meeting.plan.delegations[:80]:
        desk.tell("inscribe", delegation=delegation.code)
    found = {(row.number, row.title): row for row in rows(desk)}
    first, second = found[(None, "First meeting")], found[(None, "Second meeting")]
    assert shown(first, desk) == ("10:00", "14:20")  # 80 times 3:15
    assert shown(second, desk) == ("15:20", "18:20")  # half of the lunch of two hours is kept
    assert found[(3, "Item 2. General debate")].current
    assert first.topic == "The state of inland waters"
    desk.tell("close_list")
    assert shown(first, desk) == ("10:00", "14:20")


def test_a_closed_list_ends_its_session(meeting: Convened) -> None:
    desk = meeting(body(COUNCIL), "2024-02-05T10:00")
    desk.tell("go_to_moment", moment="general_debate", reason="straight to it")
    desk.tell("open_session")
    desk.tell("inscribe", delegation="AUT")
    desk.tell("close_list")
    first = next(row for row in rows(desk) if row.title == "First meeting")
    assert shown(first, desk) == ("10:00", "10:03")


def test_the_hour_that_comes_twice_is_held_and_counted_in_full(meeting: Convened) -> None:
    """PRACTICE section 7, case 17: the night of 27 October 2024 has 25 hours in Vienna."""
    plan = planned("2024-10-27 01:00-04:00", "2024-10-27 04:00-05:00", zone="Europe/Vienna")
    desk = meeting(plan, "2024-10-27T01:00")
    desk.clock.advance(120 * MINUTE)
    assert local(desk.clock.now(), desk) == "02:00:00"
    assert shown(rows(desk)[0], desk) == ("01:00", "04:00")
    assert rows(desk)[0].planned is not None
    starts, ends = rows(desk)[0].planned  # type: ignore[misc]
    assert ends - starts == timedelta(hours=4)
    desk.clock.advance(120 * MINUTE)
    desk.tell("next_moment")
    assert rows(desk)[0].late_end == timedelta(0)
    assert behind_plan(desk.meeting, desk.clock.now()) == timedelta(0)


def test_the_hour_that_is_left_out_is_not_counted(meeting: Convened) -> None:
    """PRACTICE section 7, case 17: the night of 10 March 2024 has 23 hours in Washington."""
    desk = meeting(planned("2024-03-10 01:00-04:00"), "2024-03-10T01:00")
    starts, ends = rows(desk)[0].planned  # type: ignore[misc]
    assert ends - starts == timedelta(hours=2)
    assert shown(rows(desk)[0], desk) == ("01:00", "04:00")


def test_the_zone_of_the_meeting_holds_not_that_of_the_machine(meeting: Convened) -> None:
    """PRACTICE section 7, case 17: planned times are local to the meeting."""
    desk = meeting(planned("2024-02-05 09:00-10:00", zone="Asia/Kathmandu"), "2024-02-05T09:05")
    assert behind_plan(desk.meeting, desk.clock.now()) == timedelta(minutes=5)


def test_a_wall_clock_set_by_hand_changes_no_forecast_of_the_list(
    session: Callable[..., Desk],
) -> None:
    """PRACTICE section 7, case 12: durations are unchanged, and the jump is noted."""
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(30_000)
    before = forecast(desk.meeting, desk.clock.now())
    desk.clock.jump_wall(-3_600_000)
    after = forecast(desk.meeting, desk.clock.now())
    assert before is not None
    assert after is not None
    assert before.takes == after.takes == 90_000 + 140_000
    desk.proceedings.keep_time()
    assert desk.floor.speaking(desk.clock.now()) == 30_000
    assert desk.proceedings.history[-1].event.kind == "wall_clock_set"


def test_sleep_within_a_remark_is_in_the_forecast(session: Callable[..., Desk]) -> None:
    """PRACTICE section 7, case 11: the laptop sleeps in a remark, and real time counts."""
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(90_000)  # asleep: the clock that counts sleep went on
    again = desk.another()
    assert again.floor.left(desk.clock.now()) == 30_000
    found = forecast(again.meeting, desk.clock.now())
    assert found is not None
    assert found.takes == 30_000 + 140_000


def test_another_limit_binds_from_the_next_remark_in_clock_and_forecast(
    session: Callable[..., Desk],
) -> None:
    """PRACTICE section 7, case 10: 1:30 for all from the next remark; old ones keep theirs."""
    desk = session("CHL", "BRA", "MEX")
    desk.tell("give_floor")
    desk.tell("change_limit", seconds=90, reason="the hour")
    assert desk.floor.limit == 120_000
    found = forecast(desk.meeting, desk.clock.now())
    assert found is not None
    assert found.takes == 120_000 + 2 * (90_000 + 20_000)
    desk.clock.advance(120_000)
    desk.tell("give_floor")
    assert (desk.last.limit, desk.floor.limit) == (120_000, 90_000)
    assert desk.last.speaking(desk.clock.now()) == 120_000


def test_without_planned_times_nothing_is_made_up(convene: Callable[..., Desk]) -> None:
    desk = convene()
    now = desk.clock.now()
    assert what_fits(desk.meeting, now) is None
    assert behind_plan(desk.meeting, now) is None
    assert all(row.forecast is None for row in rows(desk) if row.number in (1, 2, 5))


def test_nothing_is_forecast_once_the_meeting_is_closed(meeting: Convened) -> None:
    desk = meeting(planned("2024-02-05 09:00-10:00", "2024-02-05 10:00-11:00"), "2024-02-05 09:00")
    assert day_end(desk.meeting, desk.clock.now())
    desk.tell("close_meeting", insist=True, reason="x")
    assert day_end(desk.meeting, desk.clock.now()) is None
    assert not any(row.forecast for row in timetable(desk.meeting, desk.clock.now()))
