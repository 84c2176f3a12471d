"""The meeting file and the record: the plan of the meeting, and whether both are sound."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tipfloor.commands.readiness.finding import Finding, bad, good
from tipfloor.core.plan.plan import Plan
from tipfloor.store.address import Address


def look(file: Path, record: Address | None) -> tuple[list[Finding], Plan | None, Address | None]:
    """Return what there is to say of a meeting's files, its plan and where its record is.

    Without a record that is named it is the meeting's own; what is in a record holds.
    """
    from tipfloor.meetingfile import FaultsFound, read_plan
    from tipfloor.records import default_record, meant

    found: list[Finding] = []
    plan = None
    if record is None or file.exists() or not _is_there(record):
        try:
            plan = read_plan(file)
            found.append(good("meeting", file=file, title=plan.meeting.title))
        except FaultsFound as faults:
            code = "meeting_faulty" if file.exists() else "meeting_none"
            found.append(bad(code, file=file, number=len(faults.faults)))
    if record is None:
        record = default_record(plan) if plan else None
    elif plan:
        held_by = plan
        record = meant(record, lambda: held_by)
    if record is not None:
        seen, held = _of_record(record)
        found, plan = [*found, seen], held or plan
    return found, plan, record


def _is_there(record: Address) -> bool:
    """Tell whether a record is there; one in a database that nobody comes to may be."""
    from tipfloor.records import is_there
    from tipfloor.store import StoreFault

    try:
        return is_there(record)
    except StoreFault:
        return True


def _of_record(path: Address) -> tuple[Finding, Plan | None]:
    """Return whether a record can be gone on with or is to be begun, and the plan in it."""
    from tipfloor.commands.troubles import fault_text
    from tipfloor.records import is_there, open_record
    from tipfloor.store import StoreFault

    try:
        if not is_there(path):
            return good("record_new", path=path), None
        with closing(open_record(path, None, read_only=True)) as proceedings:
            plan, number = proceedings.meeting.plan, len(proceedings.history)
            broken = proceedings.broken
    except StoreFault as fault:
        return bad("record_unusable", reason=fault_text(fault)), None
    if broken is not None:
        return bad("record_broken", path=path, position=broken), plan
    return good("record", path=path, number=number), plan
