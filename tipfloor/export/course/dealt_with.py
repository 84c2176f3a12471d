"""When a row of the programme was dealt with: every instant at which something became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tipfloor.core.elections.offices import elections_of
from tipfloor.core.floor.addresses import given
from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.plan import Row
from tipfloor.core.state.document import Document, find_document
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import Recommendation, find_recommendation


def dealt_with(meeting: Meeting, table: str, row: Row) -> Iterator[Instant]:
    """Give the instants at which a row of one of the plan's tables was dealt with."""
    return FINDERS[table](meeting, row)


def _election(meeting: Meeting, row: Row) -> Iterator[Instant]:
    for election in elections_of(meeting, str(row.code)):
        yield from (item.at for item in election.nominations)
        yield from (item.at for item in election.ballots)
        yield from (item.at for item in election.offers)
        if election.result:
            yield election.result.at


def _document(meeting: Meeting, row: Row) -> Iterator[Instant]:
    yield from _decided(find_document(meeting, str(row.code)))


def _recommendation(meeting: Meeting, row: Row) -> Iterator[Instant]:
    yield from _decided(find_recommendation(meeting, int(row.code)))


def _decided(found: Document | Recommendation | None) -> Iterator[Instant]:
    if found is None:
        return
    if found.decision:
        yield found.decision.at
    yield from (item.decision.at for item in found.superseded)
    yield from (item.at for item in found.amendments)
    yield from (item.at for item in found.reservations)


def _address(meeting: Meeting, row: Row) -> Iterator[Instant]:
    yield from (remark.given_at for remark in given(meeting, str(row.code)))


FINDERS: dict[str, Callable[[Meeting, Row], Iterator[Instant]]] = {
    "elections": _election,
    "documents": _document,
    "recommendations": _recommendation,
    "addresses": _address,
}
"""How each table is looked into."""
