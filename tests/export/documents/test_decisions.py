"""Decisions on documents in the exports: rows for machines, sentences for minutes."""

import json
from collections.abc import Callable

from tests.helpers.play import Play
from tests.helpers.scopes import TIMES
from tipfloor.export import export


def test_a_decision_in_both_forms(in_session: Callable[..., Play]) -> None:
    """PRACTICE section 2, row v, and section 7, cases 26 and 27."""
    play = in_session()
    play.act("add_document", document="plan", symbol="R/doc.3", title="Work Plan", languages=["en"])
    play.act("issue_revision", document="plan", revision=2)
    play.act("propose_amendment", document="plan", delegation="CHL", reference="1.2", text="=x()")
    play.act("settle_amendment", document="plan", number=1, outcome="rejected")
    play.wait(1)
    play.act("adopt_document", document="plan", method="vote", in_favour=3, against=1)
    play.act("reserve", document="plan", delegation="URY", reference="2", text="Its [bold] law.")
    amended, adopted = json.loads(export(play.proceedings, "json"))["decisions"]
    assert (amended["what"], amended["outcome"], amended["text"]) == (
        "amendment",
        "rejected",
        "=x()",
    )
    assert (adopted["number"], adopted["symbol"], adopted["revision"]) == (2, "R/doc.3", 2)
    assert adopted["votes"] == {"in_favour": 3, "against": 1, "abstaining": 0}
    assert (adopted["majority"], adopted["votes_needed"]) == ("members", 3)
    assert adopted["languages"] == ["en"]
    assert [x["delegation"] for x in adopted["reservations"]] == ["URY"]
    text = " ".join(export(play.proceedings, "text", TIMES).decode().split())
    assert (
        "Amendment 1 (1.2) to the Work Plan (R/doc.3 rev. 2), proposed by the Delegation of Chile, "
        "was rejected by consensus. The meeting adopted the Work Plan (R/doc.3 rev. 2) by a vote: "
        "3 in favour, 1 against, 0 abstaining (3 needed: a majority of the members). Reservation "
        "by the Delegation of Uruguay on the Work Plan (2): Its [bold] law."
    ) in text


def test_a_superseded_decision_is_told_as_such(in_session: Callable[..., Play]) -> None:
    play = in_session()
    play.act("add_document", document="plan", symbol="R/doc.3", title="Work Plan")
    play.act("adopt_document", document="plan")
    play.act("reopen_document", document="plan", reason="kept inside")
    [row] = json.loads(export(play.proceedings, "json"))["decisions"]
    assert row["superseded_at"]
    text = export(play.proceedings, "text", TIMES).decode()
    assert "no longer holds" in " ".join(text.split())
    assert "kept inside" not in text
