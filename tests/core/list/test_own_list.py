"""The floor in moments without a session: a list of speakers on the business at hand."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.desk import Desk
from tipfloor.core.ground.listed import moment_of, own_list, session_of
from tipfloor.core.list.inscription import Inscribed
from tipfloor.core.plan.programme import DocumentPlan

Session = Callable[..., Desk]

REGISTRATION = own_list("registration")


@given(st.from_regex(r"\A[a-z0-9][a-z0-9_-]{0,39}\Z"))
def test_no_session_can_have_the_code_of_a_moment_s_own_list(code: str) -> None:
    assert (moment_of(own_list(code)), session_of(own_list(code))) == (code, None)
    assert (moment_of(code), session_of(code)) == (None, code)


@pytest.fixture
def desk(convene: Session) -> Desk:
    """A desk in the opening, which has no session."""
    desk = convene()
    desk.tell("next_moment")
    return desk


def test_the_floor_is_given_from_the_list_of_the_moment_s_business(desk: Desk) -> None:
    desk.tell("inscribe", delegation="BRA")
    desk.tell("inscribe", delegation="CHL")
    assert desk.waiting == ["BRA", "CHL"]
    desk.tell("give_floor")
    assert (desk.floor.session, desk.floor.moment, desk.floor.limit) == (None, "opening", 120_000)
    assert not desk.floor.is_address
    desk.clock.advance(125_000)
    desk.tell("end_remark")
    assert desk.times(desk.last) == (120_000, 0, 5_000)
    assert [item.id for item in desk.meeting.remarks_of(own_list("opening"))] == [desk.last.id]


def test_whoever_asks_first_is_first_however_often_it_spoke(desk: Desk) -> None:
    for _ in range(3):
        desk.tell("inscribe", delegation="BRA")
        desk.tell("inscribe", delegation="CHL")
        assert desk.waiting == ["BRA", "CHL"]
        for _ in range(2):
            desk.tell("give_floor")
            desk.tell("end_remark")


def test_one_floor_in_the_whole_meeting(desk: Desk) -> None:
    desk.tell("inscribe", delegation="BRA")
    desk.tell("give_floor")
    desk.tell("inscribe", delegation="CHL")
    assert desk.refused("give_floor").code == "floor_taken"
    assert desk.refused("next_moment").code == "floor_taken"


def test_absence_calling_closing_and_a_limit_of_its_own(desk: Desk) -> None:
    for code in ("BRA", "CHL", "MEX"):
        desk.tell("inscribe", delegation=code)
    desk.tell("call")
    desk.tell("absent")
    assert desk.waiting == ["CHL", "MEX", "BRA"]
    desk.tell("close_list")
    assert desk.refused("inscribe", delegation="URY").code == "list_closed"
    desk.tell("change_limit", seconds=90, session="opening", reason="late")
    desk.tell("give_floor")
    assert desk.floor.limit == 90_000
    assert desk.meeting.limits == {own_list("opening"): 90}


def test_names_that_wait_are_asked_for_when_the_moment_is_left(desk: Desk) -> None:
    desk.tell("inscribe", delegation="BRA")
    assert desk.refused("next_moment").code == "names_waiting"
    desk.tell("next_moment", waiting="not_heard")
    gone = desk.meeting.speakers(own_list("opening")).departed
    assert [(item.entry.delegation, item.why) for item in gone] == [("BRA", "not_heard")]


def test_names_that_are_carried_over_wait_when_the_moment_comes_again(desk: Desk) -> None:
    desk.tell("inscribe", delegation="BRA")
    desk.tell("next_moment", waiting="carry_over")
    assert desk.waiting == []
    desk.tell("previous_moment", reason="one more remark")
    assert desk.waiting == ["BRA"]
    desk.tell("give_floor")
    assert desk.floor.moment == "opening"


def test_an_adjournment_asks_for_the_names_that_wait(desk: Desk) -> None:
    desk.tell("inscribe", delegation="BRA")
    assert desk.refused("adjourn").code == "names_waiting"
    desk.tell("adjourn", waiting="not_heard")
    assert desk.waiting == []


def test_the_list_of_another_moment_is_named_by_its_code(desk: Desk) -> None:
    (asked,) = desk.tell("inscribe", delegation="BRA", session="registration")
    assert isinstance(asked, Inscribed)
    assert asked.session == REGISTRATION
    (asked,) = desk.tell("inscribe", delegation="CHL", session=REGISTRATION)
    assert isinstance(asked, Inscribed)
    assert asked.session == REGISTRATION
    assert desk.refused("inscribe", delegation="MEX", session="plenary").code == "unknown_session"


def test_a_remark_is_on_a_document_or_a_recommendation(desk: Desk) -> None:
    desk.tell("add_recommendation", text="To cooperate")
    desk.tell("inscribe", delegation="BRA", document="plan", remark_kind="objection")
    desk.tell("inscribe", delegation="CHL", recommendation=1, remark_kind="explanation")
    desk.tell("give_floor")
    assert (desk.floor.entry.document, desk.floor.entry.kind) == ("plan", "objection")
    desk.tell("end_remark")
    desk.tell("give_floor")
    assert (desk.floor.entry.recommendation, desk.floor.entry.kind) == (1, "explanation")
    unknown = desk.refused("inscribe", delegation="MEX", document="none")
    assert unknown.code == "unknown_document"
    unknown = desk.refused("inscribe", delegation="MEX", recommendation=9)
    assert unknown.code == "unknown_recommendation"


def test_the_topic_of_a_session_says_what_its_remarks_are_on(session: Session) -> None:
    refused = session().refused("inscribe", delegation="BRA", document="plan")
    assert refused.code == "subject_elsewhere"


def test_who_proposes_an_amendment_speaks_on_that_document(desk: Desk) -> None:
    desk.tell("inscribe", delegation="BRA")
    desk.tell("give_floor")
    moved = {"reference": "paragraph 2", "text": "Add: soon."}
    desk.tell("propose_amendment", document="plan", delegation="BRA", **moved)
    assert (desk.floor.entry.kind, desk.floor.entry.document) == ("amendment", "plan")
    desk.tell("undo")
    assert (desk.floor.entry.kind, desk.floor.entry.document) == ("remark", None)
    desk.tell("end_remark")
    desk.tell("propose_amendment", document="plan", delegation="BRA", **moved)
    assert (desk.last.entry.kind, desk.last.entry.document) == ("amendment", "plan")
    desk.tell("propose_amendment", document="plan", delegation="CHL", **moved)
    assert desk.last.entry.delegation == "BRA"


def test_an_amendment_leaves_a_remark_on_another_matter_as_it_is(desk: Desk) -> None:
    desk.tell("add_recommendation", text="To cooperate")
    desk.tell("add_recommendation", text="To report")
    desk.tell("inscribe", delegation="BRA", recommendation=1)
    desk.tell("give_floor")
    desk.tell("amend_recommendation", number=2, text="To report soon", delegation="BRA")
    assert (desk.floor.entry.kind, desk.floor.entry.recommendation) == ("remark", 1)
    desk.tell("amend_recommendation", number=1, text="To cooperate more", delegation="BRA")
    assert (desk.floor.entry.kind, desk.floor.entry.recommendation) == ("amendment", 1)


def test_a_changed_plan_keeps_a_moment_whose_list_has_names(desk: Desk) -> None:
    desk.tell("inscribe", delegation="BRA", session="closing")
    plan = desk.meeting.plan
    fewer = tuple(item for item in plan.moments if item.code != "closing")
    rest = {
        table: tuple(row for row in plan.rows(table) if getattr(row, "moment", "") != "closing")
        for table in ("addresses", "elections", "documents", "sessions")
    }
    changed = plan.with_only(moments=fewer, **rest)  # type: ignore[arg-type]
    assert desk.refused("adopt_plan", plan=changed).code == "plan_in_use"


def test_a_document_of_no_moment_can_still_be_spoken_on(desk: Desk) -> None:
    desk.tell("add_document", document="annex", symbol="S/doc.2", title="Annex")
    assert isinstance(desk.meeting.plan.row("documents", "annex"), DocumentPlan)
    desk.tell("inscribe", delegation="BRA", document="annex")
    assert desk.entry("BRA").document == "annex"
