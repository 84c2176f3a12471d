"""A plan that is adopted is one by which the meeting can go on, wherever it comes from."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from msgspec import to_builtins
from msgspec.structs import replace

from tests.helpers.desk import Desk
from tipfloor.commands.act_reading import Unread, asked_of_line
from tipfloor.core.plan.plan import MOST_ROWS, Plan
from tipfloor.core.reckoning.planned import is_on_plan, timed_parts
from tipfloor.core.reckoning.timetable import timetable

Session = Callable[..., Desk]


def changed(plan: Plan, table: str, place: int | None = None, **fields: Any) -> Plan:
    rows = getattr(plan, table)
    if place is None:
        return replace(plan, **{table: replace(rows, **fields)})
    newer = tuple(
        replace(row, **fields) if number == place else row for number, row in enumerate(rows)
    )
    return replace(plan, **{table: newer})


FIRST, LAST = datetime(1, 1, 1), datetime(9999, 12, 31)  # noqa: DTZ001 - local to the meeting
NOON = datetime(2024, 2, 5, 12)  # noqa: DTZ001

UNSOUND = {
    "plan_zone": [("meeting", None, {"time_zone": zone}) for zone in ("Here/There", "", "../etc")],
    "plan_twice": [
        ("sessions", 0, {"code": "climate"}),
        ("delegations", 0, {"code": "CHL"}),
        ("moments", 0, {"code": "opening"}),
    ],
    "plan_unknown": [
        ("sessions", 0, {"moment": "nowhere"}),
        ("documents", 0, {"moment": "nowhere"}),
        ("presiding", None, {"delegation": "ZZZ"}),
    ],
    "plan_time": [
        ("sessions", 0, {"starts": FIRST, "ends": LAST}),
        ("moments", 0, {"ends": LAST}),
    ],
}


@pytest.mark.parametrize(
    ("code", "table", "place", "fields"),
    [(code, *case) for code, cases in UNSOUND.items() for case in cases],
)
def test_an_unsound_plan_is_refused_in_the_core_and_by_tell(
    convene: Session, code: str, table: str, place: int | None, fields: dict[str, Any]
) -> None:
    desk = convene()
    plan = changed(desk.meeting.plan, table, place, **fields)
    assert desk.refused("adopt_plan", plan=plan).code == code
    told = json.dumps({"kind": "adopt_plan", "plan": to_builtins(plan)})
    with pytest.raises(Unread) as caught:
        asked_of_line(told.encode())
    assert caught.value.code == "plan_at_fault"


def test_what_a_meeting_file_is_checked_for_is_checked_when_a_plan_is_told(
    convene: Session,
) -> None:
    plan = changed(convene().meeting.plan, "rules", None, quorum_to_vote=500)
    told = json.dumps({"kind": "adopt_plan", "plan": to_builtins(plan)})
    with pytest.raises(Unread) as caught:
        asked_of_line(told.encode())
    assert "rules.quorum_to_vote" in caught.value.message


def test_what_the_record_speaks_of_stays_in_the_plan(session: Session) -> None:
    desk = session("BRA", check_in_required=False)
    amendment = {"document": "plan", "reference": "1", "text": "B"}
    desk.tell("propose_amendment", delegation="MEX", **amendment)
    plan = desk.meeting.plan
    without = replace(plan, documents=())
    assert desk.refused("adopt_plan", plan=without).code == "plan_in_use"
    others = tuple(row for row in plan.delegations if row.code != "MEX")
    fewer = replace(plan, delegations=others)
    assert desk.refused("adopt_plan", plan=fewer).facts["missing"] == "MEX"


def test_no_table_grows_beyond_what_a_meeting_file_may_have(convene: Session) -> None:
    desk = convene()
    for number in range(len(desk.meeting.plan.elections), MOST_ROWS["elections"]):
        desk.tell("add_election", election=f"e{number}", title=f"Office {number}")
    refused = desk.refused("add_election", election="more", title="More")
    assert (refused.code, refused.facts["number"]) == ("table_full", MOST_ROWS["elections"])


def test_a_title_of_a_session_is_not_taken_twice_however_written(convene: Session) -> None:
    desk = convene()
    title = "SESSION  on Technólogy"
    refused = desk.refused("add_session", session="new", title=title, topic="x")
    assert refused.code == "session_exists"


def test_planned_times_at_the_edge_of_the_calendar_are_no_times(convene: Session) -> None:
    """A record of before may have them."""
    desk = convene(zone="Asia/Tokyo")
    plan = changed(desk.meeting.plan, "sessions", 0, starts=FIRST, ends=NOON)
    meeting, now = desk.meeting.having(plan=plan), desk.clock.now()
    assert "general" not in [part.code for part, _ in timed_parts(plan)]
    assert not is_on_plan(meeting, now)
    assert timetable(meeting, now)
