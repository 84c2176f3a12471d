"""Addresses and reports: given by office, in the order of protocol, on the one floor."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.floor.floor import refuse_while_point_waits, refuse_while_taken, stop_over_time
from tipfloor.core.floor.interlude_ends import ending_interlude
from tipfloor.core.ground.act import Act, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import LimitSeconds
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import refuse_unless_present
from tipfloor.core.plan.plan import Plan
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark


class AddressBegun(Event):
    """An office took the floor and its clock started; the event's position names the remark.

    `limit_seconds` is the limit that holds, None without one: then the clock counts up, with a
    sign at `planned_seconds`.
    """

    kind: Literal["address_begun"] = "address_begun"
    address: str
    remark_kind: Literal["address", "report"] = "address"
    planned_seconds: int | None = None
    limit_seconds: int | None = None
    withdraws: bool = False
    in_order: bool = True
    reason: str | None = None

    def manner(self) -> Literal["", "limit"]:
        """Tell whether it has a limit."""
        return "" if self.limit_seconds is None else "limit"

    def apply(self, meeting: Meeting) -> Meeting:
        """Start the remark, which belongs to no session."""
        entry = Entry(
            id=meeting.position,
            delegation=self.address,
            requested_at=self.at,
            kind=self.remark_kind,
        )
        remark = Remark(
            id=meeting.position,
            number=meeting.next_number,
            session=None,
            moment=meeting.moment,
            day=meeting.day,
            entry=entry,
            place=0,
            given_at=self.at,
            limit=_milliseconds(self.limit_seconds),
            withdraws=self.withdraws,
            marks=() if self.in_order else ("out_of_order",),
            planned=_milliseconds(self.planned_seconds),
        )
        return meeting.having(floor=remark)

    def left_out(self, meeting: Meeting, position: int) -> Meeting:
        """Keep the number that it had."""
        return meeting.with_void(position)


class BeginAddress(Act):
    """Give the floor for an address or report: the next of this moment, or the one named.

    Out of the order of protocol, or for the second time, it takes a reason. `limit_seconds` is its
    limit where another is to hold than the one that was set or planned.
    """

    asks = "ask.reason_address"

    kind: Literal["begin_address"] = "begin_address"
    address: str | None = None
    reason: Reason | None = None
    limit_seconds: LimitSeconds | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Begin it while nobody has the floor (PRACTICE section 2, rows ii and ix)."""
        meeting.refuse_while_suspended()
        refuse_while_taken(meeting, now)
        refuse_while_point_waits(meeting)
        address = self._meant(meeting)
        in_order = is_in_order(meeting, address)
        self._refuse_without_reason(meeting, address, in_order)
        if address.delegation:
            refuse_unless_present(meeting, now, address.delegation)
        ended = ending_interlude(meeting, now)
        limit = self.limit_seconds or address_limit(meeting, address)
        begun = AddressBegun(
            at=now,
            address=address.code,
            remark_kind=address.kind,
            planned_seconds=address.planned_seconds,
            limit_seconds=limit,
            withdraws=limit is not None and meeting.plan.rules.at_limit == "withdraw",
            in_order=in_order,
            reason=self.reason,
        )
        return [*stop_over_time(meeting, now), *ended, begun]

    def _meant(self, meeting: Meeting) -> AddressPlan:
        if self.address is not None:
            return address_of(meeting, self.address)
        upcoming = next_address(meeting)
        if upcoming is None:
            raise Refused("no_address", Rule.PROTOCOL, moment=meeting.moment_plan.title)
        return upcoming

    def _refuse_without_reason(
        self, meeting: Meeting, address: AddressPlan, in_order: bool
    ) -> None:
        if self.reason and self.reason.strip():
            return
        if given(meeting, address.code):
            raise Refused("address_given", Rule.PROTOCOL, office=address.office)
        if address.code in meeting.addresses_struck:
            raise Refused("address_struck", Rule.PROTOCOL, office=address.office)
        if not in_order:
            needs_reason(self.reason)


def address_of(meeting: Meeting, code: str) -> AddressPlan:
    """Find an address by its code. Raises Refused."""
    found = meeting.plan.address(code.strip())
    if found is None:
        raise Refused("unknown_address", Rule.PROTOCOL, given=code)
    return found


def address_limit(meeting: Meeting, address: AddressPlan) -> int | None:
    """Return the limit of an address in seconds, as the desk set it last, None without one."""
    return meeting.address_limits.get(address.code, address.limit_seconds)


def addresses_of(meeting: Meeting, moment: str) -> tuple[AddressPlan, ...]:
    """Return the addresses of a moment in the order of protocol, as the desk last arranged it."""
    planned = [item for item in meeting.plan.addresses if item.moment == moment]
    order = meeting.address_orders.get(moment, ())
    places = {code: place for place, code in enumerate(order)}
    return tuple(sorted(planned, key=lambda item: places.get(item.code, len(order))))


def given(meeting: Meeting, code: str) -> tuple[Remark, ...]:
    """Return when an address was given, the one under way included, in order."""
    found = meeting.all_remarks.by_piece(_addresses)
    return tuple(remark for remark in found if remark.entry.delegation == code)


def _addresses(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    return tuple(remark for remark in remarks if remark.is_address)


def delegation_of(remark: Remark, plan: Plan) -> str:
    """Return the code of the delegation that spoke, empty for an office that has none."""
    spoke = remark.entry.delegation
    return delegation_behind(spoke, plan) if remark.is_address else spoke


def delegation_behind(office: str, plan: Plan) -> str:
    """Return the delegation of whoever holds an address, by its code; empty where it has none."""
    address = plan.address(office)
    return (address and address.delegation) or ""


def is_to_come(meeting: Meeting, address: AddressPlan) -> bool:
    """Tell whether an address was neither given nor struck."""
    return address.code not in meeting.addresses_struck and not given(meeting, address.code)


def addresses_to_come(meeting: Meeting) -> tuple[AddressPlan, ...]:
    """Return the addresses of the current moment that are to come, in the order of protocol."""
    here = addresses_of(meeting, meeting.moment)
    return tuple(item for item in here if is_to_come(meeting, item))


def next_address(meeting: Meeting) -> AddressPlan | None:
    """Return the address of the current moment that comes next, None where none is to come."""
    return next(iter(addresses_to_come(meeting)), None)


def gives_addresses(meeting: Meeting) -> bool:
    """Tell whether the next address comes before the list: no session is open, nobody is called."""
    return meeting.session is None and meeting.speakers().called is None


def reports_to_come(meeting: Meeting) -> tuple[AddressPlan, ...]:
    """Return the reports that the meeting still owes (PRACTICE section 1, rule 10)."""
    every = (item for item in meeting.plan.addresses if item.kind == "report")
    return tuple(item for item in every if is_to_come(meeting, item))


def is_in_order(meeting: Meeting, address: AddressPlan) -> bool:
    """Tell whether an address comes next; a report without a moment is never out of order."""
    return address.moment is None or address == next_address(meeting)


def _milliseconds(seconds: int | None) -> int | None:
    return None if seconds is None else seconds * 1000
