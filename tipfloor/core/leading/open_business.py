"""What of the business of a moment is still to be dealt with."""

from __future__ import annotations

from tipfloor.core.elections.offices import election_of
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.document import Document, documents_here, next_document
from tipfloor.core.state.election import Election, Nomination
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import (
    Recommendation,
    next_recommendation,
    recommendations,
)


def office_to_fill(meeting: Meeting) -> ElectionPlan | None:
    """Return the office that is filled next in this moment: one with candidates, else the first."""
    here = [item for item in meeting.plan.elections if item.moment == meeting.moment]
    unfilled = [item for item in here if election_of(meeting, item.code).result is None]
    taken_up = [item for item in unfilled if election_of(meeting, item.code).standing]
    return next(iter((*taken_up, *unfilled)), None)


def open_to_offers(meeting: Meeting) -> Election | None:
    """Return the filling of an office of this moment that takes offers to host, none accepted."""
    here = [item for item in meeting.plan.elections if item.moment == meeting.moment]
    every = (election_of(meeting, item.code) for item in here if item.host_offer)
    taking = (found for found in every if not any(offer.accepted_at for offer in found.offers))
    return next(taking, None)


def undecided_document(meeting: Meeting) -> Document | None:
    """Return the document of this moment on which nothing was decided yet."""
    found = next_document(meeting)
    return found if found and found.decision is None else None


def undecided_recommendation(meeting: Meeting) -> Recommendation | None:
    """Return the recommendation on which nothing was decided yet, in the moment of them."""
    found = next_recommendation(meeting)
    here = meeting.moment_plan.kind == "recommendations"
    return found if here and found and found.decision is None else None


def lacks_recommendations(meeting: Meeting) -> bool:
    """Tell whether it is the moment of the recommendations, and there is none yet."""
    return meeting.moment_plan.kind == "recommendations" and not recommendations(meeting)


def standing(meeting: Meeting) -> tuple[Nomination, ...] | None:
    """Return who stands for the office that is filled next, None where none is to be filled."""
    office = office_to_fill(meeting)
    return election_of(meeting, office.code).standing if office else None


def amended_document(meeting: Meeting) -> Document | None:
    """Return the open document of this moment with an amendment that is not settled."""
    here = documents_here(meeting)
    return next((item for item in here if item.is_open and item.pending), None)
