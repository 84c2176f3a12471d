"""The deeds of documents as a person does them, from the key of business on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.desk.desk_at_work import DeskAtWork, at_desk, real_plan, ruled
from tests.desk.recommendations.recommendation_cases import business
from tipfloor.core.state.document import Document, find_document

Case = Callable[[DeskAtWork], Awaitable[None]]

CASES: dict[str, Case] = {}
PLAN = "work-plan"


def case(function: Case) -> Case:
    CASES[function.__name__] = function
    return function


@asynccontextmanager
async def at_adoption(folder: Path, quorum: int = 0) -> AsyncIterator[DeskAtWork]:
    """Give a desk in the moment of the adoption of the Third Work Plan."""
    plan = ruled(real_plan(), quorum_to_decide=quorum, quorum_to_vote=quorum)
    async with at_desk(folder, plan=plan, session=None) as desk:
        desk.told("go_to_moment", moment="adoption", reason="a test")
        await desk.shows("V Adoption of the Third Work Plan")
        yield desk


def document(desk: DeskAtWork, code: str = PLAN) -> Document:
    found = find_document(desk.meeting, code)
    assert found is not None
    return found


def amended(desk: DeskAtWork) -> None:
    desk.told(
        "propose_amendment", document=PLAN, delegation="CHL", reference="paragraph 4", text="[b]"
    )


@case
async def adopt_document(desk: DeskAtWork) -> None:
    await desk.shows("○ RTP-VII/doc.3/24", "RTP-VII/doc.3/24: are there")
    await business(desk, "adopt_document")
    await desk.shows("Adopt RTP-VII/doc.3/24, Third Work Plan", "1 by consensus", "2 by a vote")
    await desk.keys("1")
    await desk.shows("✓ RTP-VII/doc.3/24", "adopted")
    decision = document(desk).decision
    assert decision is not None
    assert (decision.outcome, decision.taken.method) == ("adopted", "consensus")
    await business(desk, "adopt_document")
    await desk.shows("Adopt a document: which document?", "RTP-VII/doc.1/24")


@case
async def propose_amendment(desk: DeskAtWork) -> None:
    await business(desk, "propose_amendment")
    await desk.type("chile")
    await desk.type("paragraph [4]")
    await desk.type("Add: =cmd() and report.")
    await desk.shows("amendments 1", "Amendment 1 to")
    assert [item.reference for item in document(desk).amendments] == ["paragraph [4]"]


@case
async def settle_amendment(desk: DeskAtWork) -> None:
    amended(desk)
    await business(desk, "settle_amendment")
    await desk.shows("Amendment 1 by Chile (paragraph 4): [b]", "1 adopted", "3 withdrawn")
    await desk.keys("1")
    await desk.shows("1 by consensus")
    await desk.keys("1")
    await desk.until(lambda: not document(desk).pending)
    amended(desk)
    await business(desk, "settle_amendment")
    await desk.keys("3")
    await desk.until(lambda: not document(desk).pending)
    decided = [item.decision.outcome for item in document(desk).amendments if item.decision]
    assert decided == ["adopted", "withdrawn"]


@case
async def reserve_on_document(desk: DeskAtWork) -> None:
    await business(desk, "reserve_on_document")
    await desk.shows("1 a reservation", "2 a footnote")
    await desk.keys("1")
    await desk.type("mex")
    await desk.type("paragraph 7")
    await desk.shows("R: MEX")
    assert [item.reference for item in document(desk).reservations] == ["paragraph 7"]


@case
async def withdraw_reservation(desk: DeskAtWork) -> None:
    desk.told("reserve", document=PLAN, delegation="MEX")
    desk.app.desk.action_deed("withdraw_reservation")
    await desk.shows("Whose reservation is withdrawn?", "1 Mexico")
    await desk.keys("1")
    await desk.until(lambda: not document(desk).reserved_by)


@case
async def issue_revision(desk: DeskAtWork) -> None:
    await business(desk, "issue_revision")
    await desk.type("en, es")
    await desk.shows("RTP-VII/doc.3/24 rev. 1", "not in pt fr")
    assert (document(desk).revision, document(desk).languages) == (1, ("en", "es"))
    await business(desk, "issue_revision")
    await desk.type("klingon")
    await desk.shows("This cannot be read.")
    assert document(desk).revision == 1


@case
async def defer_document(desk: DeskAtWork) -> None:
    await business(desk, "defer_document")
    await desk.type("consultations")
    await desk.shows("deferred")
    assert document(desk).is_open


@case
async def reject_document(desk: DeskAtWork) -> None:
    await business(desk, "reject_document")
    await desk.keys("2")
    await desk.type("3 9 1")
    await desk.shows("✗ RTP-VII/doc.3/24", "3-9-1")


@case
async def reopen_document(desk: DeskAtWork) -> None:
    desk.told("adopt_document", document=PLAN)
    await business(desk, "reopen_document")
    await desk.type("a vote was asked for")
    await desk.shows("↻ RTP-VII/doc.3/24", "reopened")


@case
async def add_document(desk: DeskAtWork) -> None:
    desk.app.desk.action_deed("add_document")
    await desk.type("RTP-VII/doc.9/24")
    await desk.type("Annex [x]")
    await desk.shows("○ RTP-VII/doc.9/24", "Annex [x]")
