"""What the chair can say on a point of order, a ruling and an appeal, and at an adjournment."""

from __future__ import annotations

from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.point import last_ruled
from tipfloor.words import say
from tipfloor.words.plain import plain


def of_orders(meeting: Meeting) -> str:
    """Return the chair's words on what is pending, or was decided last; empty where nothing is."""
    if meeting.appealed and meeting.appealed.appeal:
        return say("chair.appeal", delegation=_name(meeting, meeting.appealed.appeal.delegation))
    if meeting.points:
        return say("chair.point", delegation=_name(meeting, meeting.points[0].delegation))
    return _decided(meeting)


def of_standstill(meeting: Meeting) -> str:
    """Return the chair's words while the meeting is suspended or adjourned."""
    if not meeting.adjourned or meeting.suspension is None:
        return say("chair.suspended")
    resumes = meeting.suspension.resumes
    if resumes:
        return say("chair.adjourned_until", resumes=plain(resumes))
    return say("chair.adjourned")


def _decided(meeting: Meeting) -> str:
    """Return the last vote or ruling, as long as nothing else has happened since."""
    point = last_ruled(meeting.raised)
    if point is None or point.ruling is None:
        return ""
    appeal = point.appeal
    if appeal and appeal.taken.tally and appeal.voted_at == meeting.latest:
        low, high = sorted(appeal.taken.tally[:2])
        return say(f"chair.ruling_{appeal.outcome}", high=high, low=low)
    if point.ruled_at != meeting.latest:
        return ""
    return say(
        "chair.ruling", delegation=_name(meeting, point.delegation), ruling=plain(point.ruling)
    )


def _name(meeting: Meeting, code: str) -> str:
    return plain(meeting.plan.name_of(code))
