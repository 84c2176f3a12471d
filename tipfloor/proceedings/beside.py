"""What every way of telling has beside the meeting: the record as saved, its people, its clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tipfloor.core.course.unread import broken_chain
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings.errands import News
from tipfloor.proceedings.present import Present
from tipfloor.proceedings.view import View
from tipfloor.store import Person, TimeLine


class Beside:
    """The record as last read, and what is kept apart from its log; `by` is who tells acts."""

    def __init__(
        self,
        saved: View,
        people: Mapping[str, Person],
        present: Present,
        by: str,
        line: Callable[[], TimeLine | None],
    ) -> None:
        self.saved = saved
        self.by = by
        self._people = people
        self._present = present
        self._line = line
        self._goes_on_broken = False

    @property
    def meeting(self) -> Meeting:
        """The meeting as recorded, up to the last event that was read."""
        return self.saved.meeting

    @property
    def showing(self) -> Meeting:
        """The meeting as screens show it."""
        return self.saved.meeting

    @property
    def held_back(self) -> bool:
        """Whether nothing is appended because the chain is broken and nobody asked to go on."""
        return self.saved.broken is not None and not self._goes_on_broken

    def go_on_broken(self) -> None:
        """Let acts be appended to a record of which a row is missing or was altered."""
        self._goes_on_broken = True

    def _refuse_while_held_back(self) -> None:
        """Raise Refused where nothing is appended."""
        if self.held_back:
            raise broken_chain(self.saved.broken or 0)

    @property
    def people(self) -> Mapping[str, Person]:
        """Whose names are kept apart from the log, by id."""
        return self._people

    @property
    def where(self) -> str:
        """Where the record is."""
        return self.saved.where

    @property
    def clock_bound(self) -> int | None:
        """By how many ms the record's clock may be another; None where it is this machine's."""
        line = self._line()
        return None if line is None else line.bound

    def now(self) -> Instant:
        """Return the present instant on the meeting's clock, never before what is known of it."""
        return self._present.of(self.meeting)[0]

    def _taken(self, found: News) -> list[Recorded]:
        """Take the rows that were written and everyone who is kept by then; return the events."""
        self._people = {person.id: person for person in found.people}
        read = self.saved.read(found.rows)
        if found.every is not None:
            self.saved.anew(found.every)
        return read
