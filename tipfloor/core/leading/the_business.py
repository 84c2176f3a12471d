"""Steps of the business of a moment: offices to fill, documents, recommendations."""

from __future__ import annotations

from tipfloor.core.ground.instant import Instant
from tipfloor.core.leading.open_business import (
    amended_document,
    office_to_fill,
    open_to_offers,
    standing,
)
from tipfloor.core.leading.step import Step, step
from tipfloor.core.state.document import next_document
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import block_by_default, next_recommendation


def _of_office(meeting: Meeting, name: str, kind: str, least: int, most: int) -> Step | None:
    """Return a step of the office to fill while so many stand for it."""
    office, candidates = office_to_fill(meeting), standing(meeting) or ()
    if office is None or not least <= len(candidates) <= most:
        return None
    only = candidates[0].delegation if len(candidates) == 1 else ""
    return Step(name, kind, asks=True, delegation=only, title=office.title)


@step
def nominate(meeting: Meeting, now: Instant) -> Step | None:
    """A delegation is nominated."""
    return _of_office(meeting, "nominate", "nominate", 0, 99)


@step
def second_nomination(meeting: Meeting, now: Instant) -> Step | None:
    """A nomination is seconded."""
    return _of_office(meeting, "second_nomination", "second", 1, 99)


@step
def withdraw_nomination(meeting: Meeting, now: Instant) -> Step | None:
    """A nomination is withdrawn."""
    return _of_office(meeting, "withdraw_nomination", "withdraw_nomination", 1, 99)


@step
def acclaim(meeting: Meeting, now: Instant) -> Step | None:
    """The only candidate is elected by acclamation."""
    return _of_office(meeting, "acclaim", "acclaim", 1, 1)


@step
def elect_by_vote(meeting: Meeting, now: Instant) -> Step | None:
    """The candidates are voted on."""
    return _of_office(meeting, "elect_by_vote", "ballot", 1, 99)


@step
def offer_to_host(meeting: Meeting, now: Instant) -> Step | None:
    """A delegation offers to host the next meeting."""
    return Step("offer_to_host", "offer_to_host", asks=True) if open_to_offers(meeting) else None


@step
def accept_offer(meeting: Meeting, now: Instant) -> Step | None:
    """An offer to host is accepted."""
    taking = open_to_offers(meeting)
    if taking is None or not taking.offers:
        return None
    only = taking.offers[0].delegation if len(taking.offers) == 1 else ""
    return Step("accept_offer", "accept_host_offer", asks=True, delegation=only)


def _of_document(meeting: Meeting, name: str, kind: str) -> Step | None:
    found = next_document(meeting)
    return Step(name, kind, asks=True, title=found.plan.title) if found else None


@step
def adopt_document(meeting: Meeting, now: Instant) -> Step | None:
    """A document is adopted."""
    return _of_document(meeting, "adopt_document", "adopt_document")


@step
def propose_amendment(meeting: Meeting, now: Instant) -> Step | None:
    """An amendment to a document is proposed."""
    return _of_document(meeting, "propose_amendment", "propose_amendment")


@step
def defer_document(meeting: Meeting, now: Instant) -> Step | None:
    """A document is deferred."""
    return _of_document(meeting, "defer_document", "defer_document")


@step
def settle_amendment(meeting: Meeting, now: Instant) -> Step | None:
    """An amendment is adopted, rejected or withdrawn."""
    found = amended_document(meeting)
    if found is None:
        return None
    number = found.pending[0]
    return Step("settle_amendment", "settle_amendment", asks=True, number=number)


@step
def reserve_on_document(meeting: Meeting, now: Instant) -> Step | None:
    """A delegation puts a reservation on record."""
    return _of_document(meeting, "reserve_on_document", "reserve")


def _of_recommendation(meeting: Meeting, name: str) -> Step | None:
    if meeting.moment_plan.kind != "recommendations":
        return None
    found = next_recommendation(meeting)
    return Step(name, name, asks=True, number=found.number) if found else None


@step
def approve_recommendation(meeting: Meeting, now: Instant) -> Step | None:
    """The next recommendation is approved."""
    return _of_recommendation(meeting, "approve_recommendation")


@step
def amend_recommendation(meeting: Meeting, now: Instant) -> Step | None:
    """A recommendation is amended."""
    return _of_recommendation(meeting, "amend_recommendation")


@step
def defer_recommendation(meeting: Meeting, now: Instant) -> Step | None:
    """A recommendation is deferred."""
    return _of_recommendation(meeting, "defer_recommendation")


@step
def reserve_recommendation(meeting: Meeting, now: Instant) -> Step | None:
    """A delegation reserves its position on a recommendation."""
    return _of_recommendation(meeting, "reserve_recommendation")


@step
def add_recommendation(meeting: Meeting, now: Instant) -> Step | None:
    """A recommendation is added in the moment of them."""
    here = meeting.moment_plan.kind == "recommendations"
    return Step("add_recommendation", "add_recommendation", asks=True) if here else None


@step
def approve_block(meeting: Meeting, now: Instant) -> Step | None:
    """What is left is approved as a block."""
    if meeting.moment_plan.kind != "recommendations" or len(block_by_default(meeting)) < 2:
        return None
    return Step("approve_block", "approve_block", asks=True)
