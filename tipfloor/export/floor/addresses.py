"""The addresses and reports of a meeting: by office, in the order of protocol."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from tipfloor.core.floor.addresses import addresses_of, given
from tipfloor.core.plan.plan import Plan
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.export.codes import Kind
from tipfloor.export.list.unheard import moment_title
from tipfloor.export.paragraphs import remark_line
from tipfloor.export.rows import Row, rows
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.telltime import times_of
from tipfloor.words import count, say

State = Literal["given", "on", "to_come", "not_given"]


class Address(Struct, frozen=True):
    """An address or report as planned; `remarks` are the numbers of the rows that have it.

    `moment` is None where it can be taken up in any; lengths are seconds.
    """

    code: str
    kind: Kind
    kind_text: str
    office: str
    delegation_code: str | None
    moment_code: str | None
    moment: str | None
    planned_seconds: int | None
    limit_seconds: int | None
    state: State
    remarks: tuple[int, ...]


def addresses(snapshot: Snapshot) -> list[Address]:
    """Return every address of the plan, by moment in the order in which they come."""
    meeting = snapshot.meeting
    by_moment = [item for plan in meeting.plan.moments for item in addresses_of(meeting, plan.code)]
    free = [item for item in meeting.plan.addresses if item.moment is None]
    return [_address(item, snapshot) for item in (*by_moment, *free)]


def state_of(address: AddressPlan, meeting: Meeting) -> State:
    """Return what became of an address so far."""
    found = given(meeting, address.code)
    if found:
        return "on" if found[-1] is meeting.floor else "given"
    return "not_given" if address.code in meeting.addresses_struck else "to_come"


def addresses_told(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give the addresses of a moment as minutes have them: who, then each with its times."""
    meeting, plan = snapshot.meeting, snapshot.meeting.plan
    found = _spoken(snapshot, moment)
    for kind, key in (("address", "export.addresses_by"), ("report", "export.reports_by")):
        names = [_named(remark, plan) for remark, _ in found if remark.entry.kind == kind]
        if names:
            yield count(key, len(names), names=tuple(names))
    times = times_of(meeting, moment, snapshot.now).over(item.given_at for item, _ in found)
    yield from (remark_line(*pair, plan, snapshot.now, times) for pair in found)
    here = addresses_of(meeting, moment)
    struck = [item.office for item in here if state_of(item, meeting) == "not_given"]
    if struck:
        yield say("export.addresses_not_given", names=tuple(struck))


def _spoken(snapshot: Snapshot, moment: str) -> list[tuple[Remark, Row]]:
    """Return the addresses and reports of a moment in order, each with its row."""
    meeting = snapshot.meeting
    here = {item.id for item in meeting.all_remarks if item.is_address and item.moment == moment}
    if not here:
        return []
    every = rows(snapshot)
    pairs = zip(meeting.all_remarks, every, strict=True)
    return [(remark, row) for remark, row in pairs if remark.id in here]


def _address(address: AddressPlan, snapshot: Snapshot) -> Address:
    meeting = snapshot.meeting
    numbers = (snapshot.numbers[item.id] for item in given(meeting, address.code))
    return Address(
        code=address.code,
        kind=address.kind,
        kind_text=say(f"export.kind_{address.kind}"),
        office=address.office,
        delegation_code=address.delegation,
        moment_code=address.moment,
        moment=moment_title(meeting, address.moment) if address.moment else None,
        planned_seconds=address.planned_seconds,
        limit_seconds=address.limit_seconds,
        state=state_of(address, meeting),
        remarks=tuple(numbers),
    )


def _named(remark: Remark, plan: Plan) -> str:
    office = plan.name_of(remark.entry.delegation)
    address = plan.address(remark.entry.delegation)
    if address is None or address.delegation is None:
        return office
    delegation = plan.name_of(address.delegation)
    return say("export.address_with_delegation", office=office, delegation=delegation)
