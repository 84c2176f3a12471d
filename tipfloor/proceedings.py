"""The meeting under way: acts go in, events come out, other writers are followed.

This is the only place where an act meets the clock and the record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tipfloor.clocks import Clock, RehearsalClock, SystemClock
from tipfloor.core.corrections.undo import ActUndone
from tipfloor.core.course.convening import MeetingConvened
from tipfloor.core.course.unread import broken_chain
from tipfloor.core.floor.restarts import MachineRestarted, placed, restarted
from tipfloor.core.floor.timekeeping import as_of, due
from tipfloor.core.fold import fold, step
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event, Recorded, encode
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.mentions import Mention, mentions
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.meeting import Meeting
from tipfloor.reading import Place, RecordDamaged, read_on
from tipfloor.store import Made, Moved, Person, Row, Shown, Store, StoreFault, Unsealed

MOST_TRIES = 100
"""How often an act is decided again because other writers came first."""

UNFIT = (ValueError, Refused, LookupError, TypeError, AttributeError)
"""What the fold can raise of events that do not follow from one another."""


AT_REST = ("session_ended", "meeting_suspended", "meeting_adjourned", "meeting_closed")
"""Events after which nobody waits for the desk: the record's log is folded into its file."""


class Proceedings:
    """One process's view of the meeting, kept level with its record."""

    def __init__(self, store: Store, clock: Clock | None = None) -> None:
        self._store = store
        self._history: list[Recorded] = []
        self._behind = False
        self._place = Place()
        self._broken: int | None = None
        self._goes_on_broken = False
        self._restart: MachineRestarted | None = None
        self._meeting = self._fold_all(store.read())
        self._people = {person.id: person for person in store.people()}
        self._clock = clock or clock_of(self._meeting)

    @property
    def meeting(self) -> Meeting:
        """The meeting as recorded, up to the last event that was read."""
        return self._meeting

    @property
    def history(self) -> Sequence[Recorded]:
        """Every event of the record in order, those undone included."""
        return self._history

    @property
    def digest(self) -> str:
        """The digest of the last row that was read, which seals the whole record up to it."""
        return self._place.digest

    @property
    def broken(self) -> int | None:
        """The first row of the record that is missing or was altered, None while all are sound."""
        return self._broken

    @property
    def held_back(self) -> bool:
        """Whether nothing is appended because the chain is broken and nobody asked to go on."""
        return self._broken is not None and not self._goes_on_broken

    def go_on_broken(self) -> None:
        """Let acts be appended to a record of which a row is missing or was altered."""
        self._goes_on_broken = True

    @property
    def people(self) -> Mapping[str, Person]:
        """Whose names are kept apart from the log, by id."""
        return self._people

    @property
    def where(self) -> str:
        """Where the record is."""
        return self._store.where

    def now(self) -> Instant:
        """Return the present instant on the meeting's clock, never before what is recorded."""
        return self._now()[0]

    def current(self) -> tuple[Meeting, Instant]:
        """Return the meeting as it is now, what time brought about included, and the instant."""
        now = self.now()
        return as_of(self._meeting, now), now

    def tell(self, act: Act, at: Instant | None = None) -> tuple[Recorded, ...]:
        """Decide an act at the present instant, or at one past, and bring its events to disk.

        One past is never set before what was last done to the floor.
        Returns them once they are durable. Where another writer came first, the act is decided
        again on the newer meeting. Raises Refused, NotSaved or StoreFault.
        """

        def decide(now: Instant) -> list[Event]:
            try:
                return act.decide(self._meeting, now)
            except Refused as refused:
                if refused.logged is not None:
                    self._append([refused.logged])
                raise

        return self._settle(decide, at)

    def keep_time(self, *, recovered: bool = False) -> tuple[Recorded, ...]:
        """Record what time alone brought about: a floor withdrawn, a list closed.

        Nothing where a row is missing or altered: that is for a person to go on from.
        """
        if self.held_back:
            return ()
        return self._settle(lambda now: [], None, recovered=recovered)

    def follow(self) -> bool:
        """Read what other writers appended; tell whether the meeting changed."""
        self._behind = self._store.changed() or self._behind
        return self._behind and self._catch_up()

    def keep_person(self, person: Person) -> None:
        """Keep a person's name, office and consent, on disk before it returns. Raises NotSaved."""
        self._store.keep_person(person)
        self._people = {**self._people, person.id: person}

    def forget_person(self, person: str) -> list[Shown]:
        """Erase a person for good, and return the exports that showed the name before.

        Raises NotSaved where nothing was done, NotErased where the person is only hidden as yet.
        """
        stale = self._store.shown_in(person)
        try:
            self._store.forget_person(person)
        finally:
            self._people = {kept.id: kept for kept in self._store.people()}
        return stale

    def mentions(self, person: str) -> list[Mention]:
        """Return the rows whose typed texts hold a person's name; none once it is forgotten."""
        known = self._people.get(person)
        return mentions(self._history, known.name) if known else []

    def stale(self, person: str) -> list[Shown]:
        """Return the exports that showed a person, forgotten or not, oldest first."""
        return self._store.shown_in(person)

    def note_shown(self, path: str, people: Sequence[str]) -> None:
        """Note that an export at a path shows these people. Raises NotSaved."""
        at = self.now().utc.isoformat(timespec="seconds")
        for person in people:
            self._store.note_shown(Shown(at, path, person))

    def note_copy(self, path: str, position: int) -> None:
        """Note that a whole copy lies at a path, once for each person and state of the record.

        Raises StoreFault.
        """
        at = self.now().utc.isoformat(timespec="seconds")
        for person in self._people:
            if all(shown.path != path for shown in self._store.shown_in(person)):
                self._store.note_shown(Shown(at, path, person))
        if all(made.path != path for made in self._store.made_since(position)):
            self._store.note_made(Made(at, path, position, "internal"))

    def close(self) -> None:
        """Let the record go."""
        self._store.close()

    def _settle(
        self,
        decide: Callable[[Instant], list[Event]],
        at: Instant | None,
        *,
        recovered: bool = False,
    ) -> tuple[Recorded, ...]:
        """Record what is due, then what `decide` says, on the newest meeting there is."""
        self.follow()  # else an act could be refused for what another writer has changed since
        if self.held_back:
            raise broken_chain(self._broken or 0)
        kept: list[Recorded] = []
        for _ in range(MOST_TRIES):
            present, anew = self._now()
            now = self._meeting.after_floor(at) if at else present
            try:
                kept += self._append(anew)
                kept += self._append(due(self._meeting, now, recovered=recovered))
                return (*kept, *self._append(decide(now)))
            except Moved:
                self._catch_up()
        raise StoreFault("crowded", self._store.where)

    def _append(self, events: Sequence[Event]) -> list[Recorded]:
        if not events:
            return []
        unsealed = [Unsealed(event.kind, event.version, encode(event)) for event in events]
        rows = self._store.append(self._place.position, unsealed)
        recorded = [Recorded(row.position, event) for row, event in zip(rows, events, strict=True)]
        self._take(recorded)
        self._place = Place(rows[-1].position, rows[-1].digest, events[-1])
        if any(event.kind in AT_REST for event in events):
            self._store.fold_log()
        return recorded

    def _catch_up(self) -> bool:
        rows = self._store.read(self._place.position)
        people = {person.id: person for person in self._store.people()}
        others, self._people = people != self._people, people
        read = read_on(rows, self._place, self._store.where)
        try:
            self._take(read.events)
        except UNFIT as error:
            raise RecordDamaged("damaged", self._store.where, str(error)) from error
        self._place, self._broken = read.place, self._broken or read.broken
        self._behind = False
        return bool(rows) or others

    def _now(self) -> tuple[Instant, list[Event]]:
        """Return the present instant, and the event that must be recorded before it can be."""
        machine = self._clock.now()
        now = placed(self._meeting, machine)
        if now is not None:
            self._restart = None
            return now, []
        self._restart = self._restart or restarted(self._meeting, machine)
        return self._restart.seam.place(machine), [self._restart]

    def _take(self, recorded: Sequence[Recorded]) -> None:
        meeting = self._meeting
        if any(isinstance(item.event, ActUndone) for item in recorded):
            meeting = fold([*self._history, *recorded])
        else:
            for item in recorded:
                meeting = step(meeting, item)
        self._history += recorded
        self._meeting = meeting

    def _fold_all(self, rows: Sequence[Row]) -> Meeting:
        self._history, self._place, self._broken = read_on(rows, self._place, self._store.where)
        try:
            return fold(self._history)
        except UNFIT as error:
            raise RecordDamaged("damaged", self._store.where, str(error)) from error


def convening(plan: Plan, clock: Clock, rehearsal_speed: float | None = None) -> list[Unsealed]:
    """Return the first event of a new record, which holds the whole plan."""
    event = MeetingConvened(at=clock.now(), plan=plan, rehearsal_speed=rehearsal_speed)
    return [Unsealed(event.kind, event.version, encode(event))]


def clock_of(meeting: Meeting) -> Clock:
    """Return the clock that a meeting runs on: the machine's, or a rehearsal's faster one."""
    speed, over = meeting.rehearsal_speed, meeting.handed_over
    if speed is None:
        return SystemClock()
    began = meeting.convened_at
    if over is None:
        return RehearsalClock(SystemClock(), began, began, speed)
    return RehearsalClock(SystemClock(), over.real, over.shown, speed)
