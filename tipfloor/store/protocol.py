"""What every store of the record can do, and how it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

FIRST_DIGEST = "0" * 64
"""What stands for the digest before the first row."""


class Row(NamedTuple):
    """One row of the record: an event as JSON text, who told it when, and what seals it.

    `act` is the id of the act that it is of, alone among acts, and `nth` its place in that act,
    from 0. `by` is who told it, `at` when on the record's clock, ISO 8601. `salt` is empty where
    the body was blacked out; all five and `seal` are empty in a row of a former schema.
    """

    position: int
    act: str
    nth: int
    by: str
    at: str
    kind: str
    version: int
    body: str
    salt: str
    seal: str
    digest: str


class Unsealed(NamedTuple):
    """An event on its way into the record: it has no position, no seal and no digest yet.

    Without a salt of its own it is given one drawn at random.
    """

    kind: str
    version: int
    body: str
    act: str = ""
    nth: int = 0
    by: str = ""
    at: str = ""
    salt: str = ""


class Made(NamedTuple):
    """A file made of the record: when, where, and of the rows up to which position.

    `form` is public or internal.
    """

    at: str
    path: str
    position: int
    form: str


class TimeLine(NamedTuple):
    """A clock that the machines at one record share, as this machine has measured it.

    Its ticks are those of the machine and `offset`, in milliseconds, wrong by `bound` at the most.
    At its tick 0 its wall clock showed `utc`, in milliseconds since 1970.
    """

    name: str
    offset: int
    utc: int
    bound: int


class Person(NamedTuple):
    """Someone who speaks for a delegation, by an opaque id; `shown` says how much of it may be.

    `shown` is delegation_only, office or full_name. Times are ISO 8601: when the person agreed to
    be shown, and when that was withdrawn.
    """

    id: str
    delegation: str
    name: str
    office: str
    shown: str
    consented_at: str | None = None
    withdrawn_at: str | None = None


class Shown(NamedTuple):
    """An export that showed a person: when it was made, and where it was written."""

    at: str
    path: str
    person: str


class StoreFault(Exception):
    """A store that cannot be used; `code` says why and `detail` is the system's own word."""

    def __init__(self, code: str, where: str, detail: str = "") -> None:
        super().__init__(f"{code}: {where}: {detail}")
        self.code = code
        self.where = where
        self.detail = detail


class NotARecord(StoreFault):
    """What was named is not a record of tipfloor; it was left untouched."""


class RecordNewer(StoreFault):
    """The record was written by a later program; it was left untouched."""


class NotSaved(StoreFault):
    """An act could not be brought to disk; nothing of it is in the record."""


class Unanswered(StoreFault):
    """An act whose answer was lost: it may be in the record; `detail` is its id.

    It is asked again under the same id, and then written at most once.
    """


class Away(StoreFault):
    """A database that does not answer: nothing was sent to it. It is gone on with by itself."""


class NotErased(StoreFault):
    """A person or a text is hidden for good, but others hold the record: bytes are in it yet."""


class NotBlackedOut(Exception):
    """A row that cannot be blacked out: there is none, it is blacked out already, or names one."""


class Moved(Exception):
    """Another writer came first: the act is to be decided again on the newer meeting."""


class Store(Protocol):
    """A record that is open; every back end holds to the same contract suite."""

    @property
    def where(self) -> str:
        """Where the record is, in words that its user knows it by."""

    def be_patient(self, seconds: float) -> None:
        """Wait so long for other writers, no longer, before an act is said not to be saved."""

    def read(self, after: int = 0) -> list[Row]:
        """Return the rows after a position, in order. Raises StoreFault."""

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Give the rows after a position in order, one at a time. Raises StoreFault."""

    def positions_of(self, act: str) -> list[int]:
        """Return the positions of the rows of an act, in order. Raises StoreFault."""

    def time_line(self) -> TimeLine | None:
        """Return the time line that the record has of its own, None where it is the machine's."""

    def append(self, after: int, events: Sequence[Unsealed]) -> list[Row]:
        """Bring events to disk behind position `after`, all or none, and return their rows.

        Returns only when they are durable. Raises Moved where the record has grown meanwhile or
        has the act already, NotSaved where the disk refuses, and Unanswered where it is not known
        what became of them: then the same events are to be appended again, under the same act.
        """

    def black_out(self, after: int, texts: Mapping[int, str], events: Sequence[Unsealed]) -> None:
        """Put these bodies in place of those at their positions, for good, and append the events.

        The events name the positions and what is left. Raises Moved and NotBlackedOut, NotSaved
        where nothing was done, NotErased where the next opening must finish.
        """

    def note_made(self, made: Made) -> None:
        """Note that a file was made of the record. Raises NotSaved."""

    def made_since(self, position: int) -> list[Made]:
        """Return the files that were made of a position or later ones. Raises StoreFault."""

    def changed(self) -> bool:
        """Tell, cheaply, whether another connection may have written since the last call."""

    def doorbell(self, ring: Callable[[], None]) -> bool:
        """Have `ring` called, on any thread, when others may be writing; until it is closed.

        False where nothing tells of that, so that one has to look often.
        """

    def people(self) -> list[Person]:
        """Return everyone whose name is kept apart from the log. Raises StoreFault."""

    def keep_person(self, person: Person) -> None:
        """Keep a person's name, office and consent in place of the former. Raises NotSaved."""

    def forget_person(self, person: str) -> None:
        """Erase a person's name, office and consent by id, for good.

        Raises NotSaved where nothing was done, NotErased where the next opening must finish.
        """

    def shown_in(self, person: str) -> list[Shown]:
        """Return the exports that showed a person, oldest first. Raises StoreFault."""

    def all_shown(self) -> list[Shown]:
        """Return every export that showed somebody, oldest first. Raises StoreFault."""

    def note_shown(self, shown: Shown) -> None:
        """Note that an export showed a person. Raises NotSaved."""

    def fold_log(self) -> None:
        """Make a plain copy of the record as full as can be done without waiting for anybody."""

    def put_back(self) -> None:
        """Write a record that was deleted into its place again. Raises NotSaved."""

    def close(self) -> None:
        """Let the record go."""
