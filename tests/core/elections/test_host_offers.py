"""Offers to host the next meeting, accepted with the election of its chair or apart."""

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.elections.offices import election_of
from tipfloor.core.state.election import Election


@pytest.fixture
def at_closing(convene: Callable[..., Desk]) -> Desk:
    """A desk in the moment in which the next chair is elected, with one candidate."""
    desk = convene()
    desk.tell("go_to_moment", moment="closing", reason="straight to it")
    desk.tell("nominate", election="next", delegation="CHL", nominated_by="BRA")
    return desk


def next_chair(desk: Desk) -> Election:
    return election_of(desk.meeting, "next")


def test_an_offer_is_accepted_with_the_election(at_closing: Desk) -> None:
    """PRACTICE section 2, row viii: as row iii, and the host offer."""
    at_closing.tell("offer_to_host", election="next", delegation="CHL", offer="Santiago, 2026")
    told = at_closing.tell("acclaim", election="next", accept_offer=True)
    assert [event.kind for event in told] == ["elected", "host_offer_accepted"]
    offer = next_chair(at_closing).offers[0]
    assert (offer.delegation, offer.text) == ("CHL", "Santiago, 2026")
    assert offer.accepted_at == at_closing.clock.now()
    assert at_closing.meeting.presiding.office == "pro_tempore"
    at_closing.tell("undo")
    assert next_chair(at_closing).result is None
    assert next_chair(at_closing).offers[0].accepted_at is None


def test_an_offer_is_accepted_apart(at_closing: Desk) -> None:
    at_closing.tell("acclaim", election="next")
    at_closing.tell("offer_to_host", election="next", delegation="URY", offer="Montevideo")
    at_closing.tell("offer_to_host", election="next", delegation="CHL", offer="Santiago")
    refused = at_closing.refused("accept_host_offer", election="next")
    assert (refused.code, refused.facts["offers"]) == ("several_offers", "Uruguay, Chile")
    at_closing.tell("accept_host_offer", election="next", delegation="URY")
    refused = at_closing.refused("accept_host_offer", election="next", delegation="CHL")
    assert refused.code == "offer_accepted"
    refused = at_closing.refused("offer_to_host", election="next", delegation="BRA", offer="Rio")
    assert refused.code == "offer_accepted"


def test_a_later_offer_of_the_same_delegation_takes_the_place_of_the_former(
    at_closing: Desk,
) -> None:
    for offer in ("Santiago", "Valparaíso"):
        at_closing.tell("offer_to_host", election="next", delegation="CHL", offer=offer)
    assert [item.text for item in next_chair(at_closing).offers] == ["Valparaíso"]


def test_what_was_not_offered_is_not_accepted(at_closing: Desk) -> None:
    assert at_closing.refused("accept_host_offer", election="next").code == "no_offer"
    assert at_closing.refused("acclaim", election="next", accept_offer=True).code == "no_offer"
    assert next_chair(at_closing).result is None
    refused = at_closing.refused("offer_to_host", election="chair", delegation="CHL", offer="x")
    assert refused.code == "no_host_offer"
