"""What no single table can see: how the parts of a meeting file fit together.

Each check looks at the sound parts of a draft only, so that one slip is told once.
"""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.meetingfile.checks import (
    delegations,
    meeting,
    moments,
    other_names,
    programme,
    rules,
    sessions,
    times,
)
from tipfloor.meetingfile.draft import Draft
from tipfloor.meetingfile.fault import Finding


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield what each check finds."""
    rooms = (meeting, rules, moments, sessions, times, delegations, other_names, programme)
    for room in rooms:
        yield from room.findings(draft)
