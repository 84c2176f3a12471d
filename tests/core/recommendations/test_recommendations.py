"""Recommendations: drafted, decided one by one or as a block, reserved on, reopened."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.helpers.desk import Desk
from tipfloor.core.ground.act import KINDS
from tipfloor.core.ground.value import Unfit
from tipfloor.core.plan.plan import MomentPlan
from tipfloor.core.state.recommendation import (
    Recommendation,
    find_recommendation,
    recommendations,
    reserved_recommendations,
    undecided_recommendations,
)

Session = Callable[..., Desk]


@pytest.fixture
def desk(session: Session) -> Desk:
    """Return a desk with ten draft recommendations."""
    found = session()
    for number in range(1, 11):
        found.tell("add_recommendation", text=f"Text {number}")
    return found


def item(desk: Desk, number: int) -> Recommendation:
    found = find_recommendation(desk.meeting, number)
    assert found is not None
    return found


def fates(desk: Desk) -> dict[int, str]:
    return {x.number: x.fate for x in recommendations(desk.meeting) if x.fate != "undecided"}


def code(desk: Desk, kind: str, **fields: object) -> str:
    before = desk.meeting.recommendations
    refused = desk.refused(kind, **fields)
    assert desk.meeting.recommendations == before
    return refused.code


def test_each_is_adopted_amended_deferred_or_reserved_by_number(desk: Desk) -> None:
    """PRACTICE section 2, row vii."""
    desk.tell("approve_recommendation", number=1)
    desk.tell("amend_recommendation", number=2, text="Another text", delegation="CL")
    desk.tell("approve_recommendation", number=2)
    desk.tell("defer_recommendation", number=3, reason="no instructions")
    desk.tell("reserve_recommendation", number=4, delegation="mex", statement="its law")
    desk.tell("set_regional_priority", number=5)
    assert fates(desk) == {1: "adopted", 2: "adopted_as_amended", 3: "deferred"}
    assert item(desk, 4).reserved_by == ("MEX",)
    assert item(desk, 5).regional_priority
    amended = item(desk, 2)
    assert (amended.draft, amended.text) == ("Text 2", "Another text")
    assert (amended.amendments[0].former, amended.amendments[0].delegation) == ("Text 2", "CHL")


def test_one_by_one_or_as_a_block_with_regional_priorities(desk: Desk) -> None:
    """PRACTICE section 1, rule 12: some are prioritized regionally, one by one or as a block."""
    desk.tell("approve_recommendation", number=3)
    desk.tell("set_regional_priority", number=3)
    desk.tell("set_regional_priority", number=4)
    desk.tell("set_regional_priority", number=4, regional_priority=False)
    assert code(desk, "set_regional_priority", number=3) == "priority_already"
    [adopted] = desk.tell("approve_block")
    members = (1, 2, 4, 5, 6, 7, 8, 9, 10)
    assert adopted.numbers == members  # type: ignore[attr-defined]
    assert {x.number for x in recommendations(desk.meeting) if x.regional_priority} == {3}
    decision = item(desk, 9).decision
    assert decision is not None
    assert (decision.block, decision.fate, decision.taken.method) == (
        members,
        "adopted",
        "consensus",
    )


def test_a_reservation_after_the_block_attaches_to_its_number(desk: Desk) -> None:
    """PRACTICE section 7, case 26: adoption stands."""
    desk.tell("approve_block", numbers=["1-4"])
    before = item(desk, 3).decision
    desk.clock.advance(60_000)
    desk.tell("reserve_recommendation", number=3, delegation="CHL")
    assert item(desk, 3).decision == before
    assert [x.number for x in reserved_recommendations(desk.meeting)] == [3]
    assert item(desk, 2).reservations == ()
    desk.tell("unreserve_recommendation", number=3, delegation="CHL")
    assert reserved_recommendations(desk.meeting) == ()
    assert item(desk, 3).reservations[0].withdrawn_at is not None
    assert item(desk, 3).decision == before


def test_the_block_leaves_out_what_is_deferred_reserved_or_decided(desk: Desk) -> None:
    desk.tell("defer_recommendation", number=2, reason="later")
    desk.tell("reserve_recommendation", number=3, delegation="CHL")
    desk.tell("reject_recommendation", number=4)
    desk.tell("amend_recommendation", number=5, text="New")
    [block] = desk.tell("approve_block")
    assert block.numbers == (1, 5, 6, 7, 8, 9, 10)  # type: ignore[attr-defined]
    assert item(desk, 5).fate == "adopted_as_amended"
    assert item(desk, 6).fate == "adopted"
    assert code(desk, "approve_block") == "empty_block"
    assert [x.number for x in undecided_recommendations(desk.meeting)] == [3]
    desk.tell("approve_block", numbers=["2", "3"])
    assert (item(desk, 2).fate, item(desk, 3).reserved_by) == ("adopted", ("CHL",))


@pytest.mark.parametrize(
    ("numbers", "members"),
    [
        (["1", "2", "5-9"], (1, 2, 5, 6, 7, 8, 9)),
        ([9, 1, "1-2", "1"], (1, 2, 9)),
        ([" 3 - 4 "], (3, 4)),
    ],
)
def test_numbers_and_ranges(desk: Desk, numbers: list[object], members: tuple[int, ...]) -> None:
    [block] = desk.tell("approve_block", numbers=numbers)
    assert block.numbers == members  # type: ignore[attr-defined]


def test_one_alone_is_no_block(desk: Desk) -> None:
    desk.tell("approve_block", numbers=["8-8"])
    decision = item(desk, 8).decision
    assert decision is not None
    assert (decision.fate, decision.block) == ("adopted", ())


@pytest.mark.parametrize(
    ("numbers", "refusal", "fact"),
    [
        (["1", "11"], "unknown_recommendation", "11"),
        (["9-12"], "unknown_recommendation", "12"),
        (["1-9999"], "unknown_recommendation", "9999"),
        (["0"], "unknown_recommendation", "0"),
        (["9-5"], "no_numbers", "9-5"),
        (["all"], "no_numbers", "all"),
        (["1-2-3"], "no_numbers", "1-2-3"),
        (["-3"], "no_numbers", "-3"),
        (["٣"], "no_numbers", "٣"),
    ],
)
def test_numbers_that_name_nothing(desk: Desk, numbers: list[str], refusal: str, fact: str) -> None:
    refused = desk.refused("approve_block", numbers=numbers)
    assert (refused.code, refused.facts["given"]) == (refusal, fact)
    assert fates(desk) == {}


def test_a_member_already_decided_is_refused_by_its_number(desk: Desk) -> None:
    desk.tell("approve_recommendation", number=6)
    refused = desk.refused("approve_block", numbers=["5-9"])
    assert refused.code == "recommendation_decided"
    assert refused.facts == {"recommendation": 6, "fate": "adopted"}
    assert fates(desk) == {6: "adopted"}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("approve_recommendation", {}),
        ("reject_recommendation", {}),
        ("defer_recommendation", {"reason": "x"}),
        ("withdraw_recommendation", {}),
        ("amend_recommendation", {"text": "Late"}),
    ],
)
def test_what_is_decided_is_decided_until_it_is_reopened(
    desk: Desk, kind: str, fields: dict[str, object]
) -> None:
    desk.tell("approve_recommendation", number=1)
    assert code(desk, kind, number=1, **fields) == "recommendation_decided"
    assert code(desk, "reopen_recommendation", number=1) == "reason_missing"
    desk.tell("reopen_recommendation", number=1, reason="a slip in the Spanish text")
    desk.tell(kind, number=1, **fields)
    former = item(desk, 1).superseded[0].decision
    assert former.fate == "adopted"


def test_reopening_keeps_the_former_decision_and_every_reservation(desk: Desk) -> None:
    assert code(desk, "reopen_recommendation", number=1) == "not_decided"
    desk.tell("reserve_recommendation", number=1, delegation="CHL")
    desk.tell("approve_recommendation", number=1)
    first = item(desk, 1).decision
    desk.tell("reopen_recommendation", number=1, reason="x")
    assert (item(desk, 1).fate, item(desk, 1).reserved_by) == ("undecided", ("CHL",))
    desk.tell("reject_recommendation", number=1)
    assert [x.decision for x in item(desk, 1).superseded] == [first]


def test_a_deferred_one_is_taken_up_again_without_reopening(desk: Desk) -> None:
    assert code(desk, "defer_recommendation", number=1) == "reason_missing"
    desk.tell("defer_recommendation", number=1, reason="x")
    assert code(desk, "defer_recommendation", number=1, reason="x") == "deferred_already"
    desk.tell("amend_recommendation", number=1, text="Shorter")
    desk.tell("approve_recommendation", number=1)
    assert item(desk, 1).fate == "adopted_as_amended"
    assert [x.decision.fate for x in item(desk, 1).superseded] == ["deferred"]


def test_a_text_amended_back_is_adopted_as_it_was(desk: Desk) -> None:
    assert code(desk, "amend_recommendation", number=1, text="Text 1") == "text_unchanged"
    desk.tell("amend_recommendation", number=1, text="Else")
    desk.tell("amend_recommendation", number=1, text="Text 1")
    desk.tell("approve_recommendation", number=1)
    assert (item(desk, 1).fate, len(item(desk, 1).amendments)) == ("adopted", 2)


def test_a_vote_has_its_count(desk: Desk) -> None:
    vote = {"number": 1, "method": "vote"}
    assert code(desk, "approve_recommendation", **vote) == "votes_missing"
    assert code(desk, "approve_recommendation", number=1, in_favour=3) == "votes_of_consensus"
    for against in (3, 4):
        refused = desk.refused("approve_recommendation", **vote, in_favour=3, against=against)
        assert refused.code == "vote_not_carried"
    assert code(desk, "reject_recommendation", **vote, in_favour=4, against=3) == "vote_carried"
    too_many = {"in_favour": 5, "against": 2, "abstaining": 2}
    assert code(desk, "approve_recommendation", **vote, **too_many) == "too_many_votes"
    desk.tell("approve_recommendation", **vote, in_favour=5, against=2, abstaining=1)
    decision = item(desk, 1).decision
    assert decision is not None
    assert decision.taken.tally == (5, 2, 1)
    desk.tell("reject_recommendation", number=2, method="vote", in_favour=0, against=0)
    assert item(desk, 2).fate == "rejected"


def test_a_vote_counts_those_who_are_there(desk: Desk) -> None:
    for there in ("BRA", "CHL"):
        desk.tell("check_in", delegation=there)
    vote = {"numbers": ["1-2"], "method": "vote", "in_favour": 3}
    assert code(desk, "approve_block", **vote) == "too_many_votes"


def test_a_lost_quorum_asks_and_is_kept(session: Session) -> None:
    """PRACTICE section 7, case 20: a decision asks."""
    desk = session(quorum_to_decide=2, quorum_to_vote=3)
    desk.tell("add_recommendation", text="A")
    desk.tell("add_recommendation", text="B")
    desk.tell("check_in", delegation="BRA")
    assert code(desk, "approve_recommendation", number=1) == "no_quorum"
    assert code(desk, "approve_block") == "no_quorum"
    desk.tell("approve_recommendation", number=1, insist=True)
    decision = item(desk, 1).decision
    assert decision is not None
    assert (decision.taken.present, decision.taken.needed) == (1, 2)
    for delegation in ("CHL", "URY"):
        desk.tell("check_in", delegation=delegation)
    refused = desk.refused("approve_block", method="vote", in_favour=1)
    assert (refused.code, refused.facts["voting"], refused.facts["needed"]) == ("few_voting", 1, 3)
    desk.tell("check_out", delegation="URY")
    refused = desk.refused("approve_block", method="vote", in_favour=2)
    assert (refused.code, refused.facts["needed"]) == ("no_quorum", 3)


def test_another_moment_takes_a_reason(desk: Desk) -> None:
    plan = desk.meeting.plan
    kinds = ("recommendations",)
    moments = tuple(MomentPlan(code=kind, kind=kind, title=kind) for kind in kinds)  # type: ignore[arg-type]
    desk.tell("adopt_plan", plan=replace(plan, moments=plan.moments + moments))
    for kind in ("approve_recommendation", "reject_recommendation", "withdraw_recommendation"):
        assert code(desk, kind, number=1) == "reason_missing"
    assert code(desk, "approve_block") == "reason_missing"
    desk.tell("reserve_recommendation", number=1, delegation="CHL")
    desk.tell("approve_recommendation", number=1, reason="the chair asks for it now")
    desk.tell("go_to_moment", moment="recommendations", reason="x")
    desk.tell("approve_recommendation", number=2)
    decision = item(desk, 2).decision
    assert decision is not None
    assert decision.moment == "recommendations"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("approve_recommendation", {"number": 1}),
        ("reject_recommendation", {"number": 1}),
        ("withdraw_recommendation", {"number": 1}),
        ("defer_recommendation", {"number": 1, "reason": "x"}),
        ("approve_block", {}),
    ],
)
def test_nothing_is_decided_while_the_meeting_is_suspended(
    desk: Desk, kind: str, fields: dict[str, object]
) -> None:
    desk.tell("suspend")
    assert code(desk, kind, **fields) == "suspended"


def test_numbers_are_the_next_or_given_once(desk: Desk) -> None:
    desk.tell("add_recommendation", text="Later", number=20, regional_priority=True)
    desk.tell("add_recommendation", text="After it")
    assert [x.number for x in recommendations(desk.meeting)][-2:] == [20, 21]
    assert item(desk, 20).regional_priority
    assert code(desk, "add_recommendation", text="Again", number=20) == "number_taken"
    desk.tell("add_recommendation", text="The last", number=1000)
    assert code(desk, "add_recommendation", text="One more") == "number_taken"
    desk.tell("approve_block", numbers=["10-20"])
    assert fates(desk) == {10: "adopted", 20: "adopted"}


def test_one_reservation_of_each_delegation_stands(desk: Desk) -> None:
    desk.tell("reserve_recommendation", number=1, delegation="CHL")
    assert code(desk, "reserve_recommendation", number=1, delegation="CL") == "reserved_already"
    assert code(desk, "unreserve_recommendation", number=1, delegation="BRA") == "not_reserved"
    desk.tell("reserve_recommendation", number=1, delegation="BRA")
    desk.tell("unreserve_recommendation", number=1, delegation="CHL")
    assert item(desk, 1).reserved_by == ("BRA",)
    desk.tell("withdraw_recommendation", number=2, delegation="MEX")
    refused = desk.refused("reserve_recommendation", number=2, delegation="CHL")
    assert refused.code == "nothing_to_reserve"


@pytest.mark.parametrize("number", [0, -1, 1001])
def test_a_number_out_of_bounds_is_no_act(desk: Desk, number: int) -> None:
    with pytest.raises(Unfit):
        desk.tell("approve_recommendation", number=number)
    assert code(desk, "approve_recommendation", number=999) == "unknown_recommendation"


ACTS = [
    ("add_recommendation", {"text": "New"}),
    ("amend_recommendation", {"number": 1, "text": "New"}),
    ("set_regional_priority", {"number": 1}),
    ("approve_recommendation", {"number": 1}),
    ("approve_block", {}),
    ("reject_recommendation", {"number": 1}),
    ("defer_recommendation", {"number": 1, "reason": "x"}),
    ("withdraw_recommendation", {"number": 1}),
    ("reopen_recommendation", {"number": 2, "reason": "x"}),
    ("reserve_recommendation", {"number": 1, "delegation": "CHL"}),
    ("unreserve_recommendation", {"number": 2, "delegation": "BRA"}),
    ("correct_recommendation", {"number": 2, "text": "As read out", "reason": "x"}),
]


@pytest.mark.parametrize(("kind", "fields"), ACTS)
def test_undo_restores(desk: Desk, kind: str, fields: dict[str, object]) -> None:
    desk.tell("reserve_recommendation", number=2, delegation="BRA")
    desk.tell("approve_recommendation", number=2)
    before = recommendations(desk.meeting)
    desk.tell(kind, **fields)
    assert recommendations(desk.meeting) != before
    desk.tell("undo")
    assert recommendations(desk.meeting) == before


def test_the_acts_that_are_undone_are_all_there_are() -> None:
    ours = {kind for kind in KINDS if "recommendation" in kind or "block" in kind}
    assert ours | {"set_regional_priority"} == {kind for kind, _ in ACTS}


def test_a_plan_without_what_was_decided_is_not_adopted(desk: Desk) -> None:
    plan = desk.meeting.filed_plan
    rows = {"recommendations": desk.meeting.plan.recommendations[:2]}
    desk.tell("adopt_plan", plan=replace(plan, **rows))
    desk.tell("approve_recommendation", number=2)
    refused = desk.refused("adopt_plan", plan=plan)
    assert (refused.code, refused.facts["missing"]) == ("plan_in_use", "2")
    assert len(recommendations(desk.meeting)) == 10
