"""What the chair can say of the recommendation that is taken up next."""

from __future__ import annotations

from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.sections.recommendations import next_recommendation
from tipfloor.words import say
from tipfloor.words.plain import plain


def recommendation_sentence(meeting: Meeting) -> str:
    """Return the chair's question in the moment of the recommendations, empty in any other."""
    item = next_recommendation(meeting)
    if meeting.moment_plan.kind != "recommendations" or item is None:
        return ""
    if codes := item.reserved_by:
        name = plain(meeting.plan.name_of(codes[0]))
        if len(codes) > 1:
            return say("chair.recommendation_reserved_by_several", number=item.number)
        return say("chair.recommendation_reserved", number=item.number, delegation=name)
    amended = item.fate_if_adopted == "adopted_as_amended"
    key = "chair.recommendation_amended" if amended else "chair.recommendation"
    return say(key, number=item.number)
