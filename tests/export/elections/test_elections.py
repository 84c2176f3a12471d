"""Elections in the exports: every figure as JSON, sentences of minutes as text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.play import Play
from tests.helpers.scopes import TIMES
from tipfloor.export import export

ELECTIONS = [
    {"code": "chair", "moment": "opening", "title": "Chair", "presides": "chair"},
    {"code": "next", "moment": "plenary", "title": "Next Chair", "host_offer": True},
]


@pytest.fixture
def elected(convene: Callable[..., Play]) -> Play:
    """A chair elected in a second ballot, then reopened; a next chair acclaimed as host."""
    play = convene({"elections": ELECTIONS})
    chair: dict[str, Any] = {"election": "chair"}
    play.act("nominate", **chair, delegation="BRA", nominated_by="CHL", seconded_by="URY")
    play.act("nominate", **chair, delegation="JAM", nominated_by="URY")
    play.act("nominate", **chair, delegation="URY", nominated_by="JAM")
    play.act("withdraw_nomination", **chair, delegation="URY")
    play.act("ballot", **chair, ballots=["BRA=2", "JAM=2"])
    play.wait(60)
    play.act("ballot", **chair, ballots=["BRA=2", "JAM=1"], abstaining=1)
    play.act("reopen_election", **chair, reason="a secret of the desk")
    play.act("nominate", **chair, delegation="CHL", nominated_by="BRA")
    play.act("ballot", **chair, in_favour=1, against=3)
    play.act("next_moment")
    play.act("nominate", election="next", delegation="JAM", nominated_by="CHL")
    play.act("second", election="next", delegation="JAM", seconded_by="BRA")
    play.act("second", election="next", delegation="JAM", seconded_by="URY")
    play.act("offer_to_host", election="next", delegation="JAM", offer="=Kingston [bold]")
    play.act("acclaim", election="next", accept_offer=True)
    return play


def rows(play: Play) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export(play.proceedings, "json"))["elections"]
    return found


def paragraphs(play: Play) -> str:
    """Return the text on one line."""
    return " ".join(export(play.proceedings, "text", TIMES).decode().split())


def test_every_filling_of_an_office_is_a_row(elected: Play) -> None:
    """PRACTICE section 2, row iii."""
    former, current, following = rows(elected)
    assert (former["code"], former["elected"], former["method"]) == ("chair", "Brazil", "vote")
    assert former["elected_at"] == "2024-02-05T11:01:00.000-05:00"
    assert former["superseded_at"] == "2024-02-05T11:01:00.000-05:00"
    assert [(b["number"], b["votes"], b["outcome"]) for b in former["ballots"]] == [
        (1, {"BRA": 2, "JAM": 2}, "tie"),
        (2, {"BRA": 2, "JAM": 1}, "elected"),
    ]
    assert former["nominations"][0]["seconded_by"] == ["URY"]
    assert former["nominations"][2]["withdrawn_at"] is not None
    assert (current["elected"], current["superseded_at"]) == (None, None)
    assert current["ballots"][0]["against"] == 3
    assert (following["method"], following["held_in"]) == ("acclamation", ["plenary"])


def test_a_host_offer_is_with_its_election(elected: Play) -> None:
    """PRACTICE section 2, row viii."""
    (offer,) = rows(elected)[2]["host_offers"]
    assert (offer["delegation"], offer["offer"]) == ("JAM", "=Kingston [bold]")
    assert offer["accepted_at"] is not None


def test_the_quorum_at_the_time_is_kept(convene: Callable[..., Play]) -> None:
    """PRACTICE section 2, row iii: quorum at that time."""
    rules = {"quorum_to_decide": 3, "check_in_required": False}
    play = convene({"elections": ELECTIONS, "rules": rules})
    play.act("check_in", delegation="BRA")
    play.act("nominate", election="chair", delegation="BRA", nominated_by="CHL")
    play.act("acclaim", election="chair", insist=True)
    play.act("check_in", delegation="CHL")
    assert [(row["present"], row["needed"]) for row in rows(play)] == [(1, 3), (None, None)]
    assert "by acclamation. Delegations present: 1; quorum: 3." in paragraphs(play)


def test_an_office_that_nobody_was_nominated_for_is_a_row_and_no_paragraph(
    convene: Callable[..., Play],
) -> None:
    play = convene({"elections": ELECTIONS})
    assert [row["elected"] for row in rows(play)] == [None, None]
    assert "Election of" not in paragraphs(play)


def test_the_text_reads_as_minutes(elected: Play) -> None:
    text = paragraphs(elected)
    assert (
        "Election of the Chair. The Delegation of Chile, seconded by the Delegation of Uruguay, "
        "nominated Brazil. The Delegation of Uruguay nominated Jamaica. The Delegation of Jamaica "
        "nominated Uruguay. The nomination of Uruguay was withdrawn. "
        "Ballot 1: Brazil 2, Jamaica 2; abstentions: 0; invalid: 0 (3 needed: a majority of the "
        "votes for candidates). No one was elected. Ballot 2: Brazil 2, Jamaica 1; abstentions: 1; "
        "invalid: 0 (2 needed: a majority of the votes for candidates). "
        "The Delegation of Brazil was elected Chair by vote. "
        "The election was reopened; this result is superseded. "
        "Election of the Chair. The Delegation of Brazil nominated Chile. "
        "Ballot 1: Chile 1 in favour, 3 against; abstentions: 0; invalid: 0 (3 needed: a majority "
        "of those voting). No one was elected."
    ) in text
    assert (
        "Election of the Next Chair. The Delegation of Chile, seconded by the Delegations of "
        "Brazil and Uruguay, nominated Jamaica. "
        "The Delegation of Jamaica was elected Next Chair by acclamation. "
        "The Delegation of Jamaica offered to host the next meeting (=Kingston [bold]); "
        "the offer was accepted."
    ) in text
    assert "secret" not in text
    assert "Nothing has been recorded yet." not in text
