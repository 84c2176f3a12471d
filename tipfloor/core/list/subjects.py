"""What a remark on a moment's own business is on: a document, or a recommendation."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from tipfloor.core.ground.listed import moment_of
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.document import known_document
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import find_recommendation
from tipfloor.core.state.remark import Remark


def subject_of(
    meeting: Meeting, code: str, document: str | None, recommendation: int | None
) -> dict[str, Any]:
    """Return what an entry on a list is on, by the fields that keep it.

    Raises Refused where the meeting has no such thing, or the list is a session's, whose topic
    says what a remark is on.
    """
    if document is None and recommendation is None:
        return {}
    if moment_of(code) is None:
        raise Refused("subject_elsewhere", Rule.ORDER_OF_THE_LIST)
    if document is not None:
        return {"document": known_document(meeting, document).plan.code}
    found = find_recommendation(meeting, recommendation or 0)
    if found is None:
        given = str(recommendation)
        raise Refused("unknown_recommendation", Rule.RECOMMENDATIONS, given=given)
    return {"recommendation": found.number}


def proposed(meeting: Meeting, delegation: str, **subject: Any) -> Meeting:
    """Return the meeting in which whoever proposed an amendment speaks, or spoke last, on it.

    Its remark on the moment's own business is what the amendment was moved in; one that was said
    to be on another matter is left as it is.
    """
    last = meeting.floor or (meeting.remarks[-1] if meeting.remarks else None)
    if last is None or not _may_be_on(last, meeting, delegation, subject):
        return meeting
    kind = "amendment" if last.entry.kind == "remark" else last.entry.kind
    return meeting.with_remark(replace(last, entry=replace(last.entry, kind=kind, **subject)))


def _may_be_on(remark: Remark, meeting: Meeting, delegation: str, subject: dict[str, Any]) -> bool:
    entry = remark.entry
    own = remark.session is None and entry.is_remark and remark.was_spoken
    said = {"document": entry.document, "recommendation": entry.recommendation}
    unsaid = said == {"document": None, "recommendation": None}
    same = all(said[name] == value for name, value in subject.items())
    here = own and remark.moment == meeting.moment and entry.delegation == delegation
    return here and (unsaid or same)
