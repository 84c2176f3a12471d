"""A list of speakers prepared beforehand: every delegation of it is inscribed, or none is."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from tipfloor.core.ground.act import Act, DelegationCode, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.state.meeting import Meeting

MOST_NAMES = 500
"""As many delegations as a meeting file may have."""


class RefusedPlace(NamedTuple):
    """A place on the prepared list, from 1, and why its delegation cannot be inscribed."""

    place: int
    refused: Refused


class NotAll(Refused):
    """A prepared list of which some delegations cannot be inscribed, so that none was."""

    def __init__(self, places: tuple[RefusedPlace, ...]) -> None:
        super().__init__("not_all", places[0].refused.rule, number=len(places))
        self.places = places


class InscribeAll(Act):
    """Put delegations on a list of speakers in one go and in this order, all or none.

    `reason` adds to a closed list. One undo takes all of them back.
    """

    kind: Literal["inscribe_all"] = "inscribe_all"
    delegations: Annotated[tuple[DelegationCode, ...], Field(min_length=1, max_length=MOST_NAMES)]
    session: str | None = None
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Inscribe each as by itself; where one is refused, refuse the whole list (NotAll)."""
        session = meeting.session_or_current(self.session)
        events: list[Event] = []
        refused: list[RefusedPlace] = []
        seen: set[str] = set()
        for place, code in enumerate(self.delegations, start=1):
            try:
                delegation = _once(meeting, code, seen)
                asked = Inscribe(delegation=delegation, session=session, reason=self.reason)
                events += asked.decide(meeting, now)
            except Refused as found:
                refused.append(RefusedPlace(place, found))
        if refused:
            raise NotAll(tuple(refused))
        first, *others = events
        return [first, *(event.model_copy(update={"joined": True}) for event in others)]


def _once(meeting: Meeting, code: str, seen: set[str]) -> str:
    delegation = meeting.delegation(code).code
    if delegation in seen:
        raise Refused("named_twice", Rule.ONE_ENTRY, delegation=meeting.plan.name_of(delegation))
    seen.add(delegation)
    return delegation
