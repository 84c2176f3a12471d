"""A decision on a document or an amendment corrected: its names, its text, its tally."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta
from msgspec.structs import replace

from tipfloor.core.corrections.recounting import (
    Fields,
    Recounting,
    TallyCorrected,
    correction,
    figures_of,
)
from tipfloor.core.documents.adoption import OfDocument
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.programme import LongText, Symbol
from tipfloor.core.plan.translations import put_right
from tipfloor.core.state.document import (
    Document,
    DocumentAmendment,
    DocumentDecision,
    find_document,
    known_document,
    with_document,
)
from tipfloor.core.state.meeting import Meeting

CARRIED = {"adopted": True, "rejected": False}
"""The outcomes on which a meeting votes, and whether the vote carried the proposal."""


class DocumentCorrected(TallyCorrected, Event):
    """The decision on a document was corrected; the fields have the values that hold now."""

    version: ClassVar[int] = 3
    kind: Literal["document_corrected"] = "document_corrected"
    document: str
    title: str
    symbol: str
    revision: int

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the right values into the document and its decision, marked as corrected."""
        found = find_document(meeting, self.document)
        if found is None or found.decision is None:
            return meeting
        plan = put_right(found.plan, title=self.title, symbol=self.symbol)
        decision = self.put_right(found.decision, revision=self.revision)
        return with_document(meeting, replace(found, plan=plan, decision=decision))


class CorrectDocument(Recounting, OfDocument, Act):
    """Correct the decision on a document: title, symbol, revision, or the votes, for a reason."""

    asks = "ask.reason_correct"

    kind: Literal["correct_document"] = "correct_document"
    title: Text | None = None
    symbol: Symbol | None = None
    revision: Annotated[int, Meta(ge=0, le=100)] | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Correct it where that changes something and not the outcome (PRACTICE section 5)."""
        found = known_document(meeting, self.document)
        decision = found.decision
        if decision is None:
            raise Refused("document_open", Rule.ADOPTION, document=found.plan.title)
        carried = CARRIED.get(decision.outcome)
        majority = meeting.plan.rules.documents_majority
        former = _of(found, decision)
        given = {"title": self.title, "symbol": self.symbol, "revision": self.revision}
        later = {
            **former,
            **{name: value for name, value in given.items() if value is not None},
            **self.recounted(meeting, decision.taken, majority, carried=carried).flat,
        }
        of = {"at": now, "document": found.plan.code}
        return [correction(DocumentCorrected, of, former, later, self.reason)]


class AmendmentCorrected(TallyCorrected, Event):
    """An amendment and the decision on it were corrected."""

    version: ClassVar[int] = 3
    kind: Literal["amendment_corrected"] = "amendment_corrected"
    document: str
    number: int
    reference: str
    text: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the right values into the amendment."""
        found = find_document(meeting, self.document)
        amendment = found.amendment(self.number) if found else None
        if found is None or amendment is None or amendment.decision is None:
            return meeting
        right = replace(
            put_right(amendment, text=self.text),
            reference=self.reference,
            decision=self.put_right(amendment.decision),
        )
        others = (right if item is amendment else item for item in found.amendments)
        return with_document(meeting, replace(found, amendments=tuple(others)))


class CorrectAmendment(Recounting, OfDocument, Act):
    """Correct an amendment that was settled: reference, text, or the votes, for a reason."""

    asks = "ask.reason_correct"

    kind: Literal["correct_amendment"] = "correct_amendment"
    number: Annotated[int, Meta(ge=1, le=1000)]
    reference: Text | None = None
    text: LongText | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Correct it where that changes something and not the outcome."""
        found = known_document(meeting, self.document)
        amendment, decision = _settled(found, self.number)
        carried = CARRIED.get(decision.outcome)
        majority = meeting.plan.rules.documents_majority
        former = {
            "reference": amendment.reference,
            "text": amendment.text,
            **figures_of(decision.taken),
        }
        later = {
            "reference": self.reference or amendment.reference,
            "text": self.text or amendment.text,
            **self.recounted(meeting, decision.taken, majority, carried=carried).flat,
        }
        of = {"at": now, "document": found.plan.code, "number": self.number}
        return [correction(AmendmentCorrected, of, former, later, self.reason)]


def _settled(found: Document, number: int) -> tuple[DocumentAmendment, DocumentDecision]:
    amendment = found.amendment(number)
    if amendment is None or amendment.decision is None:
        title = found.plan.title
        raise Refused("unknown_amendment", Rule.ADOPTION, document=title, amendment=number)
    return amendment, amendment.decision


def _of(found: Document, decision: DocumentDecision) -> Fields:
    return {
        "title": found.plan.title,
        "symbol": found.plan.symbol,
        "revision": decision.revision,
        **figures_of(decision.taken),
    }
