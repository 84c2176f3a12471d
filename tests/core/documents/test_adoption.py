"""Documents: revised, amended, adopted by consensus or vote, reserved on, reopened."""

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.commands.act_reading import act_of_words
from tipfloor.core.state.document import (
    Document,
    find_document,
    open_document_reservations,
    undecided_documents,
)

Session = Callable[..., Desk]


def item(desk: Desk, code: str = "plan") -> Document:
    found = find_document(desk.meeting, code)
    assert found is not None
    return found


def code(desk: Desk, kind: str, **fields: object) -> str:
    before = desk.meeting.documents
    refused = desk.refused(kind, **{"document": "plan", **fields})
    assert desk.meeting.documents == before
    return refused.code


def test_agenda_and_schedule_are_adopted_by_document_number(session: Session) -> None:
    """PRACTICE section 2, row iii."""
    desk = session()
    for name in ("agenda", "schedule"):
        desk.tell("add_document", document=name, symbol=f"S/{name}", title=name.capitalize())
        desk.tell("adopt_document", document=name)
    assert [x.plan.code for x in undecided_documents(desk.meeting)] == ["plan"]
    assert item(desk, "agenda").plan.symbol == "S/agenda"
    assert code(desk, "add_document", document="new", symbol="S/agenda", title="A") == (
        "document_exists"
    )


def test_the_decision_keeps_symbol_revision_languages_and_method(session: Session) -> None:
    """PRACTICE section 2, row v."""
    desk = session()
    desk.tell("propose_amendment", document="plan", delegation="CHL", reference="1.2", text="New")
    desk.tell("propose_amendment", document="plan", delegation="MEX", reference="3", text="Old")
    assert desk.refused("adopt_document", document="plan").facts["amendments"] == "1, 2"
    desk.tell("settle_amendment", document="plan", number=1, outcome="adopted")
    desk.tell("withdraw_amendment", document="plan", number=2)
    assert code(desk, "withdraw_amendment", number=2) == "amendment_decided"
    desk.tell(
        "reserve", document="plan", delegation="DMA", recorded="footnote", reference="2", text="Why"
    )
    desk.tell("adopt_document", document="plan", method="vote", in_favour=5, against=2)
    decision = item(desk).decision
    assert decision is not None
    assert (decision.outcome, decision.taken.method) == ("adopted", "vote")
    assert decision.taken.tally.in_favour == 5
    assert (decision.revision, decision.languages) == (0, ("en", "es"))
    assert item(desk).missing_languages(("en", "es", "pt", "fr")) == ("pt", "fr")
    assert open_document_reservations(desk.meeting) == ()


def test_a_lost_quorum_asks(session: Session) -> None:
    """PRACTICE section 7, case 20: a decision asks."""
    desk = session(quorum_to_decide=3)
    assert code(desk, "adopt_document") == "no_quorum"
    desk.tell("adopt_document", document="plan", insist=True)
    decision = item(desk).decision
    assert decision is not None
    assert (decision.taken.present, decision.taken.needed) == (0, 3)


def test_a_reservation_after_adoption_leaves_it_standing(session: Session) -> None:
    """PRACTICE section 7, case 26."""
    desk = session()
    desk.tell("adopt_document", document="plan")
    before = item(desk).decision
    desk.tell("reserve", document="plan", delegation="CHL", reference="4")
    assert item(desk).decision == before
    assert open_document_reservations(desk.meeting)[0].reserved_by == ("CHL",)
    assert code(desk, "reserve", delegation="CHL", reference="4") == "document_reserved"
    desk.tell("withdraw_reservation", document="plan", delegation="CHL")
    assert open_document_reservations(desk.meeting) == ()
    assert code(desk, "withdraw_reservation", delegation="CHL") == "no_reservation"


def test_a_second_revision_supersedes_the_first(session: Session) -> None:
    """PRACTICE section 7, case 27: the decision keeps the revision."""
    desk = session()
    desk.tell("adopt_document", document="plan")
    assert code(desk, "issue_revision", revision=2) == "document_decided"
    assert code(desk, "adopt_document") == "document_decided"
    assert code(desk, "reopen_document") == "reason_missing"
    desk.tell("reopen_document", document="plan", reason="a slip")
    desk.tell("issue_revision", document="plan", revision=2, languages=["en"])
    assert code(desk, "issue_revision", revision=2) == "not_higher"
    desk.tell("adopt_document", document="plan")
    decision = item(desk).decision
    assert decision is not None
    assert (decision.revision, decision.languages) == (2, ("en",))
    assert [x.decision.revision for x in item(desk).superseded] == [0]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"document": "none"}, "unknown_document"),
        ({"method": "vote", "in_favour": 2, "against": 2}, "vote_not_carried"),
        ({"method": "vote", "in_favour": 900}, "too_many_votes"),
        ({"method": "vote"}, "votes_missing"),
        ({"in_favour": 3}, "votes_of_consensus"),
    ],
)
def test_what_is_no_adoption(session: Session, fields: dict[str, object], refusal: str) -> None:
    assert code(session(), "adopt_document", **fields) == refusal


def test_not_while_suspended_nor_elsewhere_without_a_reason(session: Session) -> None:
    desk = session()
    desk.tell("suspend")
    for kind in ("adopt_document", "reject_document", "defer_document", "reopen_document"):
        assert code(desk, kind) == "suspended"
    desk.tell("resume_meeting")
    desk.tell("end_session")
    desk.tell("next_moment")
    assert code(desk, "adopt_document") == "reason_missing"
    desk.tell("adopt_document", document="plan", reason="left over")


def test_deferred_or_rejected_and_undone(session: Session) -> None:
    desk = session()
    assert code(desk, "defer_document") == "reason_missing"
    desk.tell("defer_document", document="plan", reason="no instructions")
    assert code(desk, "defer_document", reason="again") == "document_deferred"
    desk.tell("reject_document", document="plan")
    assert code(desk, "adopt_document") == "document_decided"
    desk.tell("undo")
    assert item(desk).is_open
    desk.tell("adopt_document", document="plan")
    assert len(item(desk).superseded) == 1


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("issue-revision plan 2 en,es", {"revision": 2, "languages": ("en", "es")}),
        ("settle-amendment plan 1 adopted", {"number": 1, "outcome": "adopted"}),
        ("propose-amendment plan CHL 1.2 New", {"reference": "1.2", "text": "New"}),
        ("reserve plan MEX footnote 3", {"recorded": "footnote", "reference": "3"}),
    ],
)
def test_the_acts_read_well_as_words(words: str, fields: dict[str, object]) -> None:
    act = act_of_words(words.split())
    assert {name: getattr(act, name) for name in fields} == fields
