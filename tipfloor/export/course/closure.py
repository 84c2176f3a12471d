"""The closure of the meeting: when, and what it left open."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.course.leftovers import counted
from tipfloor.core.floor.addresses import reports_to_come
from tipfloor.core.state.meeting import Meeting
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.calendar import moment_in_full
from tipfloor.words.refusing import left_text
from tipfloor.words.times import iso


def closed_at(meeting: Meeting) -> str | None:
    """Return when the meeting was closed, as ISO 8601; None while it goes on."""
    return iso(meeting.closed_at, meeting.plan.zone) if meeting.closed_at else None


def left_at_end(meeting: Meeting) -> dict[str, int]:
    """Return how much is open of each kind: as counted at the closure, else as it stands."""
    return dict(meeting.left_at_closing) if meeting.closed_at else counted(meeting)


def closing_told(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give when the meeting was closed and the code of its record, in the moment of that."""
    meeting, zone = snapshot.meeting, snapshot.meeting.plan.zone
    if meeting.closed_at is None or meeting.moment != moment:
        return
    yield say("export.closed", when=moment_in_full(meeting.closed_at, zone, on=True))
    if meeting.closed_at in snapshot.codes:
        yield say("export.record_code", code=snapshot.codes[meeting.closed_at])


def closure_told(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give the closing and what was left open, in the moment in which it was closed."""
    meeting, closing = snapshot.meeting, list(closing_told(snapshot, moment))
    if not closing:
        return
    yield from closing
    if meeting.left_at_closing:
        yield say("export.left_open", left=left_text(meeting.left_at_closing))
    reports = [report.office for report in reports_to_come(meeting)]
    if reports:
        yield say("export.report_not_delivered", names=tuple(reports))
