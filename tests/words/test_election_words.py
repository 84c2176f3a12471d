"""Elections in the log and in refusals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.desk import Desk
from tipfloor.words.narration import Narrator
from tipfloor.words.refusing import explain


@pytest.fixture
def opening(convene: Callable[..., Desk]) -> Desk:
    """A desk in the moment in which chair and vice chair are elected."""
    desk = convene()
    desk.tell("next_moment")
    return desk


def told(desk: Desk, kind: str, **fields: Any) -> list[str]:
    """Do an act on the election of the chair and return how the log tells it."""
    number = len(desk.tell(kind, election="chair", **fields))
    lines = Narrator(desk.proceedings.history, desk.meeting).last(number)
    return [line.text for line in lines]


def test_the_log_tells_an_election(opening: Desk) -> None:
    tell = told
    assert tell(opening, "nominate", delegation="MEX", nominated_by="URY") == [
        "Uruguay nominated Mexico as Chair"
    ]
    seconded = {"delegation": "CHL", "nominated_by": "BRA", "seconded_by": "JAM"}
    assert tell(opening, "nominate", **seconded) == [
        "Brazil, seconded by Jamaica, nominated Chile as Chair"
    ]
    assert tell(opening, "second", delegation="CHL", seconded_by="SLV") == [
        "El Salvador seconded the nomination of Chile as Chair"
    ]
    assert tell(opening, "ballot", ballots=["MEX=3", "CHL=3"]) == [
        "Ballot 1, Chair: Mexico 3, Chile 3 (4 needed: a majority of the votes for candidates); "
        "a tie, no one elected"
    ]
    assert tell(opening, "withdraw_nomination", delegation="CHL") == [
        "The nomination of Chile as Chair was withdrawn"
    ]
    assert tell(opening, "ballot", in_favour=2, against=3) == [
        "Ballot 2, Chair: Mexico 2 for, 3 against (3 needed: a majority of those voting); "
        "not elected"
    ]
    opening.tell("check_in", delegation="BRA")
    assert tell(opening, "acclaim") == ["Mexico, not present, was elected Chair by acclamation"]
    assert tell(opening, "reopen_election", reason="it declines") == [
        "Election reopened: Chair: it declines"
    ]


def test_a_refusal_says_what_to_do(opening: Desk) -> None:
    for code in ("MEX", "CHL"):
        opening.tell("nominate", election="chair", delegation=code, nominated_by="URY")
    refused = opening.refused("acclaim", election="chair")
    assert explain(refused, opening.meeting.plan) == (
        "Acclamation is for the only candidate: take a vote, or withdraw the others first. An "
        "office is filled once: the only candidate by acclamation, one of several by vote. "
        "Nominated as Chair: Mexico, Chile."
    )
