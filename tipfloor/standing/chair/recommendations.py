"""What the chair can say of the recommendations in their moment."""

from __future__ import annotations

from tipfloor.core.leading.open_business import lacks_recommendations, undecided_recommendation
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import recommendations
from tipfloor.standing.chair.decided import Business, just_decided
from tipfloor.standing.chair.names import name
from tipfloor.standing.chair.said import Part, Said, so
from tipfloor.words import say


def of_recommendations(meeting: Meeting) -> Business:
    """Return what was decided last on one, and the question on the next, in their moment."""
    if meeting.moment_plan.kind != "recommendations":
        return (), ()
    return _decided(meeting), _asked(meeting)


def _asked(meeting: Meeting) -> Said:
    item = undecided_recommendation(meeting)
    if item is None:
        return so(say("chair.no_recommendation")) if lacks_recommendations(meeting) else ()
    asked = so(say("chair.objections"))
    if codes := item.reserved_by:
        if len(codes) > 1:
            reserved = say("chair.recommendation_reserved_by_several", number=item.number)
        else:
            by = name(meeting, codes[0])
            reserved = say("chair.recommendation_reserved", number=item.number, delegation=by)
        return (Part(reserved, 1, say("chair.recommendation", number=item.number)), *asked)
    amended = item.fate_if_adopted == "adopted_as_amended"
    key = "chair.recommendation_amended" if amended else "chair.recommendation"
    return (Part(say(key, number=item.number)), *asked)


def _decided(meeting: Meeting) -> Said:
    for item in recommendations(meeting):
        what = say("chair.of_recommendation", number=item.number)
        if found := just_decided(meeting, item.decision, what, item.fate):
            return found
    return ()
