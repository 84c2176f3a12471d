"""A document as it stands: its revision, its amendments, what was decided, who reserved on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.fields import InLanguages, Language
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.programme import DocumentPlan
from tipfloor.core.state.decision import Decided, Decision
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.reservation import Reservation

Outcome = Literal["adopted", "rejected", "deferred", "withdrawn"]
"""What was decided on a document or an amendment; only an amendment is withdrawn."""


class DocumentDecision(Decision, frozen=True, kw_only=True):
    """A decision on a document or an amendment: on which revision, in which languages."""

    outcome: Outcome
    revision: int
    languages: tuple[Language, ...]


class DocumentAmendment(Struct, frozen=True):
    """A proposed amendment by its number in the document; `reference` names the text meant."""

    worded: ClassVar[tuple[str, ...]] = ("text",)

    number: int
    delegation: str
    reference: str
    text: str
    at: Instant
    decision: DocumentDecision | None = None
    translations: InLanguages = {}


class Document(Decided[DocumentDecision], frozen=True):
    """One document: as planned, in its latest revision, with what has become of it."""

    plan: DocumentPlan
    revision: int
    languages: tuple[Language, ...]
    amendments: tuple[DocumentAmendment, ...] = ()
    reservations: tuple[Reservation, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it can still be decided; a deferred one can be taken up again."""
        return self.decision is None or self.decision.outcome == "deferred"

    @property
    def pending(self) -> tuple[int, ...]:
        """The numbers of the amendments that were neither settled nor withdrawn."""
        return tuple(item.number for item in self.amendments if item.decision is None)

    @property
    def reserved_by(self) -> tuple[str, ...]:
        """The delegations whose reservation stands, each once."""
        return tuple(dict.fromkeys(item.delegation for item in self.reservations if item.is_open))

    def missing_languages(self, working: Sequence[Language]) -> tuple[Language, ...]:
        """Return the languages of the meeting in which it is not available."""
        return tuple(item for item in working if item not in self.languages)

    def amendment(self, number: int) -> DocumentAmendment | None:
        """Find an amendment by its number."""
        return next((item for item in self.amendments if item.number == number), None)

    def settling(self, number: int, decision: DocumentDecision) -> Document:
        """Return it with an amendment decided."""
        changed = (
            replace(item, decision=decision) if item.number == number else item
            for item in self.amendments
        )
        return replace(self, amendments=tuple(changed))


def find_document(meeting: Meeting, code: str) -> Document | None:
    """Find a document of the plan, as it stands, by its code."""
    row = meeting.plan.row("documents", code)
    if not isinstance(row, DocumentPlan):
        return None
    return meeting.documents.get(code, Document(row, row.revision, row.languages))


def documents(meeting: Meeting) -> tuple[Document, ...]:
    """Return every document as it stands, in the order of the plan."""
    found = (find_document(meeting, row.code) for row in meeting.plan.documents)
    return tuple(item for item in found if item)


def documents_here(meeting: Meeting) -> list[Document]:
    """Return the documents that the plan has for the current moment, as they stand."""
    return [item for item in documents(meeting) if item.plan.moment == meeting.moment]


def next_document(meeting: Meeting) -> Document | None:
    """Return the one of this moment to be taken up next: undecided, else deferred."""
    opened = [item for item in documents_here(meeting) if item.is_open]
    return min(opened, key=lambda item: item.decision is not None, default=None)


def undecided_documents(meeting: Meeting) -> tuple[Document, ...]:
    """Return those that were neither adopted nor rejected nor deferred."""
    return tuple(item for item in documents(meeting) if item.decision is None)


def open_document_reservations(meeting: Meeting) -> tuple[Document, ...]:
    """Return those on which a reservation stands (PRACTICE section 2, row ix)."""
    return tuple(item for item in documents(meeting) if item.reserved_by)


def known_document(meeting: Meeting, code: str) -> Document:
    """Find a document by its code. Raises Refused."""
    found = find_document(meeting, code)
    if found is None:
        known = ", ".join(item.code for item in meeting.plan.documents)
        raise Refused("unknown_document", Rule.ADOPTION, given=code, known=known)
    return found


def open_document(meeting: Meeting, code: str) -> Document:
    """Find a document that can still be decided. Raises Refused."""
    found = known_document(meeting, code)
    if found.decision and not found.is_open:
        raise Refused(
            "document_decided",
            Rule.ADOPTION,
            document=found.plan.title,
            fate=found.decision.outcome,
        )
    return found


def with_document(meeting: Meeting, changed: Document) -> Meeting:
    """Return the meeting with a document's newer value."""
    return meeting.having(documents={**meeting.documents, changed.plan.code: changed})
