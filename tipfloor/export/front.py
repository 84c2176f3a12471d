"""What stands on the face of a document below its title."""

from __future__ import annotations

from tipfloor.export.minutes import heading, marks
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.plain import plain


def front_lines(snapshot: Snapshot) -> list[str]:
    """Return the lines below the title: body and place, as of when, which part."""
    title, said = snapshot.meeting.plan.meeting.title, marks(snapshot)
    return [plain(line) for line in heading(snapshot) if line and line not in (title, *said)]
