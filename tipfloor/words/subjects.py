"""What a remark on a moment's own business is on, in words."""

from __future__ import annotations

from tipfloor.core.plan.plan import Plan
from tipfloor.core.plan.programme import DocumentPlan
from tipfloor.core.state.entry import Entry
from tipfloor.words import say
from tipfloor.words.plain import plain


def session_title(title: str, topic: str) -> str:
    """Return a session by its title and topic, fit for a screen."""
    return say("desk.session", title=plain(title), topic=plain(topic))


def subject_title(entry: Entry, plan: Plan) -> str:
    """Return the title of the document, or the recommendation by its number; empty for neither."""
    return subject_named(entry.subject, plan)


def subject_symbol(entry: Entry, plan: Plan) -> str:
    """Return the symbol of the document, or the recommendation by its number."""
    return _told(entry.subject, plan, "symbol")


def subject_named(subject: str, plan: Plan) -> str:
    """Return the title of what was spoken on, given by kind and code as entries have it."""
    return _told(subject, plan, "title")


def _told(subject: str, plan: Plan, column: str) -> str:
    kind, _, code = subject.partition(":")
    if kind == "recommendation":
        return say("export.on_recommendation", number=code)
    row = plan.row("documents", code)
    return str(getattr(row, column)) if isinstance(row, DocumentPlan) else code
