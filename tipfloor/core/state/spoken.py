"""The meeting as it is told in a language: all that was given in several languages, in that one."""

from __future__ import annotations

from msgspec.structs import replace

from tipfloor.core.plan.plan import Plan
from tipfloor.core.plan.programme import DocumentPlan, RecommendationPlan
from tipfloor.core.plan.translations import told_in
from tipfloor.core.state.document import Document
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import Recommendation


def spoken(meeting: Meeting, language: str) -> Meeting:
    """Return a meeting with its texts and names in a language, the first one's where it has none.

    It is for showing alone: what is decided and recorded is the meeting as it is kept.
    """
    plan = meeting.plan.spoken_in(language)
    if plan is meeting.plan:
        return meeting
    documents = meeting.documents.items()
    recommendations = meeting.recommendations.items()
    return meeting.having(
        plan=plan,
        documents={code: _document(item, plan, language) for code, item in documents},
        recommendations={
            number: _recommendation(item, meeting.plan, plan, language)
            for number, item in recommendations
        },
    )


def _document(item: Document, plan: Plan, language: str) -> Document:
    first = plan.first_language
    row: DocumentPlan = told_in(item.plan, language, first)
    amendments = tuple(told_in(made, language, first) for made in item.amendments)
    return replace(item, plan=row, amendments=amendments)


def _recommendation(
    item: Recommendation, recorded: Plan, plan: Plan, language: str
) -> Recommendation:
    amendments = tuple(told_in(made, language, plan.first_language) for made in item.amendments)
    before, after = (each.row("recommendations", str(item.number)) for each in (recorded, plan))
    draft = item.draft
    if isinstance(before, RecommendationPlan) and isinstance(after, RecommendationPlan):
        # A draft that was put right is no more the one that was translated.
        draft = after.text if before.text == draft else draft
    return replace(item, draft=draft, amendments=amendments)
