from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_who_is_not_checked_in_is_refused_and_that_is_logged(session: Session) -> None:
    """PRACTICE section 1, rule 3."""
    desk = session(check_in_required=True)
    assert desk.refused("inscribe", delegation="CHL").code == "check_in"
    [kept] = desk.meeting.attempts
    assert (kept.delegation, kept.stopped, kept.rule) == ("CHL", "check_in", "check_in")
    assert desk.meeting.requests_refused == ()
    desk.tell("check_in", delegation="CL")
    desk.tell("inscribe", delegation="CHL")
    assert desk.waiting == ["CHL"]


def test_check_in_is_not_asked_for_where_the_rules_do_not(session: Session) -> None:
    assert session("CHL").waiting == ["CHL"]


def test_a_delegation_that_leaves_is_not_heard(session: Session) -> None:
    """PRACTICE section 7, case 19."""
    desk = session(check_in_required=True)
    for code in ("CHL", "BRA"):
        desk.tell("check_in", delegation=code)
        desk.tell("inscribe", delegation=code)
        desk.tell("inscribe", delegation=code, session="climate")
    desk.tell("call")
    desk.tell("check_out", delegation="CHL")
    assert desk.waiting == ["BRA"]
    assert desk.meeting.speakers().called is None
    assert [gone.why for gone in desk.meeting.speakers("climate").departed] == ["left"]
    assert desk.refused("check_out", delegation="CHL").code == "not_checked_in"
    assert desk.refused("cede", delegation="BRA", to="CHL").code == "check_in"


def test_nobody_is_checked_in_twice(session: Session) -> None:
    desk = session()
    desk.tell("check_in", delegation="CHL")
    assert desk.refused("check_in", delegation="CL").code == "checked_in"


def test_leaving_ends_no_remark(session: Session) -> None:
    """PRACTICE section 7, case 19: whoever has the floor keeps it until the desk ends it."""
    desk = session("CHL")
    desk.tell("check_in", delegation="CHL")
    desk.tell("give_floor")
    floor = desk.floor
    desk.tell("check_out", delegation="CHL")
    assert desk.floor == floor


@pytest.mark.parametrize(
    ("accredited_on", "late"),
    [("2024-01-25", False), ("2024-01-26", False), ("2024-01-27", True), (None, False)],
)
def test_a_late_accreditation_is_a_mark(
    convene: Session, accredited_on: str | None, late: bool
) -> None:
    """PRACTICE section 1, rule 8, and section 2, row i: preferably by the date, never refused."""
    desk = convene(accreditation_by=date(2024, 1, 26))
    desk.tell("check_in", delegation="CHL", accredited_on=accredited_on)
    [stay] = desk.meeting.attendance
    assert stay.late is late
    assert str(stay.accredited_on) == str(accredited_on)
    assert "CHL" in desk.meeting.checked_in


def test_without_a_date_in_the_rules_nothing_is_late(convene: Session) -> None:
    desk = convene()
    desk.tell("check_in", delegation="CHL", accredited_on="2024-02-05")
    assert not desk.meeting.attendance[0].late


def test_the_head_s_capacity_is_that_of_what_its_delegation_says(session: Session) -> None:
    """PRACTICE section 1, rule 7: a designated delegate acts in the authority's place."""
    desk = session(turns_per_session=3)
    desk.tell("check_in", delegation="CHL", capacity="designated_delegate")
    for code in ("BRA", "MEX"):
        desk.tell("check_in", delegation=code)
    desk.tell("inscribe", delegation="BRA")
    assert desk.entry("BRA").capacity == "national_authority"
    desk.tell("inscribe", delegation="CHL", session="climate")
    assert desk.meeting.speakers("climate").waiting[0].capacity == "designated_delegate"
    other = {"delegation": "CHL", "capacity": "national_authority"}
    assert desk.refused("inscribe", **other).code == "other_capacity"
    desk.tell("inscribe", reason="the minister came", **other)
    assert desk.entry("CHL").capacity == "national_authority"
    desk.tell("withdraw", delegation="CHL")
    desk.tell("cede", delegation="BRA", to="CHL")
    assert desk.entry("CHL").capacity == "designated_delegate"
    desk.tell("withdraw", delegation="CHL")
    desk.tell("give_floor", delegation="CHL", reason="now")
    assert desk.floor.entry.capacity == "designated_delegate"
    desk.tell("end_remark")
    desk.tell("submit_in_writing", delegation="CHL")
    assert desk.last.entry.capacity == "designated_delegate"


def test_each_stay_is_kept(convene: Session) -> None:
    """PRACTICE section 2, row i: arrived or left, and when."""
    desk = convene()
    desk.tell("check_in", delegation="CHL")
    desk.clock.advance(60_000)
    desk.tell("check_out", delegation="CHL")
    desk.clock.advance(60_000)
    desk.tell("check_in", delegation="CHL", capacity="designated_delegate")
    first, second = desk.meeting.attendance
    assert first.left is not None
    assert first.left.since(first.arrived) == 60_000
    assert second.left is None
    assert second.arrived.since(first.left) == 60_000
    assert [stay.capacity for stay in (first, second)] == [
        "national_authority",
        "designated_delegate",
    ]


def test_what_was_noted_at_check_in_is_put_right(convene: Session) -> None:
    desk = convene(accreditation_by=date(2024, 1, 26))
    refused = desk.refused("amend_check_in", delegation="CHL", capacity="designated_delegate")
    assert refused.code == "not_there"
    desk.tell("check_in", delegation="CHL")
    assert desk.refused("amend_check_in", delegation="CHL").code == "nothing_to_amend"
    desk.tell("amend_check_in", delegation="CHL", accredited_on="2024-01-30")
    desk.tell("amend_check_in", delegation="CHL", capacity="designated_delegate")
    [stay] = desk.meeting.attendance
    assert (stay.capacity, stay.late) == ("designated_delegate", True)
    assert stay.accredited_on == date(2024, 1, 30)
    desk.tell("undo")
    desk.tell("undo")
    assert desk.meeting.attendance[0].accredited_on is None
    desk.tell("check_out", delegation="CHL")
    assert desk.refused("amend_check_in", delegation="CHL").code == "not_there"


@pytest.mark.parametrize("kind", ["check_in", "check_out"])
def test_arriving_and_leaving_are_undone(session: Session, kind: str) -> None:
    desk = session("BRA", "CHL")
    if kind == "check_out":
        desk.tell("check_in", delegation="CHL")
    before = desk.meeting
    desk.tell(kind, delegation="CHL")
    desk.tell("undo")
    after = desk.meeting
    assert (after.attendance, after.checked_in) == (before.attendance, before.checked_in)
    assert desk.waiting == ["BRA", "CHL"]


def _on_the_floor_then_gone(desk: Desk) -> None:
    desk.tell("check_in", delegation="CHL")
    desk.tell("give_floor")
    desk.tell("check_out", delegation="CHL")


ASKED: dict[str, tuple[dict[str, Any], Callable[[Desk], None] | None]] = {
    "inscribe": ({"delegation": "MEX"}, None),
    "give_floor": ({}, None),
    "call": ({}, None),
    "cede": ({"delegation": "CHL", "to": "BRA"}, None),
    "point_of_order": ({"delegation": "MEX"}, None),
    "restart": ({"reason": "no sound"}, _on_the_floor_then_gone),
    "extend": ({}, _on_the_floor_then_gone),
}
"""The acts by which a delegation takes or asks for the floor, and what comes before."""


@pytest.mark.parametrize("kind", ASKED)
def test_only_who_is_checked_in_takes_or_asks_for_the_floor(session: Session, kind: str) -> None:
    """PRACTICE section 1, rule 3: the refusal names the rule and is logged."""
    desk = session("CHL", "BRA", extension_seconds=30)
    fields, before = ASKED[kind]
    desk.tell("check_in", delegation="URY")
    if before:
        before(desk)
    on_floor = desk.meeting.floor
    refused = desk.refused(kind, **fields)
    assert (refused.code, refused.rule.value) == ("check_in", "check_in")
    assert desk.meeting.attempts[-1].stopped == "check_in"
    assert desk.meeting.requests_refused == ()
    assert desk.meeting.floor == on_floor


def test_a_reply_takes_presence_and_being_spoken_for_does_not(session: Session) -> None:
    desk = session("CHL")
    desk.tell("check_in", delegation="CHL")
    desk.tell("give_floor")
    desk.tell("end_remark")
    refused = desk.refused("inscribe", delegation="BRA", remark_kind="reply", replies_to=1)
    assert refused.code == "check_in"
    desk.tell("check_in", delegation="JAM")
    desk.tell("inscribe", delegation="JAM", on_behalf_of=["BRA", "MEX"])
    desk.tell("submit_in_writing", delegation="URY")


def test_what_needs_no_presence(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    desk.tell("check_in", delegation="URY")
    desk.tell("swap", delegation="CHL", other="BRA")
    desk.tell("move", delegation="MEX", position=1, reason="agreed")
    desk.tell("absent", delegation="MEX")
    desk.tell("withdraw", delegation="BRA")
    assert desk.waiting == ["CHL", "MEX"]


def test_once_a_roll_was_begun_it_binds_though_everyone_left(session: Session) -> None:
    desk = session()
    desk.tell("check_in", delegation="CHL")
    desk.tell("check_out", delegation="CHL")
    assert desk.refused("inscribe", delegation="BRA").code == "check_in"


def test_several_arrive_in_one_act_or_none_does(convene: Session) -> None:
    """PRACTICE section 7, case 20: each counts for the quorum behind those before it."""
    desk = convene(quorum_to_open=2)
    events = desk.tell("check_in_all", delegations=["BRA", "CL", "URY"])
    kinds = [event.kind for event in events]
    assert kinds == ["checked_in", "checked_in", "quorum_changed", "checked_in"]
    assert len({item.told.act for item in desk.proceedings.history[-4:]}) == 1
    refused = desk.refused("check_in_all", delegations=["MEX", "BRA", "MEX"])
    assert [(place, why.code) for place, why in refused.places] == [
        (2, "checked_in"),
        (3, "checked_in"),
    ]
    assert desk.meeting.checked_in == {"BRA", "CHL", "URY"}
    desk.tell("undo")
    assert desk.meeting.checked_in == frozenset()
