"""The programme as a calendar: read back by two readers, its changes taken by every calendar."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.helpers.play import PLAN
from tipfloor.core.plan.plan import Plan
from tipfloor.export.calendar import NoCalendar, calendar, planned_items, sequence_of
from tipfloor.meetingfile import read_plan

ROOT = Path(__file__).parents[2]
FIRST = datetime(2024, 1, 10, 12, 0, tzinfo=UTC)
LATER = FIRST + timedelta(days=2)
LIVE = "https://example.org/live"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return read_plan(ROOT / "sessions.toml")


def small(**tables: Any) -> Plan:
    return Plan.model_validate_json(json.dumps({**PLAN, **tables}))


def events(data: bytes) -> dict[str, Any]:
    read = Calendar.from_ical(data.decode())
    assert isinstance(read, Calendar)
    return {str(item["summary"]): item for item in read.events}


def test_every_timed_moment_and_session_is_an_event(plan: Plan) -> None:
    found = events(calendar(plan, FIRST, webcast=LIVE))
    timed = [item for item in planned_items(plan) if item.starts]
    assert list(found) == [item.title for item in timed]
    assert len(timed) == 12
    for item in timed:
        event = found[item.title]
        assert event.start.replace(tzinfo=None) == item.starts
        assert event.end.replace(tzinfo=None) == item.ends
        assert str(event.start.tzinfo) == plan.meeting.time_zone
        assert event["conference"] == LIVE
        assert event.sequence == sequence_of(FIRST)
    assert len({str(item["uid"]) for item in found.values()}) == 12


def test_another_reader_finds_the_same(plan: Plan) -> None:
    vobject = pytest.importorskip("vobject", reason="pip install vobject")
    read = vobject.readOne(calendar(plan, FIRST, webcast=LIVE).decode())
    starts = {item.summary.value: item.dtstart.value for item in read.vevent_list}
    for item in planned_items(plan):
        assert item.starts
        meant = item.starts.replace(tzinfo=plan.zone)
        assert starts[item.title].utctimetuple() == meant.utctimetuple()


def test_the_zone_is_whole_for_meetings_of_any_year() -> None:
    for year in (1969, 2024, 2060):
        moments = [
            {**x, "starts": f"{year}-07-05T11:00:00", "ends": f"{year}-07-05T12:00:00"}
            for x in PLAN["moments"]
        ]
        meeting = {**PLAN["meeting"], "days": [f"{year}-07-05"]}
        data = calendar(small(meeting=meeting, moments=moments, sessions=[]), FIRST)
        read = Calendar.from_ical(data.decode())
        assert isinstance(read, Calendar)
        [zone] = read.timezones
        meant = datetime(year, 7, 5, 11, tzinfo=small().zone)
        there = datetime(year, 7, 5, 11, tzinfo=zone.to_tz(lookup_tzid=False))
        assert there.utcoffset() == meant.utcoffset()


def test_the_same_programme_is_the_same_bytes(plan: Plan) -> None:
    made = calendar(plan, FIRST)
    assert calendar(plan, FIRST) == made
    assert calendar(plan, LATER, made).count(b"SEQUENCE:%d" % sequence_of(FIRST)) == 12


def test_a_change_raises_the_sequence_of_what_it_changes_alone() -> None:
    before = calendar(small(), FIRST)
    moved = [
        {**x, **({"starts": "2024-02-05T11:30:00"} if "starts" in x else {})}
        for x in PLAN["moments"]
    ]
    first = [
        {**PLAN["sessions"][0], "starts": "2024-02-05T11:00:00", "ends": "2024-02-05T11:20:00"}
    ]
    with_session = calendar(small(sessions=first), FIRST)
    later = [{**first[0], "starts": "2024-02-05T11:10:00"}]
    [event] = events(calendar(small(sessions=later), LATER, with_session)).values()
    assert event.sequence == sequence_of(LATER) > sequence_of(FIRST)
    again = events(calendar(small(sessions=later), FIRST, with_session))
    assert next(iter(again.values())).sequence == sequence_of(FIRST) + 1
    assert events(calendar(small(moments=moved), LATER))["Plenary sessions"].sequence > sequence_of(
        FIRST
    )
    assert events(before)["Plenary sessions"].sequence == sequence_of(FIRST)


def test_what_is_no_more_is_cancelled_once() -> None:
    session = [{**PLAN["sessions"][0], "starts": "2024-02-05T11:00:00"}]
    before = calendar(small(sessions=session), FIRST)
    after = calendar(small(), LATER, before)
    found = events(after)
    assert {name: str(event.status) for name, event in found.items()} == {
        "Plenary sessions": "CONFIRMED",
        "Plenary session (a)": "CANCELLED",
    }
    assert found["Plenary session (a)"].sequence == sequence_of(LATER)
    again = events(calendar(small(), LATER + timedelta(days=1), after))
    assert {name: event.to_ical() for name, event in again.items()} == {
        name: event.to_ical() for name, event in found.items()
    }


@pytest.mark.parametrize(
    "former", [b"", b"no calendar", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:X", b"\xff"]
)
def test_what_is_no_calendar_is_refused(former: bytes) -> None:
    with pytest.raises(NoCalendar, match=r"unreadable|other_meeting"):
        calendar(small(), FIRST, former)


def test_the_programme_of_another_meeting_is_refused(plan: Plan) -> None:
    with pytest.raises(NoCalendar, match="other_meeting"):
        calendar(small(), FIRST, calendar(plan, FIRST))


def test_texts_of_any_make_come_back() -> None:
    title = 'a,b;c:d\\n "e" 日本 العربية ' + "x" * 200
    moments = [{**PLAN["moments"][1], "title": title}]
    meeting = {**PLAN["meeting"], "order_of_moments": ["plenary"]}
    found = events(calendar(small(moments=moments, meeting=meeting, sessions=[]), FIRST))
    assert list(found) == [title]
