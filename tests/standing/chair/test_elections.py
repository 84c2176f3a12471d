"""What the chair can say while offices are filled."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.standing.chair.sentence import sentence
from tipfloor.standing.outlook import look


@pytest.fixture
def opening(convene: Callable[..., Desk]) -> Desk:
    """A desk in the moment in which chair and vice chair are elected."""
    desk = convene()
    desk.tell("next_moment")
    return desk


def said(desk: Desk) -> str:
    return sentence(look(desk.proceedings))


def test_the_chair_asks_counts_and_declares(opening: Desk) -> None:
    assert said(opening) == "We come to the election of the Chair. Are there nominations?"
    opening.tell("nominate", election="chair", delegation="MEX", nominated_by="URY")
    assert said(opening) == "Uruguay has nominated Mexico as Chair. Are there other nominations?"
    opening.tell("nominate", election="chair", delegation="CHL", nominated_by="BRA")
    opening.tell("nominate", election="chair", delegation="URY", nominated_by="BRA")
    assert said(opening) == (
        "Mexico, Chile and Uruguay are nominated as Chair. We proceed to a vote."
    )
    opening.tell("ballot", election="chair", ballots=["MEX=3", "CHL=3", "URY=0"])
    assert said(opening) == "Nobody is elected Chair yet. We vote again: Mexico and Chile."
    opening.tell("ballot", election="chair", ballots=["MEX=4", "CHL=3"])
    assert said(opening) == "Mexico is elected Chair. Are there nominations for Vice Chair?"
    opening.clock.advance(1000)
    opening.tell("nominate", election="vice", delegation="CHL", nominated_by="BRA")
    assert said(opening).startswith("Brazil has nominated Chile as Vice Chair.")
    opening.tell("acclaim", election="vice")
    assert said(opening) == "Chile is elected Vice Chair. We come to the introductory."
    opening.clock.advance(1000)
    opening.tell("take_note", text="applause")
    assert said(opening) == "We come to the introductory."


def test_the_chair_speaks_of_the_office_that_was_taken_up(opening: Desk) -> None:
    opening.tell("nominate", election="vice", delegation="CHL", nominated_by="BRA")
    assert said(opening).startswith("Brazil has nominated Chile as Vice Chair.")
