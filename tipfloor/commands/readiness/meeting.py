"""The meeting file and the record: the plan of the meeting, and whether both are sound."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tipfloor.commands.readiness.finding import Finding, bad, good
from tipfloor.core.plan.plan import Plan
from tipfloor.store.address import Address


def of_file(file: Path) -> tuple[Finding, Plan | None]:
    """Return whether a meeting file is sound, and the plan in it."""
    from tipfloor.meetingfile import FaultsFound, read_plan

    try:
        plan = read_plan(file)
    except FaultsFound as faults:
        code = "meeting_faulty" if file.exists() else "meeting_none"
        return bad(code, file=file, number=len(faults.faults)), None
    return good("meeting", file=file, title=plan.meeting.title), plan


def of_record(asked: Address, of_file: Plan | None) -> tuple[Finding, Plan | None]:
    """Return whether a record can be gone on with or is to be begun, and the plan in it."""
    from tipfloor.commands.troubles import fault_text
    from tipfloor.records import NoRecord, meant, open_record
    from tipfloor.store import StoreFault

    try:
        record = meant(asked, lambda: of_file)
        with closing(open_record(record, None, read_only=True)) as proceedings:
            plan, number = proceedings.meeting.plan, len(proceedings.history)
            broken = proceedings.broken
    except NoRecord as none:
        return good("record_new", path=none.path), None
    except StoreFault as fault:
        return bad("record_unusable", reason=fault_text(fault)), None
    if broken is not None:
        return bad("record_broken", path=record, position=broken), plan
    return good("record", path=record, number=number), plan
