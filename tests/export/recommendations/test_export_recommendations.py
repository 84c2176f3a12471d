"""The recommendations as secretariats write them, and as machines read them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.play import PLAN, Play
from tests.helpers.scopes import TIMES
from tipfloor.export import export

Convene = Callable[..., Play]

MOMENTS = [
    *PLAN["meeting"]["order_of_moments"],
    "approval",
]


@pytest.fixture
def play(convene: Convene) -> Play:
    """Begin a meeting at the approval of nine recommendations."""
    rows = [{"number": n, "text": f"Text {n}."} for n in range(1, 10)]
    moment = {"code": "approval", "kind": "recommendations", "title": "Approval"}
    found = convene(
        {
            "meeting": {**PLAN["meeting"], "order_of_moments": MOMENTS},
            "moments": [*PLAN["moments"], moment],
            "recommendations": rows,
        }
    )
    found.act("go_to_moment", moment="approval", reason="straight to it")
    return found


def minutes(play: Play) -> str:
    """Return what the text says of the moment, its lines joined."""
    text = export(play.proceedings, "text", TIMES).decode()
    told = text.partition("III. Approval\n")[2].partition("\n\n")[0]
    return "\n".join(told.replace("\n  ", " ").split("\n")[1:])


def told(play: Play) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(export(play.proceedings, "json"))["recommendations"]
    return rows


def test_the_minutes_of_row_vii(play: Play) -> None:
    """PRACTICE section 2, row vii, and section 7, case 26."""
    play.act("amend_recommendation", number=3, text="Another text.", delegation="CHL")
    play.act("approve_recommendation", number=3)
    play.wait(1)
    play.act("defer_recommendation", number=5, reason="kept inside")
    play.wait(1)
    play.act("approve_block", numbers=["1", "2", "4", "6-8"])
    play.act("reserve_recommendation", number=2, delegation="CHL")
    play.act("reserve_recommendation", number=6, delegation="BRA", statement="its constitution")
    play.act("set_regional_priority", number=3)
    assert minutes(play).splitlines() == [
        "Recommendation 3 was adopted as amended by consensus.",
        "Recommendation 5 was deferred.",
        "Recommendations 1, 2, 4 and 6 to 8 were adopted as a block by consensus.",
        "Prioritized regionally: Recommendation 3.",
        "Reservation by the Delegation of Chile on Recommendation 2.",
        "Reservation by the Delegation of Brazil on Recommendation 6: its constitution",
        "Recommendation 9 was not decided.",
        "Recommendation 1: Text 1.",
        "Recommendation 2: Text 2.",
        "Recommendation 3 (regional priority): Another text.",
        "Recommendation 4: Text 4.",
        "Recommendation 6: Text 6.",
        "Recommendation 7: Text 7.",
        "Recommendation 8: Text 8.",
    ]


def test_what_was_reopened_says_so_where_it_was_decided(play: Play) -> None:
    play.act("approve_block", numbers=["1-3"])
    play.wait(60)
    play.act("reopen_recommendation", number=2, reason="kept inside")
    play.act("reject_recommendation", number=2, method="vote", in_favour=1, against=3)
    play.act("withdraw_recommendation", number=9, delegation="URY")
    assert minutes(play).splitlines()[:4] == [
        "Recommendations 1 to 3 were adopted as a block by consensus.",
        "Recommendation 2 was taken up again later, and this decision on it no longer holds.",
        "Recommendation 2 was rejected by a vote: 1 in favour, 3 against, 0 abstaining "
        "(3 needed: a majority of the members).",
        "Recommendation 9 was withdrawn.",
    ]
    assert "kept inside" not in export(play.proceedings, "text", TIMES).decode()


def test_one_as_machines_read_it(play: Play) -> None:
    play.act("amend_recommendation", number=1, text="Better.", delegation="CHL")
    play.act("approve_block", numbers=["1-2"], method="vote", in_favour=3, against=1)
    play.act("set_regional_priority", number=1)
    play.act("reserve_recommendation", number=1, delegation="URY")
    play.wait(5)
    play.act("unreserve_recommendation", number=1, delegation="URY")
    at = "2024-02-05T11:00:00.000-05:00"
    assert told(play)[0] == {
        "number": 1,
        "text": "Better.",
        "original_text": "Text 1.",
        "regional_priority": True,
        "fate": "adopted_as_amended",
        "decision": {
            "fate": "adopted_as_amended",
            "method": "vote",
            "votes": {"in_favour": 3, "against": 1, "abstaining": 0},
            "majority": "members",
            "votes_needed": 3,
            "present": 0,
            "needed": 0,
            "decided_at": at,
            "moment_code": "approval",
            "moment": "Approval",
            "block": [1, 2],
            "superseded_at": None,
            "corrected": False,
        },
        "amendments": [
            {"former_text": "Text 1.", "text": "Better.", "proposed_by": "CHL", "amended_at": at}
        ],
        "reservations": [
            {
                "delegation_code": "URY",
                "delegation": "Uruguay",
                "statement": None,
                "reserved_at": at,
                "withdrawn_at": "2024-02-05T11:00:05.000-05:00",
            }
        ],
        "superseded": [],
    }
    assert [row["fate"] for row in told(play)][1:3] == ["adopted", "undecided"]
    assert told(play)[2]["decision"] is None


def test_a_superseded_decision_is_kept(play: Play) -> None:
    play.act("approve_recommendation", number=1)
    play.wait(60)
    play.act("reopen_recommendation", number=1, reason="kept inside")
    [row] = told(play)[0]["superseded"]
    assert (row["fate"], row["superseded_at"]) == ("adopted", "2024-02-05T11:01:00.000-05:00")
    assert told(play)[0]["fate"] == "undecided"


def test_hostile_texts_stay_plain(play: Play) -> None:
    play.act("add_recommendation", text="=cmd() [bold]\u202e\x1b[31m")
    play.act("approve_recommendation", number=10)
    text = export(play.proceedings, "text", TIMES).decode()
    assert "Recommendation 10: =cmd() [bold]�[31m" in text
    assert "\x1b" not in text


def test_a_meeting_that_only_decided_has_recorded_something(play: Play) -> None:
    play.act("approve_block")
    assert "Nothing has been recorded" not in export(play.proceedings, "text", TIMES).decode()
