"""What a file says on its face of its form and its part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tipfloor.export.list.unheard import session_title
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.calendar import date_in_full


def signs(snapshot: Snapshot) -> Iterator[str]:
    """Give what stands above everything else: a record not sound, a rehearsal, an internal file."""
    if snapshot.broken is not None:
        yield say("export.broken_chain", position=snapshot.broken)
    if snapshot.rehearsal:
        yield say("export.rehearsal")
    if snapshot.internal:
        yield say("export.internal")


def part_told(snapshot: Snapshot) -> Iterator[str]:
    """Give which sessions and days a file has, nothing where it has them all."""
    chosen = snapshot.scope.part
    for code in chosen.sessions:
        yield say("export.only_session", session=session_title(snapshot.whole, code))
    for only in chosen.days:
        yield say("export.only_day", day=date_in_full(date.fromisoformat(only)))
