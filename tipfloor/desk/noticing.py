"""What is to be known at the desk of an event that is on disk, beyond what its screen shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from tipfloor.core.course.moments import MomentBegan
from tipfloor.core.course.suspension import MeetingResumed
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.list.inscription import Inscribed
from tipfloor.core.list.requests import RequestRefused
from tipfloor.core.plan.plan import Plan
from tipfloor.core.registration.quorum_watch import QuorumChanged
from tipfloor.core.state.meeting import Meeting
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain
from tipfloor.words.refusing import refused_request
from tipfloor.words.whereabouts import whereabouts

Notice = tuple[str, Literal["refusal", "warning", "done"]]
"""Words, and how they stand out."""


def noticed(
    event: Event, plan: Plan, current: Callable[[], tuple[Meeting, Instant]]
) -> Notice | None:
    """Return what is to be known of an event, None where nothing is.

    `current` tells the meeting and the instant.
    """
    if isinstance(event, RequestRefused):
        return refused_request(event, plan), "refusal"
    if isinstance(event, QuorumChanged) and not event.met:
        return _lost(event), "warning"
    if isinstance(event, MomentBegan) and event.needed is not None:
        facts = {"present": event.present, "needed": event.needed}
        return say("desk.opened_without_quorum", **facts), "warning"
    if isinstance(event, Inscribed) and event.spoken_for_by:
        name, by = plan.name_of(event.delegation), plan.name_of(event.spoken_for_by)
        return say("desk.spoken_for", delegation=name, by=by), "warning"
    if isinstance(event, Inscribed) and event.asked_too:
        names = beside(plan.name_of(code) for code in event.asked_too)
        return say("desk.asked_too", names=plain(names)), "warning"
    return (whereabouts(*current()), "done") if isinstance(event, MeetingResumed) else None


def _lost(event: QuorumChanged) -> str:
    facts = {"present": event.present, "base": event.base, "needed": event.needed}
    return say(f"desk.quorum_lost_{event.purpose}", **facts)
