"""A prepared list comes in whole, or not at all."""

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.ground.all_or_none import NotAll
from tipfloor.core.ground.value import Unfit
from tipfloor.core.list.preinscription import InscribeAll

Session = Callable[..., Desk]


def places(desk: Desk, *codes: str, **fields: str) -> list[tuple[int, str]]:
    """Try a list that must be refused, and return its places at fault with the codes."""
    refused = desk.refused("inscribe_all", delegations=codes, **fields)
    assert isinstance(refused, NotAll)
    return [(place, why.code) for place, why in refused.places]


def test_all_are_inscribed_in_their_order_and_one_undo_takes_them_back(session: Session) -> None:
    desk = session("BRA")
    desk.tell("inscribe_all", delegations=["URY", "CL", "MEX"])
    assert len({told.act for _, _, told in desk.proceedings.history[-3:]}) == 1
    assert desk.waiting == ["BRA", "URY", "CHL", "MEX"]
    desk.tell("undo")
    assert desk.waiting == ["BRA"]


def test_every_place_at_fault_is_told_and_nobody_is_inscribed(session: Session) -> None:
    """PRACTICE section 7, case 21: never half-loaded."""
    desk = session("BRA", check_in_required=False)
    assert places(desk, "URY", "BRA", "ZZZ", "CHL", "CL") == [
        (2, "already_waiting"),
        (3, "unknown_delegation"),
        (5, "named_twice"),
    ]
    assert desk.waiting == ["BRA"]


def test_only_who_is_checked_in_where_a_roll_is_kept(session: Session) -> None:
    """PRACTICE section 1, rule 3."""
    desk = session()
    desk.tell("check_in", delegation="BRA")
    assert places(desk, "BRA", "CHL") == [(2, "check_in")]


def test_a_closed_list_takes_a_reason(session: Session) -> None:
    desk = session()
    desk.tell("close_list")
    assert places(desk, "BRA", "CHL") == [(1, "list_closed"), (2, "list_closed")]
    desk.tell("inscribe_all", delegations=["BRA", "CHL"], reason="sent in time")
    assert desk.waiting == ["BRA", "CHL"]


def test_it_can_be_meant_for_another_session(session: Session) -> None:
    desk = session()
    desk.tell("inscribe_all", delegations=["BRA"], session="climate")
    assert desk.waiting == []
    assert len(desk.meeting.speakers("climate").waiting) == 1
    refused = desk.refused("inscribe_all", delegations=["BRA"], session="nowhere")
    assert refused.code == "unknown_session"


def test_a_list_names_somebody() -> None:
    with pytest.raises(Unfit, match="length >= 1"):
        InscribeAll(delegations=())
