"""The elections of a meeting: nominations, ballots, results and offers to host."""

from __future__ import annotations

from msgspec import Struct

from tipfloor.core.elections.offices import elections_of
from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.election import Ballot, Election, HostOffer, Nomination
from tipfloor.core.state.meeting import Meeting
from tipfloor.export.list.unheard import moment_title
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.times import iso


class NominationRow(Struct, frozen=True):
    """A nomination; delegations by code, times ISO 8601."""

    delegation: str
    nominated_by: str
    seconded_by: tuple[str, ...]
    nominated_at: str
    withdrawn_at: str | None


class BallotRow(Struct, frozen=True):
    """A ballot as counted; `against` is None where several candidates stood."""

    number: int
    held_at: str
    votes: dict[str, int]
    against: int | None
    abstaining: int
    invalid: int
    outcome: str
    majority: str | None
    votes_needed: int | None
    present: int
    needed: int
    corrected: bool


class OfferRow(Struct, frozen=True):
    """An offer to host the next meeting; `accepted_at` is None while it is not accepted."""

    delegation: str
    offer: str
    offered_at: str
    accepted_at: str | None


class ElectionRow(Struct, frozen=True):
    """One filling of an office; a superseded one was reopened later, None is undecided.

    `present` and `needed` are the quorum at the time of the result.
    """

    code: str
    office: str
    moment_code: str
    moment: str
    held_in: tuple[str, ...]
    nominations: tuple[NominationRow, ...]
    ballots: tuple[BallotRow, ...]
    host_offers: tuple[OfferRow, ...]
    elected_code: str | None
    elected: str | None
    method: str | None
    elected_at: str | None
    present: int | None
    needed: int | None
    elected_while_absent: bool
    superseded_at: str | None


def elections(snapshot: Snapshot) -> list[ElectionRow]:
    """Return every office of the plan in its order, with each time that it was filled."""
    meeting = snapshot.meeting
    return [
        _row(meeting, office, election)
        for office in meeting.plan.elections
        for election in elections_of(meeting, office.code)
    ]


def _row(meeting: Meeting, office: ElectionPlan, election: Election) -> ElectionRow:
    result = election.result
    return ElectionRow(
        code=office.code,
        office=office.title,
        moment_code=office.moment,
        moment=moment_title(meeting, office.moment),
        held_in=election.moments,
        nominations=tuple(_nomination(meeting, item) for item in election.nominations),
        ballots=tuple(_ballot(meeting, item) for item in election.ballots),
        host_offers=tuple(_offer(meeting, item) for item in election.offers),
        elected_code=result.delegation if result else None,
        elected=meeting.plan.name_of(result.delegation) if result else None,
        method=result.method if result else None,
        elected_at=_at(meeting, result.at if result else None),
        present=result.present if result else None,
        needed=result.needed if result else None,
        elected_while_absent=bool(result and result.away),
        superseded_at=_at(meeting, election.superseded_at),
    )


def _nomination(meeting: Meeting, item: Nomination) -> NominationRow:
    return NominationRow(
        delegation=item.delegation,
        nominated_by=item.nominated_by,
        seconded_by=item.seconded_by,
        nominated_at=iso(item.at, meeting.plan.zone),
        withdrawn_at=_at(meeting, item.withdrawn_at),
    )


def _ballot(meeting: Meeting, item: Ballot) -> BallotRow:
    return BallotRow(
        number=item.number,
        held_at=iso(item.at, meeting.plan.zone),
        votes=dict(item.votes),
        against=item.against,
        abstaining=item.abstaining,
        invalid=item.invalid,
        outcome=item.outcome,
        majority=item.majority,
        votes_needed=item.votes_needed,
        present=item.present,
        needed=item.needed,
        corrected=item.corrected,
    )


def _offer(meeting: Meeting, item: HostOffer) -> OfferRow:
    return OfferRow(
        delegation=item.delegation,
        offer=item.text,
        offered_at=iso(item.at, meeting.plan.zone),
        accepted_at=_at(meeting, item.accepted_at),
    )


def _at(meeting: Meeting, at: Instant | None) -> str | None:
    return iso(at, meeting.plan.zone) if at else None
