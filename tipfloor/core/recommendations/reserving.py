"""Reservations on recommendations, before or after they are adopted; adoption stands."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.ground.act import Act, DelegationCode
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.recommendations.drafting import Number, known_recommendation
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import find_recommendation, with_recommendation
from tipfloor.core.state.reservation import Reservation


class RecommendationReserved(Event):
    """A delegation reserved its position on a recommendation."""

    kind: Literal["recommendation_reserved"] = "recommendation_reserved"
    number: int
    delegation: str
    statement: str | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Attach the reservation to the number; what was adopted stays adopted."""
        found = find_recommendation(meeting, self.number)
        if found is None:
            return meeting
        made = Reservation(self.delegation, "reservation", self.at, text=self.statement)
        return with_recommendation(
            meeting, replace(found, reservations=(*found.reservations, made))
        )


class ReserveRecommendation(Act):
    """Put a delegation's reservation on a recommendation on record, with its words if any."""

    kind: Literal["reserve_recommendation"] = "reserve_recommendation"
    number: Number
    delegation: DelegationCode
    statement: Text | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Record it at any time, once for each delegation (PRACTICE section 7, case 26)."""
        found = known_recommendation(meeting, self.number)
        code = meeting.delegation(self.delegation).code
        if found.fate in ("rejected", "withdrawn"):
            raise Refused(
                "nothing_to_reserve",
                Rule.RECOMMENDATIONS,
                recommendation=self.number,
                fate=found.fate,
            )
        if code in found.reserved_by:
            raise Refused(
                "reserved_already",
                Rule.RECOMMENDATIONS,
                recommendation=self.number,
                delegation=meeting.plan.name_of(code),
            )
        reserved = RecommendationReserved(
            at=now, number=self.number, delegation=code, statement=self.statement
        )
        return [reserved]


class RecommendationUnreserved(Event):
    """A delegation withdrew its reservation on a recommendation."""

    kind: Literal["recommendation_unreserved"] = "recommendation_unreserved"
    number: int
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the reservation with the time at which it was withdrawn."""
        found = find_recommendation(meeting, self.number)
        if found is None:
            return meeting
        kept = tuple(
            replace(item, withdrawn_at=self.at)
            if item.is_open and item.delegation == self.delegation
            else item
            for item in found.reservations
        )
        return with_recommendation(meeting, replace(found, reservations=kept))


class UnreserveRecommendation(Act):
    """Withdraw a delegation's reservation on a recommendation."""

    kind: Literal["unreserve_recommendation"] = "unreserve_recommendation"
    number: Number
    delegation: DelegationCode

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Withdraw it where it stands."""
        found = known_recommendation(meeting, self.number)
        code = meeting.delegation(self.delegation).code
        if code not in found.reserved_by:
            raise Refused(
                "not_reserved",
                Rule.RECOMMENDATIONS,
                recommendation=self.number,
                delegation=meeting.plan.name_of(code),
            )
        return [RecommendationUnreserved(at=now, number=self.number, delegation=code)]
