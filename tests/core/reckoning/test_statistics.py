"""Figures of who spoke: they add up, whichever way they are cut."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import acts
from tests.helpers.depth import examples
from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.reckoning.pace import changeovers
from tipfloor.core.reckoning.statistics import (
    by_day,
    by_delegation,
    by_session,
    by_topic,
    total,
)
from tipfloor.core.rooms import ACTS

Session = Callable[..., Desk]


def spoken(desk: Desk, seconds: float) -> None:
    desk.tell("give_floor")
    desk.clock.advance(round(seconds * 1000))
    desk.tell("end_remark")


def played(session: Session) -> Desk:
    desk = session("BRA", "CHL", "URY", turns_per_session=2)
    spoken(desk, 60)
    spoken(desk, 130)
    desk.tell("refuse", delegation="CHL", requested="slides")
    desk.tell("submit_in_writing", delegation="MEX")
    desk.tell("open_session", session="climate", waiting="not_heard", reason="x")
    desk.tell("inscribe", delegation="BRA")
    spoken(desk, 30)
    return desk


def test_each_delegation_has_its_figures(session: Session) -> None:
    desk = played(session)
    figures = {item.key: item for item in by_delegation(desk.meeting, desk.clock.now())}
    assert list(figures) == ["CHL", "BRA", "MEX"]
    chile, brazil, mexico = figures["CHL"], figures["BRA"], figures["MEX"]
    assert (chile.remarks, chile.speaking, chile.over_time, chile.refusals) == (
        1,
        120_000,
        10_000,
        1,
    )
    assert (brazil.remarks, brazil.speaking, brazil.mean) == (2, 90_000, 45_000)
    assert (mexico.remarks, mexico.written, mexico.mean) == (0, 1, 0)
    assert brazil.share(total([chile, brazil]).speaking) == 90 / 210


def test_every_cut_adds_up_to_the_same(session: Session) -> None:
    desk = played(session)
    now = desk.clock.now()
    sums = [total(cut(desk.meeting, now)) for cut in (by_delegation, by_session, by_topic, by_day)]
    assert len(set(sums)) == 1
    assert sums[0].speaking == sum(remark.speaking(now) for remark in desk.meeting.remarks)


def test_sessions_and_topics_come_in_their_order(session: Session) -> None:
    desk = played(session)
    now = desk.clock.now()
    assert [item.key for item in by_session(desk.meeting, now)] == ["technology", "climate"]
    assert [item.key for item in by_topic(desk.meeting, now)] == [
        "The topic of technology",
        "The topic of climate",
    ]


def test_nothing_spoken_is_no_error(session: Session) -> None:
    desk = session()
    assert by_delegation(desk.meeting, desk.clock.now()) == []
    assert total([]).share(0) == 0.0


def test_what_is_outside_of_a_session_counts_for_its_moment(convene: Callable[..., Desk]) -> None:
    desk = convene(addresses=ADDRESSES)
    desk.tell("next_moment")
    desk.tell("begin_address", address="host")
    desk.clock.advance(90_000)
    desk.tell("end_remark")
    desk.tell("open_session", session="technology", reason="x")
    desk.tell("inscribe", delegation="BRA")
    spoken(desk, 20)
    now = desk.clock.now()
    sessions, topics = by_session(desk.meeting, now), by_topic(desk.meeting, now)
    assert [(x.key, x.outside, x.speaking) for x in sessions] == [
        ("opening", True, 90_000),
        ("technology", False, 20_000),
    ]
    assert [(x.key, x.speaking) for x in topics] == [
        ("The topic of technology", 20_000),
        ("", 90_000),
    ]
    assert [x.key for x in by_delegation(desk.meeting, now)] == ["BRA", "host"]


def test_a_refusal_past_midnight_belongs_to_its_sitting(session: Session) -> None:
    """PRACTICE section 7, case 16: a remark belongs to its sitting, and a refusal with it."""
    desk = session("BRA", "CHL")
    for _ in range(13):
        desk.clock.advance(3_600_000)
        desk.tell("inscribe", delegation="MEX")
        desk.tell("withdraw", delegation="MEX")
    desk.tell("refuse", delegation="CHL", requested="slides")
    spoken(desk, 60)
    assert desk.meeting.local_day(desk.clock.now()) == "2024-02-06"
    days = by_day(desk.meeting, desk.clock.now())
    assert [(x.key, x.remarks, x.refusals) for x in days] == [("2024-02-05", 1, 1)]


COURSES = st.lists(st.tuples(st.one_of(acts.ON_THE_FLOOR, acts.ALL), acts.TIMES), max_size=25)


@given(rules=acts.RULES, course=COURSES)
@settings(max_examples=examples(60))
def test_the_cuts_add_up_to_the_remarks_for_any_course(
    rules: dict[str, Any], course: list[tuple[dict[str, Any], int]]
) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk.in_session(Path(folder), addresses=ADDRESSES, **rules)
        arrivals = [
            {"kind": kind, "delegation": code}
            for code in ("BRA", "CHL", "DMA")
            for kind in ("check_in", "inscribe")
        ]
        for fields, time in [*((fields, 1_000) for fields in arrivals), *course]:
            with suppress(Refused):
                desk.proceedings.tell(ACTS[fields["kind"]].model_validate(fields))
            desk.clock.advance(time)
        meeting, now = desk.meeting, desk.clock.now()
        every = meeting.all_remarks
        sums = {total(cut(meeting, now)) for cut in (by_delegation, by_topic, by_session, by_day)}
        assert len(sums) == 1
        found = sums.pop()
        assert found.speaking == sum(item.speaking(now) for item in every)
        assert found.over_time == sum(item.over_time(now) for item in every)
        assert found.remarks + found.written == len(every)
        assert found.refusals == len(meeting.requests_refused)
        seen = changeovers(meeting)
        sessions, days = ([x for x in seen if x.session], [x for x in seen if x.day])
        whole = sum(item.number for item in seen[:1])
        assert whole == sum(x.number for x in sessions) == sum(x.number for x in days)
        desk.close()
