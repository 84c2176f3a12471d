"""Figures of who spoke: they add up, whichever way they are cut."""

from collections.abc import Callable

from tests.helpers.desk import Desk
from tipfloor.core.statistics import (
    by_day,
    by_delegation,
    by_session,
    by_topic,
    not_spoken,
    total,
)

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


def test_who_has_not_spoken_yet_is_told_of_a_session_and_of_the_meeting(session: Session) -> None:
    desk = played(session)
    assert "CHL" not in not_spoken(desk.meeting)
    assert "MEX" in not_spoken(desk.meeting)
    assert "CHL" in not_spoken(desk.meeting, "climate")
    desk.tell("check_in", delegation="URY")
    assert not_spoken(desk.meeting) == ["URY"]


def test_nothing_spoken_is_no_error(session: Session) -> None:
    desk = session()
    assert by_delegation(desk.meeting, desk.clock.now()) == []
    assert total([]).share(0) == 0.0
