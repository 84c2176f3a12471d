"""The decisions on documents and their amendments as rows, in the order of time."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.document import Document, DocumentDecision, documents
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.reservation import Reservation
from tipfloor.export.deciding.cells import Votes, how
from tipfloor.export.list.unheard import moment_title
from tipfloor.export.narrowing import day_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.times import iso


class OnRecordRow(Struct, frozen=True):
    """A reservation, footnote or explanation; `withdrawn_at` is None while it stands."""

    delegation: str
    kind: str
    reference: str | None
    text: str | None
    recorded_at: str
    withdrawn_at: str | None


class DocumentDecisionRow(Struct, frozen=True):
    """One decision by codes; `reference` and `proposed_by` are those of an amendment."""

    number: int
    at: str
    moment_code: str
    moment: str
    document: str
    symbol: str
    revision: int
    title: str
    what: Literal["document", "amendment"]
    amendment: int | None
    reference: str | None
    proposed_by: str | None
    text: str | None
    outcome: str
    method: str | None
    votes: Votes | None
    majority: str | None
    votes_needed: int | None
    present: int
    needed: int
    languages: tuple[str, ...]
    superseded_at: str | None
    corrected: bool
    reservations: tuple[OnRecordRow, ...]


class DecisionMade(Struct, frozen=True):
    """A decision with its document, and the number of the amendment that it was about if any."""

    decision: DocumentDecision
    document: Document
    amendment: int | None = None
    superseded_at: Instant | None = None


def decisions_taken(snapshot: Snapshot) -> list[tuple[int, DecisionMade]]:
    """Return the decisions of the chosen part, each by its number in the whole meeting."""
    part, meeting = snapshot.scope.part, snapshot.meeting
    here = {document.code for document in meeting.plan.documents}
    return [
        (number, taken)
        for number, taken in enumerate(_every(snapshot.whole), start=1)
        if taken.document.plan.code in here and part.has_day(day_of(taken.decision.at, meeting))
    ]


def _every(meeting: Meeting) -> list[DecisionMade]:
    """Return every decision on a document or an amendment in the order of time."""
    found: list[DecisionMade] = []
    for item in documents(meeting):
        made = (DecisionMade(x.decision, item, x.number) for x in item.amendments if x.decision)
        found += made
        found += (DecisionMade(x.decision, item, superseded_at=x.at) for x in item.superseded)
        if item.decision:
            found.append(DecisionMade(item.decision, item))
    return sorted(found, key=lambda taken: taken.decision.at.utc)


def decision_rows(snapshot: Snapshot) -> list[DocumentDecisionRow]:
    """Return a row for each decision, numbered from 1."""
    return [_row(n, taken, snapshot.meeting) for n, taken in decisions_taken(snapshot)]


def _row(number: int, taken: DecisionMade, meeting: Meeting) -> DocumentDecisionRow:
    decision, document = taken.decision, taken.document
    amendment = document.amendment(taken.amendment) if taken.amendment else None
    kept = () if amendment else document.reservations
    return DocumentDecisionRow(
        number=number,
        at=iso(decision.at, meeting.plan.zone),
        moment_code=decision.moment,
        moment=moment_title(meeting, decision.moment),
        document=document.plan.code,
        symbol=document.plan.symbol,
        revision=decision.revision,
        title=document.plan.title,
        what="amendment" if amendment else "document",
        amendment=taken.amendment,
        reference=amendment.reference if amendment else None,
        proposed_by=amendment.delegation if amendment else None,
        text=amendment.text if amendment else None,
        outcome=decision.outcome,
        languages=decision.languages,
        superseded_at=_at(taken.superseded_at, meeting),
        corrected=decision.corrected,
        reservations=tuple(_on_record(item, meeting) for item in kept),
        **how(decision.taken),
    )


def _on_record(item: Reservation, meeting: Meeting) -> OnRecordRow:
    return OnRecordRow(
        delegation=item.delegation,
        kind=item.kind,
        reference=item.reference,
        text=item.text,
        recorded_at=iso(item.at, meeting.plan.zone),
        withdrawn_at=_at(item.withdrawn_at, meeting),
    )


def _at(at: Instant | None, meeting: Meeting) -> str | None:
    return iso(at, meeting.plan.zone) if at else None
