"""Decisions by vote: the majority that the rules ask for, of those voting or of the members."""

import json
import tomllib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins
from msgspec.structs import replace

from tests.helpers.desk import Desk
from tipfloor.core.deciding.voters import entitled_to_vote, voters
from tipfloor.core.ground.event import Event, decode, encode
from tipfloor.core.ground.majority import Majority, votes_needed
from tipfloor.core.plan.plan import DelegationPlan, Names
from tipfloor.core.state.document import DocumentDecision, find_document
from tipfloor.core.state.recommendation import find_recommendation
from tipfloor.meetingfile import read_plan

Convene = Callable[..., Desk]

FIGURES = st.integers(0, 1000)
MAJORITIES = st.sampled_from(get_args(Majority))
SHARES = {
    "simple": lambda for_, against, members: for_ > against,
    "members": lambda for_, against, members: for_ > Fraction(members, 2),
    "two_thirds": lambda for_, against, members: for_ >= Fraction(2 * (for_ + against), 3) > 0,
    "two_thirds_of_members": lambda for_, against, members: for_ >= Fraction(2 * members, 3) > 0,
}


def document(desk: Desk) -> DocumentDecision:
    found = find_document(desk.meeting, "plan")
    assert found is not None
    assert found.decision is not None
    return found.decision


def in_plenary(convene: Convene, **rules: object) -> Desk:
    """Return a desk of 8 members in the moment of the document, with one recommendation."""
    desk = convene(**rules)
    desk.tell("go_to_moment", moment="plenary", reason="straight to it")
    desk.tell("add_recommendation", text="A")
    return desk


@given(MAJORITIES, FIGURES, FIGURES, st.integers(1, 1000))
def test_so_many_votes_carry_it_and_one_fewer_does_not(
    majority: Majority, in_favour: int, against: int, members: int
) -> None:
    needed = votes_needed(majority, in_favour + against, members)
    assert (in_favour >= needed) is SHARES[majority](in_favour, against, members)


@pytest.mark.parametrize("members", [32, 33])
def test_a_majority_is_17_and_two_thirds_are_22_of_32_or_33(members: int) -> None:
    """PRACTICE section 2."""
    assert votes_needed("members", 19, members) == 17
    assert votes_needed("two_thirds_of_members", 19, members) == 22
    assert votes_needed("two_thirds", 19, members) == 13


def test_one_vote_and_18_abstentions_adopt_nothing(convene: Convene) -> None:
    desk = in_plenary(convene, entitled_to_sit=33, documents_majority="members")
    vote = {"document": "plan", "method": "vote", "in_favour": 1, "abstaining": 18}
    refused = desk.refused("adopt_document", **vote)
    assert (refused.code, refused.facts["votes_needed"]) == ("vote_not_carried", 17)
    desk.tell("reject_document", **vote)
    decided = document(desk)
    how = decided.taken
    assert (decided.outcome, how.majority, how.votes_needed) == ("rejected", "members", 17)


def test_the_rule_of_the_majority_is_that_of_its_kind(convene: Convene) -> None:
    rules = {"documents_majority": "two_thirds", "recommendations_majority": "simple"}
    desk = in_plenary(convene, **rules)
    votes = {"method": "vote", "in_favour": 4, "against": 3}
    assert desk.refused("adopt_document", document="plan", **votes).facts["votes_needed"] == 5
    desk.tell("approve_recommendation", number=1, **votes)
    found = find_recommendation(desk.meeting, 1)
    assert found is not None
    assert found.decision is not None
    how = found.decision.taken
    assert (how.majority, how.votes_needed) == ("simple", 4)
    assert desk.refused("reject_document", document="plan", method="vote", in_favour=5).code == (
        "vote_carried"
    )


def test_fewer_voting_than_the_quorum_to_vote_ask_and_never_block(convene: Convene) -> None:
    desk = in_plenary(convene, quorum_to_vote=2)
    for code in ("BRA", "CHL", "URY"):
        desk.tell("check_in", delegation=code)
    vote = {"document": "plan", "method": "vote", "in_favour": 1, "abstaining": 2}
    refused = desk.refused("adopt_document", **vote)
    assert (refused.code, refused.facts) == ("few_voting", {"voting": 1, "needed": 2})
    desk.tell("adopt_document", insist=True, **vote)
    assert document(desk).outcome == "adopted"


def test_votes_counted_again_are_held_against_the_majority_of_their_time(convene: Convene) -> None:
    desk = in_plenary(convene, documents_majority="members")
    desk.tell("adopt_document", document="plan", method="vote", in_favour=6, against=2)
    again = {"document": "plan", "reason": "counted again"}
    assert desk.refused("correct_document", in_favour=4, **again).code == "other_outcome"
    plan = desk.meeting.plan
    simple = replace(plan.rules, documents_majority="simple")
    desk.tell("adopt_plan", plan=replace(plan, rules=simple))
    assert desk.refused("correct_document", in_favour=4, **again).code == "other_outcome"
    desk.tell("correct_document", in_favour=5, **again)
    how = document(desk).taken
    assert (how.tally, how.votes_needed) == ((5, 2, 0), 5)


def test_a_simple_majority_counted_again_needs_what_it_then_needs(convene: Convene) -> None:
    desk = in_plenary(convene)
    desk.tell("adopt_document", document="plan", method="vote", in_favour=6, against=2)
    desk.tell("correct_document", document="plan", in_favour=4, reason="counted again")
    how = document(desk).taken
    assert (how.majority, how.votes_needed) == ("simple", 4)


def body_without(event: Event, *names: str) -> str:
    """Return the body of an event as an older program would have written it."""
    body = to_builtins(event)
    return json.dumps({name: value for name, value in body.items() if name not in names})


def test_a_decision_of_an_older_record_is_counted_again_as_more_for_than_against(
    convene: Convene,
) -> None:
    desk = in_plenary(convene)
    vote = {"document": "plan", "method": "vote", "in_favour": 3, "against": 2}
    (event,) = desk.tell("adopt_document", **vote)
    older = body_without(event, "majority", "votes_needed")
    assert '"majority"' not in older
    opened = decode(event.kind, 1, older)
    assert decode(event.kind, 2, encode(opened)) == opened


def test_an_appeal_is_decided_by_its_majority_against_the_ruling(convene: Convene) -> None:
    desk = in_plenary(convene, appeals_majority="two_thirds_of_members", tie_upholds_ruling=False)
    for against, outcome in ((5, "upheld"), (6, "overturned")):
        desk.tell("point_of_order", delegation="BRA")
        desk.tell("rule_on_point", ruling="taken")
        desk.tell("appeal", delegation="BRA")
        (voted,) = desk.tell("vote_on_appeal", in_favour=0, against=against)
        kept = desk.meeting.raised[-1].appeal
        assert kept is not None
        assert (kept.outcome, kept.taken.votes_needed) == (outcome, 6)
        assert voted.version == 3


def test_a_ballot_keeps_how_many_votes_elect(convene: Convene) -> None:
    desk = convene()
    desk.tell("next_moment")
    for code in ("MEX", "CHL"):
        desk.tell("nominate", election="chair", delegation=code, nominated_by="BRA")
    desk.tell("ballot", election="chair", ballots=["MEX=3", "CHL=3"], abstaining=1)
    held = desk.meeting.elections["chair"][-1].ballots[-1]
    assert (held.majority, held.votes_needed) == ("majority", 4)
    desk.tell("withdraw_nomination", election="chair", delegation="CHL")
    desk.tell("ballot", election="chair", in_favour=3, against=2)
    held = desk.meeting.elections["chair"][-1].ballots[-1]
    assert (held.majority, held.votes_needed) == ("simple", 3)


def with_observer(desk: Desk) -> None:
    reason = "came to the door"
    desk.tell("admit", delegation="ZZA", name="Observatory", reason=reason)


def test_an_observer_proposes_nothing_unless_the_rules_let_it(convene: Convene) -> None:
    amendment = {"document": "plan", "delegation": "ZZA", "reference": "1", "text": "B"}
    desk = in_plenary(convene, check_in_required=False)
    with_observer(desk)
    assert desk.refused("propose_amendment", **amendment).code == "may_not_propose"
    amended = {"number": 1, "text": "B", "delegation": "ZZA"}
    assert desk.refused("amend_recommendation", **amended).code == "may_not_propose"
    nominated = {"election": "chair", "delegation": "MEX", "reason": "now"}
    assert desk.refused("nominate", nominated_by="ZZA", **nominated).code == "may_not_propose"
    desk.tell("nominate", nominated_by="MEX", **nominated)
    second = {"election": "chair", "delegation": "MEX", "seconded_by": "ZZA"}
    assert desk.refused("second", **second).code == "may_not_propose"
    desk.tell("point_of_order", delegation="ZZA")
    desk.tell("rule_on_point", ruling="taken")
    assert desk.refused("appeal", delegation="ZZA").code == "may_not_propose"


def test_an_observer_proposes_and_votes_where_the_rules_let_it(convene: Convene) -> None:
    rules = {"may_propose": "delegations", "may_vote": "delegations"}
    desk = in_plenary(convene, check_in_required=False, **rules)
    with_observer(desk)
    amendment = {"document": "plan", "delegation": "ZZA", "reference": "1", "text": "B"}
    desk.tell("propose_amendment", **amendment)
    assert (voters(desk.meeting), entitled_to_vote(desk.meeting)) == (1, 9)
    nominated = {"election": "chair", "delegation": "ZZA", "nominated_by": "MEX", "reason": "now"}
    assert desk.refused("nominate", **nominated).code == "no_state"


def test_in_a_body_without_states_every_delegation_is_a_member(convene: Convene) -> None:
    desk = convene()
    plan = desk.meeting.plan
    rows = tuple(
        DelegationPlan(code=item.code, name=Names(en=item.code), state=False)
        for item in plan.delegations
    )
    desk.tell("adopt_plan", plan=replace(plan, delegations=rows))
    assert (voters(desk.meeting), entitled_to_vote(desk.meeting)) == (8, 8)
    desk.tell("check_in", delegation="BRA")
    assert voters(desk.meeting) == 1


def test_the_seventh_meeting_states_its_majorities() -> None:
    file = Path(__file__).parents[3] / "sessions.toml"
    rules = read_plan(file).rules
    stated = {"documents_majority", "recommendations_majority", "appeals_majority"}
    assert stated | {"may_propose", "may_vote"} <= set(
        tomllib.loads(file.read_text("utf-8"))["rules"]
    )
    assert (rules.documents_majority, rules.appeals_majority) == ("members", "simple")


def test_an_older_correction_leaves_what_it_did_not_say_as_it_was(convene: Convene) -> None:
    desk = in_plenary(convene, documents_majority="members")
    desk.tell("adopt_document", document="plan", method="vote", in_favour=6, against=2)
    before = desk.meeting
    corrected = desk.tell("correct_document", document="plan", in_favour=5, reason="x")[0]
    unsaid = ("majority", "votes_needed", "present", "needed")
    older = decode(corrected.kind, 2, body_without(corrected, *unsaid))
    assert older.apply(before).documents == corrected.apply(before).documents
