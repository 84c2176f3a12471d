"""What the chair can say on a point of order, a ruling and an appeal, and at an adjournment."""

from __future__ import annotations

from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.point import last_ruled
from tipfloor.standing.chair.names import name, of
from tipfloor.standing.chair.said import Part, Said, so
from tipfloor.words import say
from tipfloor.words.offered import ruling_text
from tipfloor.words.when import Announced


def of_orders(meeting: Meeting) -> Said:
    """Return the chair's words on what is pending, or was decided last; none where nothing is."""
    if meeting.appealed and meeting.appealed.appeal:
        by = name(meeting, meeting.appealed.appeal.delegation)
        return (Part(say("chair.appeal", delegation=by), 1), Part(say("chair.appeal_question")))
    if meeting.points:
        return so(say("chair.point", delegation=name(meeting, meeting.points[0].delegation)))
    return _decided(meeting)


def of_standstill(meeting: Meeting) -> str:
    """Return the chair's words while the meeting is suspended or adjourned."""
    resumes = meeting.suspension.resumes if meeting.suspension else None
    if resumes:
        until = "chair.adjourned_until" if meeting.adjourned else "chair.suspended_until"
        return say(until, resumes=Announced(resumes))
    return say("chair.adjourned" if meeting.adjourned else "chair.suspended")


def _decided(meeting: Meeting) -> Said:
    """Return the last vote or ruling, as long as nothing else has happened since."""
    point = last_ruled(meeting.raised)
    if point is None or point.ruling is None:
        return ()
    appeal = point.appeal
    if appeal and appeal.taken.tally and appeal.voted_at == meeting.latest:
        low, high = sorted(appeal.taken.tally[:2])
        told = say(f"chair.ruling_{appeal.outcome}", high=high, low=low)
        return (Part(told), *_going_on(meeting))
    if point.ruled_at != meeting.latest:
        return ()
    by, ruling = name(meeting, point.delegation), ruling_text(point.ruling)
    return (Part(say("chair.ruling", delegation=by, ruling=ruling)), *_going_on(meeting))


def _going_on(meeting: Meeting) -> Said:
    """Return the words that let whoever was interrupted go on."""
    speaker = meeting.speaker
    if speaker is None or speaker.pause is None:
        return ()
    return (Part(of("chair.goes_on", meeting, speaker.entry.delegation), 1),)
