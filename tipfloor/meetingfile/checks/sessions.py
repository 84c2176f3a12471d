"""The sessions against one another and the moments that hold them."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.meetingfile.alike import folded, with_nearest
from tipfloor.meetingfile.checks.twice import repeated
from tipfloor.meetingfile.draft import Draft
from tipfloor.meetingfile.fault import Finding
from tipfloor.words import say
from tipfloor.words.joining import beside


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield sessions that are twice, or held in a moment that the file does not have."""
    yield from repeated(draft.sessions, "code")
    yield from repeated(draft.sessions, "title", folded)
    codes = [moment.text("code") for moment in draft.moments]
    known = [code for code in codes if code]
    if not known or len(known) < len(codes):
        return
    for session in draft.sessions:
        moment = session.text("moment")
        if moment and moment not in known:
            words = say("faults.session_moment", code=moment, moments=beside(known))
            yield session.at("moment"), with_nearest(words, moment, known)
