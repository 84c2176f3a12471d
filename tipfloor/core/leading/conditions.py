"""What tells in which situation a meeting is at an instant."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.course.sessions import was_heard
from tipfloor.core.floor.addresses import gives_addresses, next_address
from tipfloor.core.ground.instant import Instant, Phase
from tipfloor.core.leading.open_business import open_to_offers, standing
from tipfloor.core.list.requests import is_away
from tipfloor.core.reckoning.phase import phase_at
from tipfloor.core.registration.quorum import quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import JUST_CALLED

Holds = Callable[[Meeting, Instant], object]


def in_phase(*phases: Phase) -> Holds:
    """Return what tells whether the floor is in one of these phases."""
    return lambda meeting, now: phase_at(meeting, now) in phases


def just_begun(meeting: Meeting, now: Instant) -> bool:
    """Tell whether whoever has the floor began a moment ago."""
    speaker = meeting.speaker
    return speaker is not None and speaker.speaking(now) <= JUST_CALLED


def next_is_away(meeting: Meeting, now: Instant) -> bool:
    """Tell whether the next on the list, or in the order of the addresses, is not checked in."""
    address = next_address(meeting) if gives_addresses(meeting) else None
    if address:
        return bool(address.delegation) and is_away(meeting, address.delegation or "")
    upcoming = meeting.speakers().next
    return bool(meeting.floor_list and upcoming and is_away(meeting, upcoming.delegation))


def next_waits(meeting: Meeting, now: Instant) -> bool:
    """Tell whether somebody comes next who can be given the floor."""
    return bool(meeting.floor_list and meeting.speakers().next)


def nobody_asked(meeting: Meeting, now: Instant) -> bool:
    """Tell whether the list of an open session has taken no name since it was opened."""
    if meeting.session is None or not meeting.speakers().is_open:
        return False
    return not was_heard(meeting, meeting.session)


def so_many_stand(least: int, most: int) -> Holds:
    """Return what tells whether so many stand for the office that is filled next."""

    def holds(meeting: Meeting, now: Instant) -> bool:
        candidates = standing(meeting)
        return candidates is not None and least <= len(candidates) <= most

    return holds


def offers_wait(meeting: Meeting, now: Instant) -> bool:
    """Tell whether offers to host were made and none is accepted."""
    taking = open_to_offers(meeting)
    return taking is not None and bool(taking.offers)


def in_last_moment(meeting: Meeting, now: Instant) -> bool:
    """Tell whether no moment follows."""
    return meeting.next_moment is None


def quorum_lacks(meeting: Meeting, now: Instant) -> bool:
    """Tell whether delegations are still awaited: without a quorum to open, whether none came."""
    found = quorum(meeting, "open")
    return found.present < max(1, found.needed)


def registering(meeting: Meeting, now: Instant) -> bool:
    """Tell whether the meeting registers its participants."""
    return meeting.moment_plan.kind == "registration"
