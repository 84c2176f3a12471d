"""Steps of the course: sessions and moments in their order, suspension, closure, the record."""

from __future__ import annotations

from tipfloor.core.floor.addresses import reports_to_come
from tipfloor.core.ground.instant import Instant
from tipfloor.core.leading.step import Step, step
from tipfloor.core.plan.plan import SessionPlan
from tipfloor.core.state.meeting import Meeting


@step
def forward(meeting: Meeting, now: Instant) -> Step | None:
    """Go on to what follows in the order."""
    return None if meeting.speaker else onward(meeting)


def onward(meeting: Meeting) -> Step | None:
    """Return the step that leads on, whoever has the floor; None in the last moment."""
    if here := meeting.next_session:
        return Step("forward", "open_session", title=here.title)
    following = meeting.next_moment
    if following is None:
        return None
    if first := entered_with(meeting, following.code):
        return Step("forward", "open_session", session=first.code, title=first.title)
    return Step("forward", "next_moment", title=following.title)


def entered_with(meeting: Meeting, moment: str) -> SessionPlan | None:
    """Return the session with which a moment is entered: one left with names waits first."""
    planned = meeting.plan.sessions_of(moment)
    left = [item for item in planned if meeting.speakers(item.code).waiting]
    opened = {stage.code for stage in meeting.sessions}
    unheard = [item for item in planned if item.code not in opened]
    return next(iter((*left, *unheard)), None)


@step
def suspend(meeting: Meeting, now: Instant) -> Step | None:
    """Suspend the meeting, or go on."""
    if meeting.suspended_at:
        return Step("suspend", "resume_meeting")
    return Step("suspend", "suspend")


@step
def undo(meeting: Meeting, now: Instant) -> Step | None:
    """Undo the last act."""
    return Step("undo", "undo", asks=True) if meeting.last_act else None


@step
def close_meeting(meeting: Meeting, now: Instant) -> Step | None:
    """Close the meeting in its last moment."""
    last = meeting.next_moment is None and not meeting.speaker
    return Step("close_meeting", "close_meeting") if last else None


@step
def reopen_meeting(meeting: Meeting, now: Instant) -> Step | None:
    """Open the closed meeting again, for a reason."""
    return Step("reopen_meeting", "reopen_meeting", asks=True) if meeting.closed_at else None


@step
def take_report(meeting: Meeting, now: Instant) -> Step | None:
    """Give the floor for a report that the meeting owes."""
    owed = reports_to_come(meeting)
    if not owed or meeting.speaker:
        return None
    return Step("take_report", "begin_address", asks=True, title=owed[0].office)
