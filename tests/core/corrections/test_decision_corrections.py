"""Decisions corrected afterwards: the right value stands, the event keeps the former one."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.corrections.recounting import Corrected
from tipfloor.core.elections.offices import election_of
from tipfloor.core.state.document import find_document
from tipfloor.core.state.recommendation import find_recommendation

Session = Callable[..., Desk]
WHY = {"reason": "as the tellers noted"}


def correct(desk: Desk, kind: str, **fields: Any) -> dict[str, str]:
    """Correct something, and return what the event says of the former values."""
    [event] = desk.tell(kind, **fields, **WHY)
    assert isinstance(event, Corrected)
    assert event.reason == WHY["reason"]
    return event.before


@pytest.fixture
def adopted(session: Session) -> Desk:
    """A desk that adopted a document by 5 votes to 2, an amendment by 4 to 1."""
    desk = session()
    desk.tell("propose_amendment", document="plan", delegation="CHL", reference="1.2", text="New")
    votes = {"method": "vote", "in_favour": 4, "against": 1}
    desk.tell("settle_amendment", document="plan", number=1, outcome="adopted", **votes)
    desk.tell("adopt_document", document="plan", method="vote", in_favour=5, against=2)
    return desk


@pytest.fixture
def recommended(session: Session) -> Desk:
    """A desk that adopted recommendation 1 alone by a vote, 2 and 3 as a block by another."""
    desk = session()
    for text in ("One", "Two", "Three", "Four"):
        desk.tell("add_recommendation", text=text)
    votes = {"method": "vote", "in_favour": 5, "against": 2, "reason": "in this moment"}
    desk.tell("approve_recommendation", number=1, **votes)
    desk.tell("approve_block", numbers=["2-3"], **votes)
    return desk


def test_the_votes_and_the_symbol_of_an_adopted_document(adopted: Desk) -> None:
    """PRACTICE section 5: a correction is a new entry, and the old value is kept."""
    before = correct(adopted, "correct_document", document="plan", in_favour=6, symbol="S/2")
    found = find_document(adopted.meeting, "plan")
    assert found is not None
    assert found.decision is not None
    assert before.keys() == {"symbol", "in_favour"}
    assert before["in_favour"] == "5"
    assert (found.plan.symbol, found.decision.taken.tally.in_favour, found.decision.corrected) == (
        "S/2",
        6,
        True,
    )


def test_an_amendment_and_its_votes(adopted: Desk) -> None:
    before = correct(adopted, "correct_amendment", document="plan", number=1, text="Newer")
    assert before == {"text": "New"}
    before = correct(adopted, "correct_amendment", document="plan", number=1, against=0)
    assert before == {"against": "1"}
    found = find_document(adopted.meeting, "plan")
    amendment = found.amendment(1) if found else None
    assert amendment is not None
    assert amendment.decision is not None
    assert (amendment.text, amendment.decision.taken.tally.against) == ("Newer", 0)


def test_votes_taken_for_a_consensus_and_the_other_way_round(adopted: Desk) -> None:
    correct(adopted, "correct_document", document="plan", method="consensus")
    found = find_document(adopted.meeting, "plan")
    assert found is not None
    assert found.decision is not None
    assert (found.decision.taken.method, found.decision.taken.tally) == ("consensus", None)
    before = correct(adopted, "correct_document", document="plan", method="vote", in_favour=3)
    assert before == {"method": "consensus", "in_favour": "", "against": "", "abstaining": ""}


def test_a_recommendation_alone_and_the_votes_of_a_whole_block(recommended: Desk) -> None:
    meeting = recommended.meeting
    assert correct(recommended, "correct_recommendation", number=2, abstaining=1)["abstaining"]
    votes = [
        (item.decision.taken.tally.abstaining, item.decision.corrected)
        for number in (1, 2, 3)
        if (item := find_recommendation(recommended.meeting, number)) and item.decision
    ]
    assert votes == [(0, False), (1, True), (1, True)]
    correct(recommended, "correct_recommendation", number=1, text="One, as read out")
    found = find_recommendation(recommended.meeting, 1)
    assert found is not None
    assert (found.text, found.fate) == ("One, as read out", "adopted")
    recommended.tell("undo")
    recommended.tell("undo")
    assert recommended.meeting.recommendations == meeting.recommendations


def test_the_figures_of_a_ballot(convene: Session) -> None:
    desk = convene(quorum_to_vote=0)
    desk.tell("next_moment")
    for code in ("MEX", "CHL"):
        desk.tell("nominate", election="chair", delegation=code, nominated_by="JAM")
    desk.tell("ballot", election="chair", ballots=["MEX=2", "CHL=2"])
    desk.tell("ballot", election="chair", ballots=["MEX=4", "CHL=2"])
    before = correct(desk, "correct_ballot", election="chair", ballots=["CHL=1"], invalid=1)
    assert before == {"votes": "MEX=4, CHL=2", "invalid": "0"}
    first, last = election_of(desk.meeting, "chair").ballots
    assert (first.corrected, last.corrected, last.votes) == (
        False,
        True,
        (("MEX", 4), ("CHL", 1)),
    )
    held_in = election_of(desk.meeting, "chair").moments
    for ballots in (["CHL=4"], ["CHL=9"]):
        refused = desk.refused("correct_ballot", election="chair", ballots=ballots, **WHY)
        assert refused.code in ("other_outcome", "too_many_votes")
    assert desk.refused("correct_ballot", election="chair", ballots=["BRA=1"], **WHY).code == (
        "no_ballots_for"
    )
    assert desk.refused("correct_ballot", election="chair", number=3, **WHY).code == "no_ballot"
    desk.tell("next_moment")
    correct(desk, "correct_ballot", election="chair", number=1, abstaining=1)
    assert election_of(desk.meeting, "chair").moments == held_in


def test_a_ruling_and_the_vote_on_its_appeal(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.tell("point_of_order", delegation="MEX")
    assert desk.refused("correct_ruling", number=1, ruling="x", **WHY).code == "not_ruled"
    desk.tell("rule_on_point", ruling="not sustained")
    refused = desk.refused("correct_ruling", number=1, against=1, **WHY)
    assert refused.code == "no_vote_taken"
    desk.tell("appeal", delegation="MEX")
    desk.tell("vote_on_appeal", in_favour=5, against=2, abstaining=1)
    before = correct(desk, "correct_ruling", number=1, ruling="overruled", in_favour=4)
    assert before == {"ruling": "not sustained", "in_favour": "5"}
    (point,) = desk.meeting.raised
    assert point.appeal is not None
    assert (point.ruling, point.appeal.taken.tally.in_favour, point.corrected) == (
        "overruled",
        4,
        True,
    )
    assert desk.refused("correct_ruling", number=1, in_favour=1, **WHY).code == "other_outcome"
    assert desk.refused("correct_ruling", number=2, ruling="x", **WHY).code == "no_point"


def test_a_correction_is_corrected_and_undone(adopted: Desk) -> None:
    """PRACTICE section 5: undo and correction are new entries."""
    correct(adopted, "correct_document", document="plan", in_favour=6)
    assert correct(adopted, "correct_document", document="plan", in_favour=4) == {"in_favour": "6"}

    def votes() -> int | None:
        found = find_document(adopted.meeting, "plan")
        return found.decision.taken.tally.in_favour if found and found.decision else None

    assert votes() == 4
    adopted.tell("undo")
    assert votes() == 6
    adopted.tell("undo")
    assert votes() == 5
    adopted.tell("undo")
    assert votes() is None


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        ("correct_document", {"document": "plan", "in_favour": 5}, "nothing_changed"),
        ("correct_document", {"document": "plan", "in_favour": 2}, "other_outcome"),
        ("correct_document", {"document": "plan", "in_favour": 999}, "too_many_votes"),
        ("correct_document", {"document": "none", "in_favour": 5}, "unknown_document"),
        (
            "correct_document",
            {"document": "plan", "in_favour": 5, "method": "consensus"},
            "votes_of_consensus",
        ),
        (
            "correct_amendment",
            {"document": "plan", "number": 2, "text": "x"},
            "unknown_amendment",
        ),
        ("correct_recommendation", {"number": 9, "text": "x"}, "unknown_recommendation"),
    ],
)
def test_what_cannot_be_corrected(
    adopted: Desk, kind: str, fields: dict[str, Any], code: str
) -> None:
    before = adopted.meeting
    assert adopted.refused(kind, **fields, **WHY).code == code
    assert adopted.meeting.documents == before.documents


def test_without_a_reason_or_a_decision_no_document_is_corrected(adopted: Desk) -> None:
    assert adopted.refused("correct_document", document="plan", in_favour=6).code == (
        "reason_missing"
    )
    adopted.tell("reopen_document", document="plan", reason="x")
    assert adopted.refused("correct_document", document="plan", title="x", **WHY).code == (
        "document_open"
    )


def test_without_a_vote_there_are_no_votes_to_correct(recommended: Desk) -> None:
    assert recommended.refused("correct_recommendation", number=4, text="x", **WHY).code == (
        "still_undecided"
    )
    recommended.tell("defer_recommendation", number=4, reason="x")
    refused = recommended.refused("correct_recommendation", number=4, in_favour=1, **WHY)
    assert refused.code == "no_vote_taken"


def test_a_correction_of_a_decision_that_was_undone_changes_nothing(adopted: Desk) -> None:
    [event] = adopted.tell("correct_document", document="plan", symbol="S/2", **WHY)
    adopted.tell("reopen_document", document="plan", reason="to be voted again")
    undecided = adopted.meeting
    assert event.apply(undecided) == undecided
