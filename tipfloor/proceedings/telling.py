"""Acts told one by one, each on disk before the next: what the commands work with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tipfloor.clocks import Clock, SystemClock
from tipfloor.core.floor.timekeeping import as_of, due
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event, Recorded, Told
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings.beside import Beside
from tipfloor.proceedings.convened import RecordClock, clock_of
from tipfloor.proceedings.draft import Draft
from tipfloor.proceedings.errands import MOST_TRIES, blacken, brought, news
from tipfloor.proceedings.present import Present
from tipfloor.proceedings.view import View, milliseconds, unsealed
from tipfloor.proceedings.waiting import NOTHING, Waiting
from tipfloor.stopwatch import pause, stopwatch
from tipfloor.store import Away, Made, Moved, Person, Shown, Store, StoreFault, Unanswered
from tipfloor.store.acts import new_act

if TYPE_CHECKING:
    from tipfloor.core.ground.mentions import Mention
    from tipfloor.proceedings.blacking import BlackedOut
    from tipfloor.proceedings.live import LiveProceedings
    from tipfloor.proceedings.pending import Decide
    from tipfloor.proceedings.recorder import Recorder

TELL = "tell"
"""Who tells an act where no desk does."""

DUE = "/due"
"""Behind the id of an act: what time alone had brought about when it came."""

LOOKED_WITHIN = 5.0
"""Seconds after which it is looked what others wrote before an act is decided, not only if it would
be refused: a clock that the machines at a record share is measured anew by then too."""

ANSWERED_WITHIN = 10.0
"""Seconds for which an act whose answer was lost is asked for again under its id."""

ASKED_AGAIN = 0.2
"""Seconds between two such questions."""

REFUSED = "/refused"
"""Behind the id of an act: the note that it was refused."""


class Proceedings(Beside):
    """One process's view of the meeting, kept level with its record; `saved` was read already."""

    def __init__(
        self,
        store: Store,
        clock: Clock | None = None,
        by: str = TELL,
        saved: View | None = None,
    ) -> None:
        saved = saved or View(store.read(), store.where)
        people = {person.id: person for person in store.people()}
        real = RecordClock(clock or SystemClock(), store.time_line)
        present = Present(real if clock else clock_of(saved.meeting, real))
        super().__init__(saved, people, present, by, store.time_line)
        self._store = store
        self._behind = self._is_live = False
        self._looked = stopwatch()

    @property
    def waiting(self) -> Waiting:
        """What is not saved yet: never anything, since each act returns when it is on disk."""
        return NOTHING

    @property
    def history(self) -> Sequence[Recorded]:
        """Every event of the record in order, those undone included."""
        return self.saved.history

    @property
    def digest(self) -> str:
        """The digest of the last row that was read, which seals the whole record up to it."""
        return self.saved.digest

    @property
    def broken(self) -> int | None:
        """The first row of the record that is missing or was altered, None while all are sound."""
        return self.saved.broken

    def current(self) -> tuple[Meeting, Instant]:
        """Return the meeting as it is now, what time brought about included, and the instant."""
        now = self.now()
        return as_of(self.meeting, now), now

    def live(self, recorder: type[Recorder] | None = None) -> LiveProceedings:
        """Hand the record over to a thread of its own; these proceedings are used no more."""
        from tipfloor.proceedings.live import LiveProceedings
        from tipfloor.proceedings.recorder import Recorder

        self._is_live = True
        return LiveProceedings(
            self._store, self.saved, self._people, self._present, self.by, recorder or Recorder
        )

    def tell(
        self, act: Act, at: Instant | None = None, act_id: str | None = None
    ) -> tuple[Recorded, ...]:
        """Decide an act at the present instant, or at one past, and bring its events to disk.

        One past is never set before what was last done to the floor.
        Returns them once they are durable. Where another writer came first, the act is decided
        again on the newer meeting. An act that is told again with the id that it had does nothing
        and returns the events of the first time. Where its answer is lost it is asked for again
        under its id, for a while. Raises Refused, NotSaved, Unanswered or StoreFault.
        """
        return self._settle(act.decide, at, act_id)

    def keep_time(self, *, recovered: bool = False) -> tuple[Recorded, ...]:
        """Record what time alone brought about: a floor withdrawn, a list closed.

        Nothing where a row is missing or altered: that is for a person to go on from.
        """
        if self.held_back:
            return ()
        return self._settle(lambda meeting, now: [], None, recovered=recovered)

    def follow(self) -> bool:
        """Read what other writers appended; tell whether the meeting changed."""
        return self._is_behind() and self._catch_up()

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
        from tipfloor.core.ground.mentions import mentions  # when somebody is to be forgotten

        known = self._people.get(person)
        return mentions(self.history, known.name) if known else []

    def stale(self, person: str) -> list[Shown]:
        """Return the exports that showed a person, forgotten or not, oldest first."""
        return self._store.shown_in(person)

    def noted_at(self) -> str:
        """Return the present instant as a file is noted with: UTC, ISO 8601, to the second."""
        return self.now().utc.isoformat(timespec="seconds")

    def note_copy(self, path: str, position: int) -> None:
        """Note that a whole copy lies at a path, once for each person and state of the record.

        Raises StoreFault.
        """
        at = self.noted_at()
        for person in self._people:
            if all(shown.path != path for shown in self._store.shown_in(person)):
                self._store.note_shown(Shown(at, path, person))
        if all(made.path != path for made in self._store.made_since(position)):
            self._store.note_made(Made(at, path, position, "internal"))

    def black_out(self, position: int) -> BlackedOut:
        """Black the typed text of a row out for good.

        Raises NothingTyped, Refused where the chain is broken, NotSaved and StoreFault.
        """
        self.follow()
        self._refuse_while_held_back()
        found = blacken(position, self.saved.position, self.now(), self.by, self._store)
        self._catch_up()
        return found

    def close(self) -> None:
        """Let the record go, unless it was handed over."""
        if not self._is_live:
            self._store.close()

    def _settle(
        self,
        decide: Decide,
        at: Instant | None,
        act_id: str | None = None,
        *,
        recovered: bool = False,
    ) -> tuple[Recorded, ...]:
        """Record what is due and what `decide` says, on the newest meeting there is.

        That is the one known already, mostly: if others wrote since, the record lets nothing be
        appended, and it is decided again.
        """
        if stopwatch() - self._looked > LOOKED_WITHIN:
            self.follow()
        until, lost = 0.0, None
        for _ in range(MOST_TRIES):
            self._refuse_while_held_back()
            try:
                if act_id and (before := self._told_before(act_id)):
                    return before
                present, anew = self._present.of(self.meeting)
                act_id = act_id or new_act(milliseconds(present))
                return self._told(decide, at, act_id, recovered, present, anew)
            except Moved:
                self._catch_up()
            except (Away, Unanswered) as fault:
                lost = lost or (fault if isinstance(fault, Unanswered) else None)
                until = until or stopwatch() + ANSWERED_WITHIN
                if lost is None or stopwatch() > until:
                    raise (lost or fault) from None
                pause(ASKED_AGAIN)
        raise StoreFault("crowded", self._store.where)

    def _told(
        self,
        decide: Decide,
        at: Instant | None,
        own: str,
        recovered: bool,
        present: Instant,
        anew: Sequence[Event],
    ) -> tuple[Recorded, ...]:
        draft = Draft(self.saved)
        now = self.meeting.after_floor(at) if at else present
        timely = Told(own + DUE, self.by)
        draft.add(anew, timely)
        draft.add(due(draft.meeting, now, recovered=recovered), timely)
        try:
            draft.add(decide(draft.meeting, now), Told(own, self.by))
        except Refused as refused:
            self._be_newest()
            self._note(refused, own, draft, present)
            raise
        if not draft.recorded:
            self._be_newest()
        return tuple(self._append(draft, present))

    def _be_newest(self) -> None:
        """See that nothing was written which was not read, where no append does. Raises Moved."""
        if self._is_behind():
            raise Moved

    def _is_behind(self) -> bool:
        self._behind = self._store.changed() or self._behind
        self._looked = stopwatch()
        return self._behind

    def _note(self, refused: Refused, act: str, draft: Draft, now: Instant) -> None:
        """Keep what was due when an act was refused, and that it was refused, once."""
        draft.under(Told(new_act(milliseconds(now)), self.by))
        if refused.logged and not self._store.positions_of(act + REFUSED):
            draft.add(refused.logged, Told(act + REFUSED, self.by))
        self._append(draft, now)

    def _told_before(self, act_id: str) -> tuple[Recorded, ...]:
        """Return the events of an act that is in the record already, what was due included."""
        if not (told := self._store.positions_of(act_id)):
            return ()
        if told[-1] > self.saved.position:
            self._catch_up()
        timely = self._store.positions_of(act_id + DUE)
        return tuple(self.history[position - 1] for position in (*timely, *told))

    def _append(self, draft: Draft, now: Instant) -> list[Recorded]:
        if not draft.recorded:
            return []
        rows = brought(self.saved.position, unsealed(draft.recorded, now), self._store)
        return self.saved.wrote(rows, draft.recorded, draft.meeting)

    def _catch_up(self) -> bool:
        people, read = self._people, self._taken(news(self.saved.position, self._store))
        self._behind = False
        return bool(read) or people != self._people
