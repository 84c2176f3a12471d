"""Remarks that are void: the act that began them was undone (PRACTICE section 7, case 8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.corrections.by_hand import RemarkEntered
from tipfloor.core.corrections.undo import ActUndone
from tipfloor.core.floor.addresses import AddressBegun
from tipfloor.core.floor.floor import FloorGiven
from tipfloor.core.floor.written import StatementSubmitted
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant

BEGINNINGS = (FloorGiven, AddressBegun, RemarkEntered, StatementSubmitted)
"""The events that begin a remark; each has the code of the delegation or address."""


class VoidRemark(Struct, frozen=True):
    """A remark that was undone at `undone_at`; it counts for nothing and takes no time.

    `number` is the one that it had; None where that was given again, as it once was.
    """

    id: int
    number: int | None
    delegation: str
    session: str | None
    began_at: Instant
    undone_at: Instant
    reason: str | None


def void_remarks(history: Iterable[Recorded], numbers: Mapping[int, int]) -> Iterator[VoidRemark]:
    """Give every void remark of a record in the order in which they were undone.

    `numbers` are those that they keep, by id.
    """
    begun: dict[int, VoidRemark] = {}
    for position, event, _ in history:
        if isinstance(event, BEGINNINGS):
            began = event.given_at if isinstance(event, RemarkEntered) else event.at
            named = event.address if isinstance(event, AddressBegun) else event.delegation
            session = None if isinstance(event, AddressBegun) else event.session
            number = numbers.get(position)
            begun[position] = VoidRemark(position, number, named, session, began, began, None)
        elif isinstance(event, ActUndone):
            for undone in event.undone:
                if undone in begun:
                    yield replace(begun[undone], undone_at=event.at, reason=event.reason)
