"""What stands on the face of a document or workbook: its marks, and the lines below its title."""

from __future__ import annotations

from tipfloor.export.annex import signs
from tipfloor.export.minutes import heading, under_way
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.plain import plain


def marks(snapshot: Snapshot) -> list[str]:
    """Return what a reader must not miss: rehearsal, internal, provisional."""
    provisional = [say("export.provisional")] if under_way(snapshot) else []
    return [*signs(snapshot), *provisional]


def front_lines(snapshot: Snapshot) -> list[str]:
    """Return the lines below the title: body and place, as of when, which part."""
    title, said = snapshot.meeting.plan.meeting.title, list(signs(snapshot))
    return [plain(line) for line in heading(snapshot) if line and line not in (title, *said)]
