"""The board of the documents: symbol and revision, languages, what was decided, who reserved."""

from __future__ import annotations

from collections.abc import Sequence

from tipfloor.core.state.document import Document, documents_here
from tipfloor.core.state.taken import Taken
from tipfloor.standing.line import Line, Lines, Role
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.sections.tallies import with_needed
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain

SIGNS: dict[str, tuple[str, Role]] = {
    "open": ("○", "quiet"),
    "reopened": ("↻", "caution"),
    "adopted": ("✓", "good"),
    "rejected": ("✗", "bad"),
    "deferred": ("\u2013", "caution"),
}
"""The sign of each state and its role; each sign is one cell."""


def board(outlook: Outlook, width: int) -> Lines:
    """Return the documents of the current moment, two lines each."""
    here = documents_here(outlook.meeting)
    working = outlook.meeting.plan.languages
    return tuple(line for item in here for line in _lines(item, width, working))


def name_of(item: Document) -> str:
    """Return symbol and revision, as a decision names the document."""
    key = "documents.name_revised" if item.revision else "documents.name"
    return say(key, symbol=plain(item.plan.symbol), revision=item.revision)


def state_of(item: Document) -> str:
    """Return what became of it, by a code that has words and a sign."""
    if item.decision is None:
        return "reopened" if item.reopened else "open"
    return item.decision.outcome


def _lines(item: Document, width: int, working: Sequence[str]) -> list[Line]:
    state = state_of(item)
    sign, role = SIGNS[state]
    head = Line.of((f"{sign} ", role), (name_of(item), "strong"))
    facts = [say(f"documents.state_{state}"), *_particulars(item, working)]
    return [
        head.truncated(width),
        Line.of(f"  {plain(item.plan.title)}").truncated(width),
        Line.of(("  " + " · ".join(facts), "quiet")).truncated(width),
    ]


def _particulars(item: Document, working: Sequence[str]) -> list[str]:
    found = []
    taken = item.decision.taken if item.decision else Taken()
    if taken.tally:
        found.append(with_needed("-".join(map(str, taken.tally)), taken.votes_needed))
    if item.pending:
        found.append(say("documents.pending", numbers=beside(map(str, item.pending))))
    if item.reserved_by:
        found.append(say("documents.reserved", codes=" ".join(item.reserved_by)))
    if missing := item.missing_languages(working):
        found.append(say("documents.missing", languages=" ".join(missing)))
    return found
