"""The list of speakers as a value: entries, and the verbs that return another list."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.fields import Capacity as Capacity
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.log import EMPTY, Log
from tipfloor.core.state.mark import Mark


class Entry(Struct, frozen=True):
    """One delegation's place on a list; `id` is the position of the event that inscribed it.

    `replies_to` is the id of the remark that a reply answers.
    """

    id: int
    delegation: str
    requested_at: Instant
    capacity: Capacity = "national_authority"
    kind: str = "remark"
    on_behalf_of: tuple[str, ...] = ()
    general_report: bool = False
    limit_seconds: int | None = None
    replies_to: int | None = None
    turn: int = 1
    absences: int = 0
    former: int | None = None
    marks: tuple[Mark, ...] = ()
    stated: bool = False
    """Whether its capacity was stated, with a reason, against that of the check-in."""
    person: str | None = None
    """The opaque id of who speaks; the name is kept apart from the log."""
    expected: bool = False
    """Whether it was inscribed while its delegation was not here yet."""
    document: str | None = None
    """The document that it speaks on, by code, in the moment of that business."""
    recommendation: int | None = None
    """The recommendation that it speaks on, by number."""

    @property
    def is_remark(self) -> bool:
        """Whether it is the delegation's own remark: no reply, and no address or report."""
        return self.kind not in ("reply", "address", "report")

    @property
    def subject(self) -> str:
        """What of a moment's own business it is on, by kind and code; empty in a session."""
        if self.document:
            return f"document:{self.document}"
        return f"recommendation:{self.recommendation}" if self.recommendation else ""

    @property
    def rank(self) -> tuple[bool, int]:
        """Replies come after the list, a second turn after all first ones (PRACTICE section 4)."""
        return (self.kind == "reply", self.turn)


class Departed(Struct, frozen=True):
    """An entry that left the list without the floor, when and why."""

    entry: Entry
    at: Instant
    why: str


class SpeakersList(Struct, frozen=True):
    """The list of speakers of one session: remarks in order, then the replies in theirs."""

    waiting: tuple[Entry, ...] = ()
    departed: Log[Departed] = EMPTY
    closed_at: Instant | None = None
    closed_by_time: bool = False
    called: int | None = None
    called_at: Instant | None = None

    @property
    def is_open(self) -> bool:
        """Whether delegations may still ask for the floor."""
        return self.closed_at is None

    @property
    def next(self) -> Entry | None:
        """The entry that the chair calls next: the one already called, or the first."""
        return self.entry(self.called) or (self.waiting[0] if self.waiting else None)

    def entry(self, entry_id: int | None) -> Entry | None:
        """Find a waiting entry by its id."""
        return next((item for item in self.waiting if item.id == entry_id), None)

    def of(self, delegation: str, *, replies: bool | None = None) -> Entry | None:
        """Find the first waiting entry of a delegation: a reply, no reply, or either (None)."""
        return next(
            (
                item
                for item in self.waiting
                if item.delegation == delegation and replies in (None, item.kind == "reply")
            ),
            None,
        )

    def place_of(self, entry: Entry) -> int:
        """Return an entry's place on the list, counted from 1."""
        return next(
            place for place, item in enumerate(self.waiting, start=1) if item.id == entry.id
        )

    def put(self, entry: Entry, place: int | None = None) -> SpeakersList:
        """Return the list with an entry at a place from 1; at the end of its rank without one."""
        rest = tuple(item for item in self.waiting if item.id != entry.id)
        if place is None:
            before = [n for n, item in enumerate(rest, start=1) if item.rank <= entry.rank]
            place = max(before, default=0) + 1
        return replace(self, waiting=(*rest[: place - 1], entry, *rest[place - 1 :]))

    def without(self, entry_id: int) -> SpeakersList:
        """Return the list without an entry."""
        rest = tuple(item for item in self.waiting if item.id != entry_id)
        return replace(self, waiting=rest).uncalled(entry_id)

    def uncalled(self, entry_id: int) -> SpeakersList:
        """Return the list with that entry no longer called."""
        if self.called != entry_id:
            return self
        return replace(self, called=None, called_at=None)

    def departing(self, entry: Entry, at: Instant, why: str) -> SpeakersList:
        """Return the list from which an entry left without the floor, for a reason by code."""
        gone = self.without(entry.id)
        return replace(gone, departed=gone.departed.appended(Departed(entry, at, why)))
