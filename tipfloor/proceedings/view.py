"""What a record says as far as it was read: its events, and the meeting that they fold into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap
from typing import TYPE_CHECKING

from tipfloor.core.fold import convened, going_on, step, undone_positions
from tipfloor.core.ground.event import Event, Recorded, Told, encode, stored_version
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.state.log import Log
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings.garbage import without_collections
from tipfloor.proceedings.milestones import EVERY, Milestone, Milestones
from tipfloor.reading import Place, RecordDamaged, read_on, told_by
from tipfloor.store import Row, Unsealed

if TYPE_CHECKING:
    from tipfloor.proceedings.recent import Recent

UNFIT = (ValueError, Refused, LookupError, TypeError, AttributeError)
"""What the fold can raise of events that do not follow from one another."""


class View:
    """The record up to the last row that was read; it holds no store and asks none."""

    def __init__(self, rows: Sequence[Row], where: str) -> None:
        self._where = where
        with without_collections():
            events, self._place, self._broken = read_on(rows, Place(), where)
            self._history: Log[Recorded] | Recent = Log(events[:1])
            try:
                self._milestones = Milestones([Milestone(1, convened(events))])
                self._take(events[1:], Milestones(self._course(events[1:])))
            except UNFIT as error:
                raise RecordDamaged("damaged", where, str(error)) from error

    @property
    def meeting(self) -> Meeting:
        """The meeting as recorded, up to the last event that was read."""
        return self._milestones.last.meeting

    @property
    def history(self) -> Log[Recorded] | Recent:
        """Every event of the record in order, those undone included."""
        return self._history

    @property
    def is_whole(self) -> bool:
        """Whether all that is known of the record was read of it."""
        return True

    def fetch(self) -> None:
        """Read what is not known of the record yet, on any thread. Raises StoreFault."""

    def complete(self) -> None:
        """Have all that is known be what was read of the record. Raises StoreFault."""

    @property
    def position(self) -> int:
        """The position of the last row that was read."""
        return self._place.position

    @property
    def digest(self) -> str:
        """The digest of the last row that was read, which seals the whole record up to it."""
        return self._place.digest

    @property
    def broken(self) -> int | None:
        """The first row of the record that is missing or was altered, None while all are sound."""
        return self._broken

    @property
    def where(self) -> str:
        """Where the record is."""
        return self._where

    def read(self, rows: Sequence[Row]) -> list[Recorded]:
        """Take the rows that others wrote, those known already left out, and return their events.

        Raises RecordDamaged.
        """
        new = [row for row in rows if row.position > self.position]
        read = read_on(new, self._place, self._where)
        try:
            self._take(read.events, Milestones(self._course(read.events)))
        except UNFIT as error:
            raise RecordDamaged("damaged", self._where, str(error)) from error
        self._place = read.place
        self._broken = self._broken or read.broken
        return read.events

    def anew(self, rows: Sequence[Row]) -> None:
        """Take all rows again, where a text among those that are known was blacked out."""
        self._take_over(View(rows, self._where))

    def wrote(
        self, rows: Sequence[Row], recorded: Sequence[Recorded], after: Meeting
    ) -> list[Recorded]:
        """Take rows whose events are known, and the meeting after them; return the events."""
        pairs = zip(recorded, rows, strict=True)
        kept = [Recorded(item.position, item.event, told_by(row, row.act)) for item, row in pairs]
        self._place = Place(rows[-1].position, rows[-1].digest, kept[-1].event, rows[-1].act)
        self._take(kept, [Milestone(self.position, after)])
        return kept

    def ahead(
        self, meeting: Meeting, unsaved: Sequence[Recorded], recorded: Sequence[Recorded]
    ) -> Meeting:
        """Return a meeting after more events, an undoing among them or not.

        It has what is in this view, and behind it what is not saved.
        """
        if undone_positions(recorded):
            for one in self._course([*unsaved, *recorded]):
                meeting = one.meeting
            return meeting
        for item in recorded:
            meeting = step(meeting, item)
        return meeting

    def _take_over(self, other: View) -> None:
        """Have what another view has of the record."""
        self._history, self._milestones = other._history, other._milestones
        self._place, self._broken = other._place, self._broken or other._broken

    def _take(self, events: Sequence[Recorded], course: Iterable[Milestone]) -> None:
        """Take events behind the last, and the milestones that they lead over."""
        if undone := undone_positions(events):
            self._milestones.drop(min(undone))
        for one in course:
            self._milestones.keep(*one)
        self._history = self._history.extended(events)

    def _course(self, events: Sequence[Recorded]) -> Iterator[Milestone]:
        """Give the meeting after each event behind the last, none of those undone in it.

        Where some of these are undone, from the last milestone that has nothing of them.
        """
        undone = undone_positions(events)
        position, meeting = self._milestones.before(min(undone, default=len(self._history) + 1))
        behind = [*self._history[position:], *events]
        return starmap(Milestone, going_on(meeting, behind, EVERY, EVERY))


def unsealed(recorded: Sequence[Recorded], now: Instant) -> list[Unsealed]:
    """Return events as a store takes them when they are told at an instant."""
    at, seen = stamp(now), dict[str, int]()
    found: list[Unsealed] = []
    for _, event, told in recorded:
        nth = seen.get(told.act, 0)
        seen[told.act] = nth + 1
        version = stored_version(type(event))
        found.append(Unsealed(event.kind, version, encode(event), told.act, nth, told.by, at))
    return found


def at_positions(after: int, events: Sequence[Event], told: Told) -> list[Recorded]:
    """Return events of one act at the positions that follow one."""
    return [Recorded(position, event, told) for position, event in enumerate(events, after + 1)]


def stamp(now: Instant) -> str:
    """Return an instant as a row has it: UTC, ISO 8601, to the millisecond."""
    return now.utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def milliseconds(now: Instant) -> int:
    """Return an instant in milliseconds since 1970."""
    return round(now.utc.timestamp() * 1000)
