"""What an export is made from: the meeting and its record at one instant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tipfloor.core.clock import Instant
from tipfloor.core.event import Recorded
from tipfloor.core.meeting import Meeting
from tipfloor.proceedings import Proceedings
from tipfloor.store import Person


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The meeting at `now`, what time brought about included, and the record behind it.

    `digest` is the last row's; `where` says where the record is; `people` are those whose names are
    kept apart from the log, by id.
    """

    meeting: Meeting
    now: Instant
    history: Sequence[Recorded]
    digest: str
    where: str
    people: Mapping[str, Person]

    @property
    def rehearsal(self) -> bool:
        """Whether this is only a rehearsal, which every form says."""
        return self.meeting.rehearsal_speed is not None


def take(proceedings: Proceedings) -> Snapshot:
    """Take a snapshot of the meeting under way."""
    meeting, now = proceedings.current()
    history = tuple(proceedings.history)
    return Snapshot(
        meeting, now, history, proceedings.digest, proceedings.where, proceedings.people
    )
