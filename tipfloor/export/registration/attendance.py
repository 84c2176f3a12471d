"""Who was there: each stay of a delegation, and the list of those present with the quorum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.registration.quorum import PURPOSES, Quorum, quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import Stay, last_stay
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import count, say
from tipfloor.words.times import iso, wall


@dataclass(frozen=True, slots=True)
class Attended:
    """One stay; times are ISO 8601, `left_at` is None while it lasts; why one was admitted stays
    internal.
    """

    delegation_code: str
    delegation: str
    state: bool
    capacity: str
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
    for state, key in ((True, "export.delegations_present"), (False, "export.observers_present")):
        there = [item for item in meeting.plan.delegations if item.state is state]
        names = [name for item in there for name in _name(item, meeting)]
        if names:
            yield count(key, len(names), names=", ".join(names))
    found = quorum(meeting, "open")
    figures = [_figure(quorum(meeting, purpose)) for purpose in PURPOSES]
    told = "; ".join(figure for figure in figures if figure)
    key = "export.quorum" if told else "export.present"
    yield say(key, present=found.present, base=found.base, figures=told)


def _attended(stay: Stay, meeting: Meeting) -> Attended:
    plan = meeting.plan
    row = plan.delegation(stay.delegation)
    return Attended(
        delegation_code=stay.delegation,
        delegation=plan.name_of(stay.delegation),
        state=row is not None and row.state,
        capacity=say(f"export.capacity_{stay.capacity}"),
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


def _name(item: DelegationPlan, meeting: Meeting) -> Iterator[str]:
    """Give a delegation that attended, with what is particular: a delegate, that it has left."""
    stay = last_stay(meeting.attendance, item.code)
    if stay is None:
        return
    name = meeting.plan.name_of(item.code)
    notes = []
    if stay.capacity == "designated_delegate":
        notes.append(say("export.capacity_designated_delegate"))
    if stay.left:
        notes.append(say("export.left_at", time=wall(stay.left, meeting.plan.zone)))
    yield say("export.name_and_why", name=name, why=", ".join(notes)) if notes else name


def _figure(found: Quorum) -> str:
    if not found.needed:
        return ""
    key = f"export.quorum_{found.purpose}"
    return say(key if found.met else f"{key}_lacking", needed=found.needed)
