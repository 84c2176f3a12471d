"""Points of order, rulings and appeals of a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import session_of
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.point import PointOfOrder
from tipfloor.export.list.unheard import moment_title, session_title
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.telltime import times_of
from tipfloor.words import count, say
from tipfloor.words.majorities import against_needed_text, with_needed
from tipfloor.words.offered import ruling_text
from tipfloor.words.times import iso


class PointRow(Struct, frozen=True):
    """A point of order, numbered from 1; times are ISO 8601, None is what did not happen.

    `remark_number` is the remark that it interrupted; the votes of an appeal are `in_favour` of the
    ruling, `against` it and `abstaining`; `votes_needed` are those against it that overturn it.
    """

    number: int
    raised_at: str
    moment_code: str
    moment: str
    session_code: str | None
    session: str | None
    delegation_code: str
    delegation: str
    remark_number: int | None
    ruling: str | None
    ruled_at: str | None
    withdrawn_at: str | None
    appeal_by_code: str | None
    appeal_by: str | None
    in_favour: int | None
    against: int | None
    abstaining: int | None
    outcome: str | None
    majority: str | None
    votes_needed: int | None
    present: int | None
    needed: int | None
    corrected: bool


def points_of_order(snapshot: Snapshot) -> list[PointRow]:
    """Return every point of order in the order raised, by its number in the whole meeting."""
    numbered = enumerate(snapshot.whole.raised, start=1)
    here = {point.id for point in snapshot.meeting.raised}
    return [_row(snapshot, number, point) for number, point in numbered if point.id in here]


def _row(snapshot: Snapshot, number: int, point: PointOfOrder) -> PointRow:
    meeting, appeal = snapshot.meeting, point.appeal
    vote = appeal.taken if appeal and appeal.outcome else None
    votes = vote.tally if vote else None
    return PointRow(
        number=number,
        raised_at=iso(point.raised_at, meeting.plan.zone),
        moment_code=point.moment,
        moment=moment_title(meeting, point.moment),
        session_code=session_of(point.session) if point.session else None,
        session=session_title(meeting, point.session) if point.session else None,
        delegation_code=point.delegation,
        delegation=meeting.plan.name_of(point.delegation),
        remark_number=snapshot.numbers.get(point.remark or 0),
        ruling=ruling_text(point.ruling) if point.ruling else None,
        ruled_at=_at(meeting, point.ruled_at),
        withdrawn_at=_at(meeting, point.withdrawn_at),
        appeal_by_code=appeal.delegation if appeal else None,
        appeal_by=meeting.plan.name_of(appeal.delegation) if appeal else None,
        in_favour=votes.in_favour if votes else None,
        against=votes.against if votes else None,
        abstaining=votes.abstaining if votes else None,
        outcome=appeal.outcome if appeal else None,
        majority=vote.majority if vote else None,
        votes_needed=vote.votes_needed if vote else None,
        present=vote.present if vote else None,
        needed=vote.needed if vote else None,
        corrected=point.corrected,
    )


def point_lines(snapshot: Snapshot, moment: str | None, session: str | None) -> Iterator[str]:
    """Give a line for each point of order of a session, of a moment outside any session."""
    for point in snapshot.meeting.raised:
        if point.session == session and moment in (None, point.moment):
            yield point_told(snapshot, point)


def point_told(snapshot: Snapshot, point: PointOfOrder) -> str:
    """Return a point of order with its ruling and what an appeal made of it, in sentences."""
    return " ".join(_told(snapshot, point))


def points_outside_sessions(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give the points of order that a moment saw while no session was open."""
    yield from point_lines(snapshot, moment, None)


def rulings_told(snapshot: Snapshot, moment: str | None, session: str | None) -> Iterator[str]:
    """Give the points of order that were ruled on, as the published record has them."""
    for point in snapshot.meeting.raised:
        if point.session == session and moment in (None, point.moment) and point.ruling:
            name = snapshot.meeting.plan.name_of(point.delegation)
            told = snapshot.typed(point.ruling, ruling_text(point.ruling).rstrip("."))
            said = _ruled(snapshot, point, told)
            yield " ".join([say("publication.point", name=name), *said])


def _told(snapshot: Snapshot, point: PointOfOrder) -> Iterator[str]:
    meeting, number = snapshot.meeting, snapshot.numbers.get(point.remark or 0)
    place = point.session or point.moment
    facts: dict[str, object] = {
        "name": meeting.plan.name_of(point.delegation),
        "time": times_of(meeting, place, snapshot.now).when(point.raised_at),
    }
    if number is None:
        yield say("export.point", **facts)
    else:
        yield say("export.point_in_remark", number=number, **facts)
    if point.withdrawn_at:
        yield say("export.point_withdrawn")
    yield from _ruled(snapshot, point, ruling_text(point.ruling or "").rstrip("."))


def _ruled(snapshot: Snapshot, point: PointOfOrder, ruling: str) -> Iterator[str]:
    """Tell the ruling where there is one, and the appeal against it."""
    meeting = snapshot.meeting
    if ruling:
        yield say("export.point_ruling", ruling=ruling)
    if point.appeal:
        yield say("export.point_appeal", name=meeting.plan.name_of(point.appeal.delegation))
        taken = point.appeal.taken
        if taken.tally:
            needed = against_needed_text(taken.majority, taken.votes_needed)
            yield say(
                f"export.point_{point.appeal.outcome}",
                in_favour=taken.tally.in_favour,
                against=taken.tally.against,
                abstentions=count("recommendations.abstentions", taken.tally.abstaining),
                needed=with_needed("", needed),
            )


def _at(meeting: Meeting, at: Instant | None) -> str | None:
    return iso(at, meeting.plan.zone) if at else None
