"""What the chair can say of the documents of the moment."""

from __future__ import annotations

from tipfloor.core.leading.open_business import amended_document, undecided_document
from tipfloor.core.state.document import documents_here
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.chair.decided import Business, just_decided
from tipfloor.standing.chair.said import Part, Said, so
from tipfloor.standing.sections.documents import name_of
from tipfloor.words import say
from tipfloor.words.plain import plain


def of_documents(meeting: Meeting) -> Business:
    """Return what was decided last on a document, and the question on the one that is next."""
    return _decided(meeting), _asked(meeting)


def _asked(meeting: Meeting) -> Said:
    if item := amended_document(meeting):
        return so(say("chair.amendment", number=item.pending[0], symbol=name_of(item)))
    found = undecided_document(meeting)
    if found is None:
        return ()
    facts = {"title": plain(found.plan.title), "symbol": name_of(found)}
    short = say("chair.document_short", **facts)
    return (Part(say("chair.document", **facts), 1, short),)


def _decided(meeting: Meeting) -> Said:
    for item in documents_here(meeting):
        what = say("chair.of_document", symbol=name_of(item))
        outcome = item.decision.outcome if item.decision else ""
        if found := just_decided(meeting, item.decision, what, outcome):
            return found
        for amendment in item.amendments:
            what = say("chair.of_amendment", number=amendment.number)
            fate = amendment.decision.outcome if amendment.decision else ""
            if found := just_decided(meeting, amendment.decision, what, fate):
                return found
    return ()
