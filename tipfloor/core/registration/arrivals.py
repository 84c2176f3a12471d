"""Several delegations that arrive together: all of them are checked in, or none is."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from tipfloor.core.ground.act import Act, DelegationCode
from tipfloor.core.ground.all_or_none import MOST_NAMES, NotAll, RefusedPlace
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.registration.registration import CheckIn
from tipfloor.core.state.entry import Capacity
from tipfloor.core.state.meeting import Meeting


class CheckInAll(Act):
    """Check delegations in in one go, all or none; the capacity holds for the head of each.

    One undo takes all of them back.
    """

    kind: Literal["check_in_all"] = "check_in_all"
    delegations: Annotated[tuple[DelegationCode, ...], Meta(min_length=1, max_length=MOST_NAMES)]
    capacity: Capacity | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Check each in behind those before it; where one is refused, refuse all (NotAll)."""
        events: list[Event] = []
        refused: list[RefusedPlace] = []
        for place, code in enumerate(self.delegations, start=1):
            try:
                arrived = CheckIn(delegation=code, capacity=self.capacity).decide(meeting, now)
            except Refused as found:
                refused.append(RefusedPlace(place, found))
                continue
            events += arrived
            for event in arrived:
                meeting = event.apply(meeting)
        if refused:
            raise NotAll(tuple(refused))
        return events
