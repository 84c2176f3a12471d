"""Nominations for an office: made, seconded, withdrawn, and refused with the rule."""

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.elections.offices import election_of
from tipfloor.core.ground.refusal import Rule
from tipfloor.core.state.election import Election

Convene = Callable[..., Desk]


@pytest.fixture
def opening(convene: Convene) -> Desk:
    """A desk in the moment in which chair and vice chair are elected."""
    desk = convene()
    desk.tell("next_moment")
    return desk


def chair(desk: Desk) -> Election:
    return election_of(desk.meeting, "chair")


def test_a_nomination_keeps_who_made_and_who_seconded_it(opening: Desk) -> None:
    """PRACTICE section 2, row iii: nominated by, seconded by (optional)."""
    opening.tell("nominate", election="chair", delegation="MX", nominated_by="URY")
    opening.tell(
        "nominate", election="chair", delegation="CHL", nominated_by="BRA", seconded_by="JAM"
    )
    opening.tell("second", election="chair", delegation="MEX", seconded_by="SLV")
    opening.tell("second", election="chair", delegation="MEX", seconded_by="DMA")
    found = [(x.delegation, x.nominated_by, x.seconded_by) for x in chair(opening).nominations]
    assert found == [("MEX", "URY", ("SLV", "DMA")), ("CHL", "BRA", ("JAM",))]
    assert chair(opening).moments == ("opening",)


def test_a_withdrawn_nomination_stands_no_more_and_stays_in_the_record(opening: Desk) -> None:
    opening.tell("nominate", election="chair", delegation="MEX", nominated_by="URY")
    opening.tell("withdraw_nomination", election="chair", delegation="MEX")
    assert chair(opening).standing == ()
    assert chair(opening).nominations[0].withdrawn_at is not None
    opening.tell("nominate", election="chair", delegation="MEX", nominated_by="CHL")
    assert [x.nominated_by for x in chair(opening).standing] == ["CHL"]


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("nominated_already", {"kind": "nominate", "delegation": "MEX", "nominated_by": "BRA"}),
        ("unknown_delegation", {"kind": "nominate", "delegation": "XXX", "nominated_by": "BRA"}),
        ("unknown_delegation", {"kind": "nominate", "delegation": "BRA", "nominated_by": "XX"}),
        ("not_nominated", {"kind": "second", "delegation": "BRA", "seconded_by": "CHL"}),
        ("cannot_second", {"kind": "second", "delegation": "MEX", "seconded_by": "MEX"}),
        ("cannot_second", {"kind": "second", "delegation": "MEX", "seconded_by": "URY"}),
        ("cannot_second", {"kind": "second", "delegation": "MEX", "seconded_by": "JAM"}),
        ("not_nominated", {"kind": "withdraw_nomination", "delegation": "BRA"}),
    ],
)
def test_what_cannot_be_is_refused(opening: Desk, code: str, act: dict[str, str]) -> None:
    opening.tell(
        "nominate", election="chair", delegation="MEX", nominated_by="URY", seconded_by="JAM"
    )
    before = chair(opening)
    assert opening.refused(act.pop("kind"), election="chair", **act).code == code
    assert chair(opening) == before


def test_an_office_that_is_not_planned_is_refused_with_those_that_are(opening: Desk) -> None:
    refused = opening.refused("nominate", election="king", delegation="MEX", nominated_by="URY")
    assert (refused.code, refused.rule) == ("unknown_election", Rule.ELECTIONS)
    assert refused.facts["known"] == "chair, vice, next"


def test_who_nominates_is_present_and_the_nominee_may_be_absent(opening: Desk) -> None:
    """PRACTICE section 1, rule 3: only a delegation that is checked in takes the floor."""
    opening.tell("check_in", delegation="URY")
    refused = opening.refused("nominate", election="chair", delegation="MEX", nominated_by="BRA")
    assert (refused.code, refused.rule) == ("check_in", Rule.CHECK_IN)
    opening.tell("nominate", election="chair", delegation="MEX", nominated_by="URY")
    refused = opening.refused("second", election="chair", delegation="MEX", seconded_by="BRA")
    assert refused.code == "check_in"
    assert chair(opening).standing[0].seconded_by == ()


def test_in_another_moment_an_election_is_taken_up_for_a_reason(opening: Desk) -> None:
    """PRACTICE section 1, rule 1: out of the order takes a reason."""
    by_chile = {"election": "next", "delegation": "MEX", "nominated_by": "CHL"}
    assert opening.refused("nominate", **by_chile).code == "reason_missing"
    opening.tell("nominate", **by_chile, reason="the minister leaves")
    opening.tell("nominate", election="next", delegation="BRA", nominated_by="URY")
    opening.tell("next_moment")
    by_chile["delegation"] = "JAM"
    assert opening.refused("nominate", **by_chile).code == "reason_missing"


def test_while_suspended_nobody_is_nominated(opening: Desk) -> None:
    opening.tell("suspend")
    refused = opening.refused("nominate", election="chair", delegation="MEX", nominated_by="URY")
    assert refused.code == "suspended"


def test_each_act_on_a_nomination_is_undone(opening: Desk) -> None:
    seen = [chair(opening)]
    acts = [
        ("nominate", {"delegation": "MEX", "nominated_by": "URY"}),
        ("second", {"delegation": "MEX", "seconded_by": "BRA"}),
        ("withdraw_nomination", {"delegation": "MEX"}),
    ]
    for kind, fields in acts:
        opening.tell(kind, election="chair", **fields)
        seen.append(chair(opening))
    for former in seen[-2::-1]:
        opening.tell("undo")
        assert chair(opening) == former
