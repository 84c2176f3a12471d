"""The limit of an address that is to come, where the meeting file has none or another."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.floor.addresses import address_limit, address_of, given
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import LimitSeconds
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting


class AddressLimitSet(Event):
    """An address or report to come has a limit in seconds, None where it has none."""

    kind: Literal["address_limit_set"] = "address_limit_set"
    address: str
    seconds: int | None = None

    def manner(self) -> Literal["", "none"]:
        """Tell whether it has no limit."""
        return "" if self.seconds else "none"

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep it for when the address is given."""
        return meeting.having(address_limits={**meeting.address_limits, self.address: self.seconds})


class LimitAddress(Act):
    """Set the limit of an address or report that is to come, in seconds; without one, none."""

    kind: Literal["limit_address"] = "limit_address"
    address: str
    seconds: LimitSeconds | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Set it where that changes something (PRACTICE section 1: none by default)."""
        meeting.refuse_once_closed()
        address = address_of(meeting, self.address)
        if given(meeting, address.code):
            raise Refused("address_given", Rule.PROTOCOL, office=address.office)
        if address_limit(meeting, address) == self.seconds:
            raise Refused("limit_already", Rule.TIME_LIMIT, delegation=address.office)
        return [AddressLimitSet(at=now, address=address.code, seconds=self.seconds)]
