"""Elections: by acclamation, by vote in rounds, with an offer to host, reopened, added."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from tests.helpers.desk import Desk
from tipfloor.core.elections.offices import election_of, elections_of
from tipfloor.core.ground.refusal import Rule
from tipfloor.core.registration.presiding import elected_officers
from tipfloor.core.state.election import Election

Convene = Callable[..., Desk]


@pytest.fixture
def opening(convene: Convene) -> Callable[..., Desk]:
    """A desk in the moment of elections, with nominees for the chair."""

    def opening(*nominees: str, **rules: Any) -> Desk:
        desk = convene(**rules)
        desk.tell("next_moment")
        for code in nominees:
            desk.tell("nominate", election="chair", delegation=code, nominated_by="JAM")
        return desk

    return opening


def chair(desk: Desk) -> Election:
    return election_of(desk.meeting, "chair")


def ballot(desk: Desk, *ballots: str, **figures: int) -> str:
    """Hold a ballot for the chair and return its outcome."""
    desk.tell("ballot", election="chair", ballots=ballots, **figures)
    return chair(desk).ballots[-1].outcome


# By acclamation.


def test_the_only_candidate_is_elected_by_acclamation_and_presides(
    opening: Callable[..., Desk],
) -> None:
    """PRACTICE section 1, rule 11, and section 2, row iii: the chair changes with the election."""
    desk = opening("MEX", quorum_to_decide=0)
    desk.tell("acclaim", election="chair")
    result = chair(desk).result
    assert result is not None
    assert (result.delegation, result.method, result.away) == ("MEX", "acclamation", False)
    assert (desk.meeting.presiding.office, desk.meeting.presiding.delegation) == ("chair", "MEX")


def test_undo_takes_back_the_election_and_the_change_of_the_chair(
    opening: Callable[..., Desk],
) -> None:
    desk = opening("MEX")
    before = chair(desk)
    desk.tell("acclaim", election="chair")
    desk.tell("undo")
    assert chair(desk) == before
    assert desk.meeting.presiding.office == "pro_tempore"


def test_a_vice_chair_is_known_and_takes_no_chair(opening: Callable[..., Desk]) -> None:
    """PRACTICE section 7, case 18."""
    desk = opening("MEX")
    desk.tell("acclaim", election="chair")
    desk.tell("nominate", election="vice", delegation="CHL", nominated_by="BRA")
    desk.tell("acclaim", election="vice")
    assert desk.meeting.presiding.delegation == "MEX"
    assert elected_officers(desk.meeting) == (("chair", "MEX"), ("vice_chair", "CHL"))


def test_with_several_candidates_nobody_is_acclaimed(opening: Callable[..., Desk]) -> None:
    desk = opening("MEX", "CHL")
    refused = desk.refused("acclaim", election="chair", delegation="MEX")
    assert (refused.code, refused.rule) == ("several_candidates", Rule.ELECTIONS)
    assert refused.facts["candidates"] == "Mexico, Chile"
    desk.tell("withdraw_nomination", election="chair", delegation="CHL")
    assert desk.refused("acclaim", election="chair", delegation="CHL").code == "not_nominated"
    desk.tell("acclaim", election="chair", delegation="MEX")
    assert chair(desk).result is not None


def test_without_a_candidate_nobody_is_elected(opening: Callable[..., Desk]) -> None:
    desk = opening()
    assert desk.refused("acclaim", election="chair").code == "no_candidate"
    assert desk.refused("ballot", election="chair", in_favour=3).code == "no_candidate"


def test_an_absent_delegation_is_elected_with_a_mark_and_does_not_preside(
    opening: Callable[..., Desk],
) -> None:
    desk = opening("MEX")
    desk.tell("check_in", delegation="BRA")
    desk.tell("acclaim", election="chair")
    result = chair(desk).result
    assert result is not None
    assert result.away
    assert desk.meeting.presiding.office == "pro_tempore"


# The quorum.


def test_a_lost_quorum_asks_and_is_kept(opening: Callable[..., Desk]) -> None:
    """PRACTICE section 2, row iii: quorum at that time; section 7, case 20."""
    desk = opening("MEX", quorum_to_decide=2, quorum_to_vote=3, check_in_required=False)
    desk.tell("check_in", delegation="BRA")
    refused = desk.refused("acclaim", election="chair")
    assert (refused.code, refused.facts) == ("no_quorum", {"present": 1, "needed": 2})
    refused = desk.refused("ballot", election="chair", in_favour=1)
    assert (refused.code, refused.facts) == ("no_quorum", {"present": 1, "needed": 3})
    desk.tell("ballot", election="chair", in_favour=1, insist=True)
    result = chair(desk).result
    assert result is not None
    assert (result.method, result.present, result.needed) == ("vote", 1, 3)
    held = chair(desk).ballots[0]
    assert (held.present, held.needed) == (1, 3)


# By vote.


def test_most_of_the_votes_elect_and_the_tally_is_kept(opening: Callable[..., Desk]) -> None:
    """PRACTICE section 2, row iii: method, tally where voted."""
    desk = opening("MEX", "CHL")
    assert ballot(desk, "CHL=2", "MEX=4", abstaining=1, invalid=1) == "elected"
    held, result = chair(desk).ballots[0], chair(desk).result
    assert (held.votes, held.abstaining, held.invalid) == ((("MEX", 4), ("CHL", 2)), 1, 1)
    assert result is not None
    assert (result.delegation, result.method) == ("MEX", "vote")
    assert desk.meeting.presiding.delegation == "MEX"
    desk.tell("undo")
    assert (chair(desk).ballots, chair(desk).result) == ((), None)
    assert desk.meeting.presiding.office == "pro_tempore"


def test_after_a_tie_a_second_ballot_is_between_the_leaders(opening: Callable[..., Desk]) -> None:
    desk = opening("MEX", "CHL", "BRA")
    assert ballot(desk, "MEX=3", "CHL=3", "BRA=1") == "tie"
    assert chair(desk).result is None
    assert [item.delegation for item in chair(desk).standing] == ["MEX", "CHL"]
    votes = {"election": "chair", "ballots": ["MEX=3", "CHL=3", "BRA=1"]}
    assert desk.refused("ballot", **votes).code == "no_ballots_for"
    assert ballot(desk, "MEX=4", "CHL=3") == "elected"
    assert [item.number for item in chair(desk).ballots] == [1, 2]


def test_a_further_ballot_is_among_all_or_with_new_nominees(opening: Callable[..., Desk]) -> None:
    desk = opening("MEX", "CHL", "BRA")
    ballot(desk, "MEX=3", "CHL=3", "BRA=1")
    desk.tell("nominate", election="chair", delegation="URY", nominated_by="JAM")
    assert [item.delegation for item in chair(desk).standing] == ["MEX", "CHL", "URY"]
    every = ("MEX=2", "CHL=2", "BRA=2", "URY=2")
    desk.tell("ballot", election="chair", ballots=every, all_nominees=True)
    assert chair(desk).ballots[-1].remaining == ("MEX", "CHL", "BRA", "URY")


def test_where_one_leader_of_a_tie_withdraws_the_other_is_acclaimed(
    opening: Callable[..., Desk],
) -> None:
    desk = opening("MEX", "CHL", "BRA")
    ballot(desk, "MEX=3", "CHL=3", "BRA=1")
    desk.tell("withdraw_nomination", election="chair", delegation="CHL")
    refused = desk.refused("acclaim", election="chair", delegation="BRA")
    assert refused.code == "stands_no_more"
    desk.tell("acclaim", election="chair")
    assert desk.meeting.presiding.delegation == "MEX"


@pytest.mark.parametrize(
    ("majority", "outcome"), [("majority", "no_majority"), ("plurality", "elected")]
)
def test_the_majority_is_a_rule_of_the_meeting(
    opening: Callable[..., Desk], majority: str, outcome: str
) -> None:
    desk = opening("MEX", "CHL", "BRA", election_majority=majority)
    assert ballot(desk, "MEX=3", "CHL=2", "BRA=1", abstaining=2) == outcome
    if outcome == "no_majority":
        assert chair(desk).ballots[0].remaining == ("MEX", "CHL")


@pytest.mark.parametrize(
    ("in_favour", "against", "outcome"),
    [(5, 2, "elected"), (3, 3, "tie"), (2, 3, "not_elected"), (0, 0, "tie")],
)
def test_the_only_candidate_needs_more_votes_for_than_against(
    opening: Callable[..., Desk], in_favour: int, against: int, outcome: str
) -> None:
    desk = opening("MEX")
    assert ballot(desk, in_favour=in_favour, against=against, abstaining=1) == outcome
    assert (chair(desk).result is not None) is (outcome == "elected")


@pytest.mark.parametrize(
    ("code", "nominees", "fields"),
    [
        ("too_many_votes", "MEX CHL", {"ballots": ["MEX=5", "CHL=3"], "invalid": 1}),
        ("too_many_votes", "MEX", {"in_favour": 5, "against": 3, "abstaining": 1}),
        ("no_ballots_for", "MEX CHL", {"ballots": ["MEX=2", "CHL=3", "BRA=1"]}),
        ("ballots_of_each", "MEX CHL", {"ballots": ["MEX=2"]}),
        ("ballots_of_each", "MEX CHL", {"in_favour": 2}),
        ("ballots_of_each", "MEX CHL", {"ballots": ["MEX=2", "CHL=1"], "against": 1}),
        ("ballots_unread", "MEX CHL", {"ballots": ["MEX=2", "MX=3"]}),
        ("ballots_unread", "MEX CHL", {"ballots": ["MEX=²", "CHL=3"]}),
        ("unknown_delegation", "MEX CHL", {"ballots": ["MEX=2", "XXX=3"]}),
        ("only_candidate", "MEX", {"ballots": ["MEX=2"]}),
        ("only_candidate", "MEX", {}),
        ("no_votes", "MEX", {"in_favour": 0}),
    ],
)
def test_a_count_that_cannot_be_is_refused(
    opening: Callable[..., Desk], code: str, nominees: str, fields: dict[str, Any]
) -> None:
    desk = opening(*nominees.split())
    assert desk.refused("ballot", election="chair", **fields).code == code
    assert chair(desk).ballots == ()


def test_a_tally_above_the_voters_present_is_refused(opening: Callable[..., Desk]) -> None:
    desk = opening("MEX", check_in_required=False)
    for code in ("BRA", "CHL", "URY"):
        desk.tell("check_in", delegation=code)
    refused = desk.refused("ballot", election="chair", in_favour=3, against=1)
    assert refused.facts == {"cast": 4, "present": 3}


# Filled once, reopened, added.


def test_an_office_is_filled_once(opening: Callable[..., Desk]) -> None:
    desk = opening("MEX")
    desk.tell("acclaim", election="chair")
    for kind, fields in (
        ("nominate", {"delegation": "CHL", "nominated_by": "BRA"}),
        ("second", {"delegation": "MEX", "seconded_by": "BRA"}),
        ("withdraw_nomination", {"delegation": "MEX"}),
        ("acclaim", {}),
        ("ballot", {"in_favour": 3}),
    ):
        assert desk.refused(kind, election="chair", **fields).code == "elected_already"


def test_a_reopened_election_keeps_the_former_result(opening: Callable[..., Desk]) -> None:
    desk = opening("MEX")
    assert desk.refused("reopen_election", election="chair", reason="x").code == "not_elected_yet"
    desk.tell("acclaim", election="chair")
    assert desk.refused("reopen_election", election="chair").code == "reason_missing"
    desk.tell("reopen_election", election="chair", reason="Mexico declines")
    former, current = elections_of(desk.meeting, "chair")
    assert former.result is not None
    assert (former.result.delegation, former.superseded_at) == ("MEX", desk.clock.now())
    assert (current.nominations, current.result) == ((), None)
    desk.tell("nominate", election="chair", delegation="CHL", nominated_by="BRA")
    desk.tell("acclaim", election="chair")
    assert desk.meeting.presiding.delegation == "CHL"


def test_an_office_is_added_while_the_meeting_runs(opening: Callable[..., Desk]) -> None:
    desk = opening()
    desk.tell("add_election", election="rapporteur", title="Rapporteur")
    desk.tell("nominate", election="rapporteur", delegation="SLV", nominated_by="DOM")
    desk.tell("acclaim", election="rapporteur")
    assert desk.meeting.presiding.office == "pro_tempore"
    again = {"election": "rapporteur", "title": "Another"}
    assert desk.refused("add_election", **again).code == "election_exists"
    again = {"election": "another", "title": "Rapporteur"}
    assert desk.refused("add_election", **again).code == "election_exists"
    nowhere = {"election": "x", "title": "X", "moment": "tomorrow"}
    assert desk.refused("add_election", **nowhere).code == "unknown_moment"


def test_a_plan_that_lacks_an_office_in_use_is_not_adopted(opening: Callable[..., Desk]) -> None:
    desk = opening("MEX")
    plan = desk.meeting.plan
    without = replace(plan, elections=plan.elections[1:])
    refused = desk.refused("adopt_plan", plan=without)
    assert refused.facts["missing"] == "chair"
