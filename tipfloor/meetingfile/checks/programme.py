"""The business of the moments: addresses, elections, documents and recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.meetingfile.alike import with_nearest
from tipfloor.meetingfile.checks.twice import repeated
from tipfloor.meetingfile.draft import Draft, Row
from tipfloor.meetingfile.fault import Finding
from tipfloor.words import say
from tipfloor.words.joining import beside


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield what stands twice, and moments and delegations that the file does not have."""
    for rows in (draft.addresses, draft.elections, draft.documents):
        yield from repeated(rows, "code")
    yield from repeated(draft.recommendations, "number")
    yield from _moments(draft)
    yield from _delegations(draft)


def _moments(draft: Draft) -> Iterator[Finding]:
    known = _known(draft.moments)
    for row in (*draft.addresses, *draft.elections, *draft.documents):
        moment = row.text("moment")
        if known and moment and moment not in known:
            words = say("faults.session_moment", code=moment, moments=beside(known))
            yield row.at("moment"), with_nearest(words, moment, known)


def _delegations(draft: Draft) -> Iterator[Finding]:
    known = _known(draft.delegations)
    for row in (draft.presiding, *draft.addresses):
        code = row.text("delegation")
        if known and code and code not in known:
            yield row.at("delegation"), with_nearest(say("faults.unseated", code=code), code, known)


def _known(rows: tuple[Row, ...]) -> list[str]:
    """Return the codes of tables, none where one of them is at fault."""
    codes = [row.text("code") for row in rows]
    known = [code for code in codes if code]
    return known if len(known) == len(codes) else []
