"""What a meeting leaves open: shown at closing, asked about, and counted in the record.

A business that can leave something open adds its function to `FINDERS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from msgspec import Struct

from tipfloor.core.elections.offices import election_of
from tipfloor.core.floor.addresses import is_to_come, reports_to_come
from tipfloor.core.state.document import open_document_reservations, undecided_documents
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import reserved_recommendations, undecided_recommendations


class Leftover(Struct, frozen=True):
    """One thing that is open: its kind by code, what it is about by code, and its session."""

    kind: str
    about: str = ""
    session: str | None = None


def left_open(meeting: Meeting) -> list[Leftover]:
    """Return everything that is open, the gravest kind first."""
    return [found for find in FINDERS for found in find(meeting)]


def counted(meeting: Meeting) -> dict[str, int]:
    """Return how much is open of each kind (PRACTICE section 2, row ix)."""
    return dict(Counter(item.kind for item in left_open(meeting)))


def _reports(meeting: Meeting) -> Iterator[Leftover]:
    for report in reports_to_come(meeting):
        yield Leftover("report", report.code)


def _addresses(meeting: Meeting) -> Iterator[Leftover]:
    for address in meeting.plan.addresses:
        if address.kind == "address" and is_to_come(meeting, address):
            yield Leftover("address", address.code)


def _unheard(meeting: Meeting) -> Iterator[Leftover]:
    """Give each name that waits, or was carried over, in whichever session."""
    for session, speakers in meeting.lists.items():
        for entry in speakers.waiting:
            yield Leftover("unheard", entry.delegation, session)


def _lists(meeting: Meeting) -> Iterator[Leftover]:
    """Give each list that still takes names: the open session's, and those carried over."""
    for session, speakers in meeting.lists.items():
        if speakers.is_open and (session == meeting.session or speakers.waiting):
            yield Leftover("list", session, session)


def _points(meeting: Meeting) -> Iterator[Leftover]:
    for point in meeting.points:
        yield Leftover("point", point.delegation)


def _elections(meeting: Meeting) -> Iterator[Leftover]:
    for planned in meeting.plan.elections:
        if election_of(meeting, planned.code).result is None:
            yield Leftover("election", planned.code)


def _documents(meeting: Meeting) -> Iterator[Leftover]:
    for item in undecided_documents(meeting):
        yield Leftover("document", item.plan.code)


def _recommendations(meeting: Meeting) -> Iterator[Leftover]:
    for item in undecided_recommendations(meeting):
        yield Leftover("recommendation", str(item.number))


def _reservations(meeting: Meeting) -> Iterator[Leftover]:
    for document in open_document_reservations(meeting):
        for delegation in document.reserved_by:
            yield Leftover("reservation", delegation)
    for item in reserved_recommendations(meeting):
        for delegation in item.reserved_by:
            yield Leftover("reservation", delegation)


FINDERS: tuple[Callable[[Meeting], Iterator[Leftover]], ...] = (
    _reports,
    _addresses,
    _unheard,
    _lists,
    _points,
    _elections,
    _documents,
    _recommendations,
    _reservations,
)
"""Each gives what one business leaves open, in the order in which it is told."""
