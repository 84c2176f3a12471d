"""The documents in the minutes: decisions by document number, and what was put on record."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tipfloor.core.state.document import Document, DocumentDecision, documents
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.reservation import Reservation
from tipfloor.export.documents.decisions import DecisionMade, decisions_taken
from tipfloor.export.inline import closed
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.majorities import taken_text


def adopting(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give what a moment's minutes tell of the documents (PRACTICE section 2, rows iii and v)."""
    meeting = snapshot.meeting
    for _, taken in decisions_taken(snapshot):
        if taken.decision.moment == moment:
            yield _decided(taken, meeting)
    for item in documents(meeting):
        told_in = item.decision.moment if item.decision else item.plan.moment
        if told_in == moment:
            yield from (_on_record(kept, item, meeting) for kept in item.reservations)


def decided_in_force(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give the decisions of a moment that still hold, amendments among them."""
    for _, taken in decisions_taken(snapshot):
        if taken.decision.moment == moment and not taken.superseded_at:
            yield _decided(taken, snapshot.meeting, snapshot.own)


def decision_told(document: Document, decision: DocumentDecision, snapshot: Snapshot) -> str:
    """Return a decision on a document as a sentence."""
    return _decided(DecisionMade(decision, document), snapshot.meeting, snapshot.own)


def symbol_of(document: Document, revision: int) -> str:
    """Return the symbol of a document in one of its revisions."""
    key = "documents.name_revised" if revision else "documents.name"
    return say(key, symbol=document.plan.symbol, revision=revision)


def titled(document: Document, revision: int, own: Callable[[str], str] = str) -> str:
    """Return a document as minutes name it: title, symbol and revision.

    `own` marks its title where that is in another language.
    """
    key = "documents.titled_revision" if revision else "documents.titled"
    title = own(document.plan.title)
    return say(key, title=title, symbol=document.plan.symbol, revision=revision)


def _decided(taken: DecisionMade, meeting: Meeting, own: Callable[[str], str] = str) -> str:
    decision = taken.decision
    facts = {
        "document": titled(taken.document, decision.revision, own),
        "method": taken_text(decision.taken),
    }
    amendment = taken.document.amendment(taken.amendment) if taken.amendment else None
    if amendment:
        return say(
            f"documents.amendment_{decision.outcome}",
            number=amendment.number,
            reference=own(amendment.reference),
            delegation=meeting.plan.name_of(amendment.delegation),
            **facts,
        )
    told = say(f"documents.was_{decision.outcome}", **facts)
    return f"{told} {say('documents.superseded')}" if taken.superseded_at else told


def with_words(told: str, text: str) -> str:
    """Return what was put on record, with the words that were given for it, if any."""
    key = "documents.in_words" if text else "documents.without_words"
    return say(key, told=told, text=closed(text))


def _on_record(item: Reservation, document: Document, meeting: Meeting) -> str:
    where = say("documents.reference", reference=item.reference) if item.reference else ""
    told = say(
        f"documents.{item.kind}",
        delegation=meeting.plan.name_of(item.delegation),
        document=document.plan.title,
        where=where,
    )
    told = with_words(told, item.text or "")
    return f"{told} {say('documents.withdrawn')}" if item.withdrawn_at else told
