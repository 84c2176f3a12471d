"""Who was there: each stay of a delegation, and the list of those present with the quorum."""

from __future__ import annotations

from collections.abc import Container, Iterator

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.registration.quorum import PURPOSES, Quorum, quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import Stay
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.telltime import times_of
from tipfloor.words import count, say
from tipfloor.words.alphabet import in_order, order_told
from tipfloor.words.capacities import CapacityCode, capacity_code, capacity_text
from tipfloor.words.joining import apart
from tipfloor.words.times import iso


class Attended(Struct, frozen=True):
    """One stay; times are ISO 8601, `left_at` is None while it lasts; why one was admitted stays
    internal.
    """

    delegation_code: str
    delegation: str
    state: bool
    capacity: CapacityCode
    capacity_text: str
    arrived_at: str
    left_at: str | None
    accredited_on: str | None
    late: bool
    admitted_at_the_door: bool


def attendance(snapshot: Snapshot) -> list[Attended]:
    """Return every stay in the order of arrival."""
    return [_attended(stay, snapshot.meeting) for stay in snapshot.meeting.attendance]


def quorum_list(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Tell who attended, and the figures of the quorum, in the moment of registration."""
    meeting = snapshot.meeting
    if not meeting.attendance or moment != _place(meeting):
        return
    at = _as_at(snapshot, moment)
    there = {stay.delegation: stay for stay in meeting.attendance if was_there(stay, at)}
    came = (row for row in meeting.plan.delegations if row.code in there)
    present = in_order(came, meeting.plan.first_language)
    for state, key in ((True, "export.delegations_present"), (False, "export.observers_present")):
        names = [_name(there[row.code], meeting) for row in present if row.state is state]
        if names:
            yield count(key, len(names), names=tuple(names))
    then = meeting.having(checked_in=frozenset(there))
    found = quorum(then, "open")
    figures = [_figure(quorum(then, purpose)) for purpose in PURPOSES]
    told = apart(figure for figure in figures if figure)
    key = "export.quorum" if told else "export.present"
    yield say(key, present=found.present, base=found.base, figures=told)
    yield from _at_other_times(snapshot, moment, at, there)
    if order := order_told(present, meeting.plan.first_language):
        yield order


def _attended(stay: Stay, meeting: Meeting) -> Attended:
    plan = meeting.plan
    row = plan.delegation(stay.delegation)
    return Attended(
        delegation_code=stay.delegation,
        delegation=plan.name_of(stay.delegation),
        state=row is not None and row.state,
        capacity=capacity_code(stay.capacity, stay.delegation, plan),
        capacity_text=capacity_text(stay.capacity, stay.delegation, plan),
        arrived_at=iso(stay.arrived, plan.zone),
        left_at=iso(stay.left, plan.zone) if stay.left else None,
        accredited_on=stay.accredited_on.isoformat() if stay.accredited_on else None,
        late=stay.late,
        admitted_at_the_door=stay.reason is not None,
    )


def _place(meeting: Meeting) -> str:
    """Return the moment whose minutes have the list: registration, else the first."""
    kinds = {item.kind: item.code for item in reversed(meeting.plan.moments)}
    return kinds.get("registration", meeting.plan.moments[0].code)


def _as_at(snapshot: Snapshot, moment: str) -> Instant:
    """Return the instant of which the list is: the end of the moment, now while it is on."""
    ends = [stage.ended_at for stage in snapshot.meeting.moments if stage.code == moment]
    return (ends[-1] if ends else None) or snapshot.now


def was_there(stay: Stay, at: Instant) -> bool:
    """Tell whether a delegation was there at an instant."""
    return at.reached(stay.arrived) and (stay.left is None or not at.reached(stay.left))


def _at_other_times(
    snapshot: Snapshot, moment: str, at: Instant, there: Container[str]
) -> Iterator[str]:
    """Tell who came only later, and who had come and left by then, each once with its time."""
    meeting, times = snapshot.meeting, times_of(snapshot.meeting, moment, snapshot.now)
    later: dict[str, str] = {}
    gone: dict[str, str] = {}
    for stay in meeting.attendance:
        name = _name(stay, meeting)
        if stay.delegation in there:
            continue
        if not at.reached(stay.arrived):
            when = say("export.arrived_at", time=times.when(stay.arrived))
            later.setdefault(stay.delegation, say("export.name_and_why", name=name, why=when))
        elif stay.left:
            when = say("export.left_at", time=times.when(stay.left))
            gone[stay.delegation] = say("export.name_and_why", name=name, why=when)
    for key, names in (("export.had_left", gone), ("export.arrived_later", later)):
        if names:
            yield say(key, names=tuple(names.values()))


def _name(stay: Stay, meeting: Meeting) -> str:
    """Return the name of a delegation, with what is particular: that a delegate heads it."""
    name = meeting.plan.name_of(stay.delegation)
    if stay.capacity != "designated_delegate":
        return name
    why = say("export.capacity_designated_delegate")
    return say("export.name_and_why", name=name, why=why)


def _figure(found: Quorum) -> str:
    if not found.needed:
        return ""
    key = f"export.quorum_{found.purpose}"
    return say(key if found.met else f"{key}_lacking", needed=found.needed)
