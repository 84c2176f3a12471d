"""What the chair can say of the document that is taken up next."""

from __future__ import annotations

from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.sections.documents import name_of, next_document
from tipfloor.words import say
from tipfloor.words.plain import plain


def document_sentence(meeting: Meeting) -> str:
    """Return the chair's question on the next document of the moment, empty where there is none."""
    item = next_document(meeting)
    if item is None:
        return ""
    if item.pending:
        return say("chair.amendment", number=item.pending[0], symbol=name_of(item))
    return say("chair.document", title=plain(item.plan.title), symbol=name_of(item))
