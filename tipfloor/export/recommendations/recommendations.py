"""The recommendations as rows: text, fate, decision, reservations and what was superseded."""

from __future__ import annotations

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import (
    Recommendation,
    RecommendationDecision,
    recommendations,
)
from tipfloor.core.state.reservation import Reservation
from tipfloor.export.deciding.cells import Votes, how
from tipfloor.export.list.unheard import moment_title
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.times import iso


class DecisionRow(Struct, frozen=True):
    """A decision by codes: its fate, method, votes and what they needed, the quorum, its block."""

    fate: str
    method: str | None
    votes: Votes | None
    majority: str | None
    votes_needed: int | None
    present: int
    needed: int
    decided_at: str
    moment_code: str
    moment: str
    block: tuple[int, ...]
    superseded_at: str | None = None
    corrected: bool = False


class ReservationRow(Struct, frozen=True):
    """A delegation's reservation; `withdrawn_at` is None while it stands."""

    delegation_code: str
    delegation: str
    statement: str | None
    reserved_at: str
    withdrawn_at: str | None


class AmendmentRow(Struct, frozen=True):
    """An amendment: the text before it and after it, and who proposed it."""

    former_text: str
    text: str
    proposed_by: str | None
    amended_at: str


class RecommendationRow(Struct, frozen=True):
    """One recommendation; `original_text` is None where `text` is as drafted."""

    number: int
    text: str
    original_text: str | None
    regional_priority: bool
    fate: str
    decision: DecisionRow | None
    amendments: tuple[AmendmentRow, ...]
    reservations: tuple[ReservationRow, ...]
    superseded: tuple[DecisionRow, ...]


def recommendation_rows(snapshot: Snapshot) -> list[RecommendationRow]:
    """Return a row for each recommendation by number."""
    meeting = snapshot.meeting
    return [_row(item, meeting) for item in recommendations(meeting)]


def _row(item: Recommendation, meeting: Meeting) -> RecommendationRow:
    return RecommendationRow(
        number=item.number,
        text=item.text,
        original_text=item.draft if item.amendments else None,
        regional_priority=item.regional_priority,
        fate=item.fate,
        decision=_decision(item.decision, meeting) if item.decision else None,
        amendments=tuple(
            AmendmentRow(made.former, made.text, made.delegation, iso(made.at, meeting.plan.zone))
            for made in item.amendments
        ),
        reservations=tuple(_reservation(made, meeting) for made in item.reservations),
        superseded=tuple(
            _decision(former.decision, meeting, former.at) for former in item.superseded
        ),
    )


def _decision(
    decision: RecommendationDecision, meeting: Meeting, superseded_at: Instant | None = None
) -> DecisionRow:
    zone = meeting.plan.zone
    return DecisionRow(
        fate=decision.fate,
        decided_at=iso(decision.at, zone),
        moment_code=decision.moment,
        moment=moment_title(meeting, decision.moment),
        block=decision.block,
        superseded_at=iso(superseded_at, zone) if superseded_at else None,
        corrected=decision.corrected,
        **how(decision.taken),
    )


def _reservation(made: Reservation, meeting: Meeting) -> ReservationRow:
    zone = meeting.plan.zone
    return ReservationRow(
        delegation_code=made.delegation,
        delegation=meeting.plan.name_of(made.delegation),
        statement=made.text,
        reserved_at=iso(made.at, zone),
        withdrawn_at=iso(made.withdrawn_at, zone) if made.withdrawn_at else None,
    )
