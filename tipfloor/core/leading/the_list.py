"""Steps of the list and of registration: who asks for the floor, who is there, who may not."""

from __future__ import annotations

from tipfloor.core.ground.instant import Instant
from tipfloor.core.leading.step import Step, step
from tipfloor.core.list.requests import is_away
from tipfloor.core.registration.quorum import seats
from tipfloor.core.state.meeting import Meeting


@step
def inscribe(meeting: Meeting, now: Instant) -> Step | None:
    """Put whoever asks for the floor on the list."""
    return Step("inscribe", "inscribe", asks=True)


@step
def load_list(meeting: Meeting, now: Instant) -> Step | None:
    """Load a list that was prepared."""
    fits = meeting.list_session and not meeting.speakers().waiting
    return Step("load_list", "inscribe_all", asks=True) if fits else None


@step
def slides(meeting: Meeting, now: Instant) -> Step | None:
    """Refuse slides where the rules do not permit them."""
    if meeting.plan.rules.slides_permitted:
        return None
    return Step("slides", "refuse", asks=True)


@step
def close_list(meeting: Meeting, now: Instant) -> Step | None:
    """Close the list to delegations, or open it again."""
    if not meeting.has_list:
        return None
    if meeting.speakers().is_open:
        return Step("close_list", "close_list")
    return Step("close_list", "reopen_list", asks=True)


@step
def withdraw(meeting: Meeting, now: Instant) -> Step | None:
    """A delegation that waits gives up its place."""
    return Step("withdraw", "withdraw", asks=True) if meeting.speakers().waiting else None


@step
def check_in(meeting: Meeting, now: Instant) -> Step | None:
    """Check delegations in, whoever is next before all."""
    upcoming = meeting.speakers().next
    if upcoming and is_away(meeting, upcoming.delegation):
        return Step("check_in", "check_in", asks=True, delegation=upcoming.delegation)
    all_there = seats(meeting) <= meeting.checked_in
    return None if all_there else Step("check_in", "check_in", asks=True)


@step
def check_out(meeting: Meeting, now: Instant) -> Step | None:
    """A delegation leaves."""
    return Step("check_out", "check_out", asks=True) if meeting.checked_in else None


@step
def amend_check_in(meeting: Meeting, now: Instant) -> Step | None:
    """Note when a delegation was accredited, or who heads it."""
    return Step("amend_check_in", "amend_check_in", asks=True) if meeting.checked_in else None
