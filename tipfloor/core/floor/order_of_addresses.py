"""The order of protocol at the desk: an address added, moved, or struck as not given."""

from __future__ import annotations

from itertools import count
from typing import ClassVar, Literal

from tipfloor.core.floor.addresses import address_of, addresses_of, given
from tipfloor.core.ground.act import Act, DelegationCode, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import InLanguages, LimitSeconds, Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.core.state.meeting import Meeting


class AddressAdded(Event):
    """An address or report that the meeting file did not have was added."""

    kind: Literal["address_added"] = "address_added"
    address: AddressPlan

    def manner(self) -> Literal["", "report"]:
        """Tell whether it is a report."""
        return "report" if self.address.kind == "report" else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Add it to the plan in force, last in the order of its moment."""
        return meeting.having(plan=meeting.plan.with_added("addresses", self.address))


class AddAddress(Act):
    """Add an address by the speaker's office, to the current moment unless another is named.

    With `remark_kind` report and no moment, it can be taken up in any moment.
    """

    worded: ClassVar[tuple[str, ...]] = ("office",)
    kind: Literal["add_address"] = "add_address"
    office: Text
    moment: str | None = None
    remark_kind: Literal["address", "report"] = "address"
    delegation: DelegationCode | None = None
    planned_seconds: LimitSeconds | None = None
    limit_seconds: LimitSeconds | None = None
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Add it under a code of its own."""
        meeting.refuse_once_closed()
        report = self.remark_kind == "report"
        moment = self.moment or (None if report else meeting.moment)
        if moment is not None and moment not in meeting.plan.moment_index:
            raise Refused("unknown_moment", Rule.ORDER_OF_MOMENTS, given=moment)
        meeting.plan.refuse_full("addresses")
        numbered = (f"{self.remark_kind}-{number}" for number in count(1))
        address = AddressPlan(
            code=next(code for code in numbered if meeting.plan.address(code) is None),
            moment=moment,
            office=self.office,
            kind=self.remark_kind,
            delegation=meeting.delegation(self.delegation).code if self.delegation else None,
            planned_seconds=self.planned_seconds,
            limit_seconds=self.limit_seconds,
            translations=self.translations,
        )
        return [AddressAdded(at=now, address=address)]


class AddressMoved(Event):
    """The order of the addresses of a moment was changed; `order` has all their codes."""

    kind: Literal["address_moved"] = "address_moved"
    address: str
    moment: str
    place: int
    order: tuple[str, ...]
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the order of that moment."""
        return meeting.having(address_orders={**meeting.address_orders, self.moment: self.order})


class MoveAddress(Act):
    """Move an address to a place in the order of its moment, counted from 1, for a reason."""

    asks = "ask.reason_move"

    kind: Literal["move_address"] = "move_address"
    address: str
    position: int
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Move it, unless the place does not exist or is its own."""
        address = address_of(meeting, self.address)
        order = [item.code for item in addresses_of(meeting, address.moment or "")]
        places = len(order)
        if not 1 <= self.position <= places:
            raise Refused("no_such_place", Rule.PROTOCOL, position=self.position, places=places)
        if order[self.position - 1] == address.code:
            raise Refused(
                "not_its_place",
                Rule.PROTOCOL,
                delegation=address.office,
                position=self.position,
            )
        order.remove(address.code)
        order.insert(self.position - 1, address.code)
        moved = AddressMoved(
            at=now,
            address=address.code,
            moment=address.moment or "",
            place=self.position,
            order=tuple(order),
            reason=needs_reason(self.reason),
        )
        return [moved]


class AddressStruck(Event):
    """An address will not be given."""

    kind: Literal["address_struck"] = "address_struck"
    address: str
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Pass over it from now on; it can still be given by name, for a reason."""
        return meeting.having(addresses_struck=meeting.addresses_struck | {self.address})


class StrikeAddress(Act):
    """Strike an address that will not be given, for a reason."""

    asks = "ask.reason_strike"

    kind: Literal["strike_address"] = "strike_address"
    address: str
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Strike it unless it was given or struck before."""
        address = address_of(meeting, self.address)
        if given(meeting, address.code):
            raise Refused("address_given", Rule.PROTOCOL, office=address.office)
        if address.code in meeting.addresses_struck:
            raise Refused("address_struck", Rule.PROTOCOL, office=address.office)
        return [AddressStruck(at=now, address=address.code, reason=needs_reason(self.reason))]
