"""The decisions in force as one list: documents, and recommendations with their final text."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.state.document import Document, documents
from tipfloor.core.state.recommendation import ADOPTED, Recommendation, recommendations
from tipfloor.core.state.reservation import Reservation
from tipfloor.export.blocks import Block, Heading, Paragraph
from tipfloor.export.documents.adopting import decision_told, symbol_of, with_words
from tipfloor.export.inline import closed
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.majorities import taken_text


def decisions_told(snapshot: Snapshot) -> Iterator[Block]:
    """Give every decision that holds, each once, with the reservations on it as footnotes."""
    meeting = snapshot.meeting
    decided = [item for item in documents(meeting) if item.decision]
    adopted = [item for item in recommendations(meeting) if item.fate in ADOPTED]
    if not (decided or adopted):
        return
    yield Heading(1, say("publication.decisions"))
    if decided:
        yield Heading(2, say("publication.decisions_documents"))
        for document in decided:
            yield from _document(document, snapshot)
    if adopted:
        yield Heading(2, say("publication.decisions_recommendations"))
        for item in adopted:
            yield from _recommendation(item, snapshot)


def _document(document: Document, snapshot: Snapshot) -> Iterator[Block]:
    decision = document.decision
    assert decision is not None
    text = decision_told(document, decision, snapshot)
    if decision.outcome == "adopted":
        symbol = symbol_of(document, decision.revision)
        text = f"{text} {say('publication.text_in', symbol=symbol)}"
    notes = [_note(item, snapshot) for item in document.reservations if not item.withdrawn_at]
    anchor = f"document-{document.plan.code}"
    yield Paragraph(text, numbered=True, notes=tuple(notes), anchor=anchor)
    for item in document.amendments:
        if decision.outcome == "adopted" and item.decision and item.decision.outcome == "adopted":
            facts = {"number": item.number, "reference": snapshot.own(item.reference)}
            told = say("publication.amended_text", text=closed(snapshot.own(item.text)), **facts)
            yield Paragraph(told, item=True)


def _recommendation(item: Recommendation, snapshot: Snapshot) -> Iterator[Block]:
    """Give its final text, paragraph by paragraph, and behind the last how it was adopted."""
    prior = item.regional_priority
    key = "recommendations.whole_priority" if prior else "recommendations.whole_plain"
    first, *others = snapshot.own_paragraphs(item.text)
    texts = [say(key, number=item.number, text=first), *others]
    assert item.decision is not None
    taken = "taken" if item.fate == "adopted" else "taken_as_amended"
    how = say(f"publication.{taken}", method=taken_text(item.decision.taken))
    texts[-1] = f"{closed(texts[-1])} {how}"
    notes = tuple(_note(made, snapshot) for made in item.reservations if not made.withdrawn_at)
    yield Paragraph(
        texts[0],
        numbered=True,
        notes=notes if not others else (),
        anchor=f"recommendation-{item.number}",
    )
    if others:
        yield from map(Paragraph, texts[1:-1])
        yield Paragraph(texts[-1], notes=notes)


def _note(item: Reservation, snapshot: Snapshot) -> str:
    reference = snapshot.own(item.reference or "")
    where = say("documents.reference", reference=reference) if item.reference else ""
    name = snapshot.meeting.plan.name_of(item.delegation)
    told = say(f"publication.note_{item.kind}", delegation=name, where=where)
    return with_words(told, snapshot.own(item.text) if item.text else "")
