"""What was corrected afterwards: both values, who presided then, when and why; internal only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from msgspec import Struct

from tipfloor.core.corrections.recounting import Corrected
from tipfloor.core.corrections.remark_corrections import RemarkCorrected
from tipfloor.core.fold import undone_positions
from tipfloor.core.ground.event import Event, Recorded
from tipfloor.core.plan.plan import Plan
from tipfloor.core.registration.presiding import officers
from tipfloor.core.state.stage import Presiding
from tipfloor.export.internal import is_here
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.capacities import capacity_text, noted_text
from tipfloor.words.facts import UNKNOWN
from tipfloor.words.joining import beside
from tipfloor.words.offered import ruling_text
from tipfloor.words.officers import officer_text
from tipfloor.words.times import iso, iso_of
from tipfloor.words.when import When

RENAMED = {"ended_at": "stopped_at"}
"""Fields of a remark that the event of its correction has under another name."""


class CorrectionRow(Struct, frozen=True):
    """One field that was corrected, by the position of the entry; `what` says of which thing.

    `presiding` is the officer in the chair at the time, `noted` what the check-in says otherwise,
    `undone` whether it holds no more.
    """

    position: int
    at: str
    presiding: str
    what: str
    field: str
    before: str
    after: str
    reason: str
    noted: str
    undone: bool


def corrections(snapshot: Snapshot) -> list[CorrectionRow]:
    """Return every field that was corrected, in the order of the corrections."""
    undone = undone_positions(snapshot.history)
    return [
        row
        for recorded in snapshot.history
        if isinstance(recorded.event, Corrected | RemarkCorrected)
        and is_here(recorded.event, snapshot)
        for row in _rows(recorded, snapshot, recorded.position in undone)
    ]


def correction_lines(snapshot: Snapshot) -> list[str]:
    """Return a sentence for every field that was corrected, for the internal minutes."""
    return [_line(row) for row in corrections(snapshot)]


def remarks_corrected(snapshot: Snapshot) -> dict[int, list[CorrectionRow]]:
    """Return the corrections that hold of each remark, by the remark's id."""
    found: dict[int, list[CorrectionRow]] = {}
    undone = undone_positions(snapshot.history)
    for recorded in snapshot.history:
        event = recorded.event
        if isinstance(event, RemarkCorrected) and recorded.position not in undone:
            found.setdefault(event.remark, []).extend(_rows(recorded, snapshot, False))
    return found


def _rows(recorded: Recorded, snapshot: Snapshot, undone: bool) -> Iterator[CorrectionRow]:
    position, event, _ = recorded
    plan = snapshot.whole.plan
    before: dict[str, str] = getattr(event, "before", {})
    noted = getattr(event, "noted", {})
    for field, former in before.items():
        yield CorrectionRow(
            position=position,
            at=iso(event.at, plan.zone),
            presiding=_presiding(event, snapshot),
            what=_what(event, snapshot),
            field=say(f"export.field_{field}"),
            before=_value(field, former, event, snapshot),
            after=_value(field, _after(event, field), event, snapshot),
            reason=getattr(event, "reason", ""),
            noted=noted_text(noted, getattr(event, "delegation", ""), plan),
            undone=undone,
        )


def _after(event: Event, field: str) -> str:
    value = getattr(event, RENAMED.get(field, field), None)
    if isinstance(value, dict):
        return ", ".join(f"{name}={figure}" for name, figure in value.items())
    if isinstance(value, tuple):
        return ", ".join(value)
    instant = getattr(value, "utc", None)
    return instant.isoformat() if instant else "" if value is None else str(value)


def _value(field: str, value: str, event: Event, snapshot: Snapshot) -> str:
    """Return a value as people read it: a name for a code, a local time for an instant."""
    plan = snapshot.whole.plan
    if field == "capacity" and value:
        return capacity_text(value, _delegation_of(event, snapshot), plan)
    return SHOWN[field](value, plan) if value and field in SHOWN else value


SHOWN: dict[str, Callable[[str, Plan], str]] = {
    "delegation": lambda code, plan: plan.name_of(code),
    "on_behalf_of": lambda codes, plan: beside(map(plan.name_of, codes.split(", "))),
    "session": lambda code, plan: planned.title if (planned := plan.session(code)) else code,
    "given_at": lambda at, plan: iso_of(datetime.fromisoformat(at), plan.zone),
    "ended_at": lambda at, plan: iso_of(datetime.fromisoformat(at), plan.zone),
    "remark_kind": lambda code, plan: say(f"export.kind_{code}"),
    "ended_by": lambda code, plan: say(f"export.ended_{code}"),
    "method": lambda code, plan: say(f"export.method_{code}"),
    "ruling": lambda ruling, plan: ruling_text(ruling),
}
"""How the values of some fields are shown."""


def _delegation_of(event: Event, snapshot: Snapshot) -> str:
    """Return the delegation of the remark that a correction is about, empty without one."""
    remark = snapshot.whole.remark(getattr(event, "remark", None))
    return remark.entry.delegation if remark else ""


def _what(event: Event, snapshot: Snapshot) -> str:
    """Return what was corrected, such as a remark by its number or a document by its title."""
    plan = snapshot.whole.plan
    facts: dict[str, object] = {"number": getattr(event, "number", "")}
    if isinstance(event, RemarkCorrected):
        void = snapshot.whole.void.get(event.remark, UNKNOWN)
        facts["number"] = snapshot.numbers.get(event.remark, void)
    for table, field in (("documents", "document"), ("elections", "election")):
        code = getattr(event, field, None)
        row = plan.row(table, code) if code else None
        facts[field] = getattr(row, "title", code or "")
    return say(f"export.of_{event.kind}", **facts)


def _presiding(event: Event, snapshot: Snapshot) -> str:
    before = [item for item in officers(snapshot.whole) if event.at.reached(item.since)]
    officer: Presiding = before[-1] if before else officers(snapshot.whole)[0]
    return officer_text(officer, snapshot.whole.plan)


def _line(row: CorrectionRow) -> str:
    told = say(
        "export.correction",
        what=row.what,
        field=row.field,
        after=row.after,
        before=row.before or say("export.nothing_before"),
        when=When(datetime.fromisoformat(row.at), with_day=True),
        officer=row.presiding,
        reason=row.reason,
    )
    if row.noted:
        told = say("export.correction_noted", text=told, noted=row.noted)
    return say("export.log_undone", text=told) if row.undone else told
