"""The meeting under way as a screen needs it: decided at once, saved behind, never waiting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from tipfloor.core.corrections.overtaking import as_meant
from tipfloor.core.course.unread import away_since, broken_chain
from tipfloor.core.floor.timekeeping import as_of, due
from tipfloor.core.fold import undone_positions
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Recorded, Told
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings.beside import Beside
from tipfloor.proceedings.errands import (
    Forgotten,
    Kept,
    Look,
    News,
    append,
    blacken,
    forget,
    keep,
    news,
)
from tipfloor.proceedings.garbage import stay
from tipfloor.proceedings.hindrance import Hindrance
from tipfloor.proceedings.pending import Decide, Late, Pending, Then, decided_again
from tipfloor.proceedings.present import Present
from tipfloor.proceedings.recorder import Errand, Heard, Recorder
from tipfloor.proceedings.view import View, at_positions, milliseconds, unsealed
from tipfloor.proceedings.waiting import Waiting
from tipfloor.stopwatch import stopwatch
from tipfloor.store import Person, Row, Store, StoreFault, Unanswered
from tipfloor.store.acts import new_act
from tipfloor.words.times import wall

if TYPE_CHECKING:
    from tipfloor.proceedings.blacking import BlackedOut

Outcome = TypeVar("Outcome")

LEAVING = 2.0
"""Seconds for which what waits is still tried when its screen is left."""


class LiveProceedings(Beside):
    """Acts are decided on the meeting as it will be when all before them is on disk.

    No method waits for the record: a thread of its own does what is to be done with it, and
    `take` takes what came of that. `saved` is what is on disk, and what screens show as done.
    """

    def __init__(
        self,
        store: Store,
        saved: View,
        people: Mapping[str, Person],
        present: Present,
        by: str,
        recorder: type[Recorder] = Recorder,
    ) -> None:
        super().__init__(saved, people, present, by, store.time_line)
        self.on_late: Callable[[Sequence[Late]], object] = lambda late: None
        self.on_others: Callable[[Sequence[Recorded]], object] = lambda recorded: None
        self._pending: list[Pending] = []
        self._errands: list[float] = []
        self._sent, self._held = False, False
        self.let_go = False
        self._hindrance = Hindrance(self.now)
        self._recorder = recorder(store, self._look(), self._looked)

    @property
    def meeting(self) -> Meeting:
        """The meeting as decided, with what is not on disk yet."""
        return self._pending[-1].after if self._pending else self.saved.meeting

    @property
    def history(self) -> Sequence[Recorded]:
        """Every event in order, with those that are not on disk yet."""
        return self.saved.history.extended(self._unsaved)

    @property
    def _unsaved(self) -> list[Recorded]:
        return [one for item in self._pending for one in item.recorded]

    @property
    def waiting(self) -> Waiting:
        """What is not on disk yet, and since when."""
        since = [*(item.since for item in self._pending[:1]), *self._errands[:1]]
        since += self._hindrance.blind
        return Waiting(
            acts=[item.recorded[0] for item in self._pending],
            seconds=stopwatch() - min(since) if since else 0.0,
            fault=self._hindrance.fault,
            unknown=any(item.unknown for item in self._pending[:1]),
            silent_since=self._hindrance.silent,
            history=self.history if since else (),
            meeting=self.meeting,
        )

    def current(self) -> tuple[Meeting, Instant]:
        """Return the meeting as saved, what time brought about included, and the instant."""
        now = self.now()
        return as_of(self.showing, now), now

    @property
    def showing(self) -> Meeting:
        """The meeting as saved; a clock that is stopped while the database is away stands there."""
        away = self._hindrance.is_away
        stopped = away and any(_stops_the_clock(item.act) for item in self._pending)
        return self.meeting if stopped else self.saved.meeting

    def begin(self, wake: Callable[[], None]) -> None:
        """Let the record's thread start, and call `wake` on it whenever `take` has something."""
        self._recorder.begin(wake)

    def take(self) -> bool:
        """Take what the record's thread has brought; tell whether there was anything."""
        return self._recorder.results()

    def tell(self, act: Act, at: Instant | None = None, then: Then | None = None) -> None:
        """Decide an act at the present instant, or at one past, and have it saved.

        `then` follows once it is on disk. Where another writer comes first, it is decided again
        at its own instant; what is refused then is told to `on_late`. Raises Refused.
        """
        self._refuse_while_held_back()
        if self._hindrance.is_away and not _stops_the_clock(act):
            since = self._hindrance.silent or self.now()
            raise away_since(wall(since, self._zone, seconds=True))
        now = self._pass_time()
        if at is not None:
            now = self.meeting.after_floor(at)
        try:
            self._wait(act, act.decide, now, then)
        except Refused as refused:
            logged = list(refused.logged)
            self._wait(None, lambda meeting, now: logged, now)
            raise
        finally:
            self._send()

    def keep_time(self, *, recovered: bool = False) -> None:
        """Have saved what time alone brought about: a floor withdrawn, a list closed.

        Nothing where a row is missing or altered: that is for a person to go on from.
        """
        if not self.held_back:
            self._pass_time(recovered=recovered)
            self._send()

    def retry(self) -> None:
        """Try again to save what could not be saved, and to read what could not be read."""
        self._held = False
        if self._hindrance.is_unread:
            self.read_whole()
        self._send()

    def read_whole(self) -> None:
        """Have a record read whole that was resumed from its checkpoint; nothing for any other."""
        if self._resumed and not self._sent:
            self._sent = True
            self._recorder.send(lambda store: self.saved.fetch(), self._fetched)

    def errand(self, errand: Errand[Outcome], heard: Heard[Outcome]) -> None:
        """Have something else done with the record, behind what was sent before."""
        self.read_whole()
        self._errands.append(stopwatch())

        def ended(outcome: Outcome | Exception) -> None:
            del self._errands[0]
            heard(outcome)

        self._recorder.send(errand, ended)

    def keep_person(
        self, made: Callable[[Mapping[str, Person]], Person], heard: Heard[Kept]
    ) -> None:
        """Have a person kept as made from everyone kept by then, and tell how it ended."""
        self._change(partial(keep, made), heard)

    def forget_person(self, person: str, heard: Heard[Forgotten]) -> None:
        """Have a person erased for good, and tell how it ended and which texts hold the name."""
        known = self._people.get(person)

        def ended(outcome: Forgotten | Exception) -> None:
            if isinstance(outcome, Forgotten) and known:
                from tipfloor.core.ground.mentions import mentions  # when somebody is forgotten

                outcome = outcome._replace(found=mentions(self.history, known.name))
            heard(outcome)

        self._change(partial(forget, person), ended)

    def black_out(self, position: int, heard: Heard[BlackedOut]) -> None:
        """Have the typed text of a row blacked out for good, and tell how it ended.

        Raises Refused where a row is missing or altered, and waits for a record that was resumed.
        """
        self._look_back()
        now, by = self.now(), self.by
        self._change(lambda store: blacken(position, self.saved.position, now, by, store), heard)

    def put_back(self, heard: Heard[None]) -> None:
        """Have a record that was deleted written into its place again, and tell how it ended."""
        self.errand(lambda store: store.put_back(), heard)

    def close(self, within: float = LEAVING) -> Sequence[Recorded]:
        """Save what waits, for so many seconds at the most, and let the record go.

        Returns the first event of each act that was not saved.
        """
        until, late = stopwatch() + within, list[Late]()
        self.on_late = late.extend
        self._pending = [replace(item, then=None) for item in self._pending]
        self.retry()
        while self._sent and (left := until - stopwatch()) > 0:
            self._recorder.results(left)
        self.let_go = self._recorder.end(max(0.1, until - stopwatch()))
        return [*(item.meant for item in late), *(item.recorded[0] for item in self._pending)]

    @property
    def _resumed(self) -> bool:
        """Whether the record is still to be read whole."""
        return not self.saved.is_whole

    @property
    def _zone(self) -> ZoneInfo:
        return self.saved.meeting.plan.zone

    # What waits.

    def _pass_time(self, *, recovered: bool = False) -> Instant:
        """Let what time brought about wait for the disk, and return the present instant."""
        now, anew = self._present.of(self.meeting)
        if anew:
            seam = self.meeting.seam
            self._wait(None, lambda meeting, _: anew if meeting.seam == seam else [], now)
        self._wait(None, partial(due, recovered=recovered), now)
        return now

    def _wait(
        self, act: Act | None, decide: Decide, made: Instant, then: Then | None = None
    ) -> None:
        meeting = self.meeting
        events = decide(meeting, made)
        if not events:
            return
        named = new_act(milliseconds(made))
        recorded = at_positions(meeting.position, events, Told(named, self.by))
        if self._resumed and undone_positions(recorded):
            self._look_back()
            self._wait(act, decide, made, then)
            return
        after = self.saved.ahead(meeting, self._unsaved, recorded)
        if act is not None:
            act = as_meant(act, events)
            decide = act.decide
        since = stopwatch()
        self._pending.append(Pending(named, act, decide, made, recorded, after, since, then))

    def _look(self) -> Look:
        return Look(lambda: self.saved.position, lambda: not self._resumed)

    def _send(self) -> None:
        if self._sent or self._held or not self._pending:
            return
        if self._resumed:
            self.read_whole()
            return
        self._sent = True
        first, after = self._pending[0], self.saved.position
        errand = partial(append, after, unsealed(first.recorded, self.now()))
        self._recorder.send(errand, partial(self._appended, first, after))

    # What came of it.

    def _appended(self, item: Pending, after: int, outcome: list[Row] | News | Exception) -> None:
        self._sent = False
        if isinstance(outcome, StoreFault):
            self._hindrance.writing(outcome)
            first = self._pending[0] if self._pending else None
            if isinstance(outcome, Unanswered) and first and first.id == item.id:
                self._pending[0] = replace(first, unknown=True)
            self._held = outcome.code != "busy"
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            self._hindrance.writing(None)
            if isinstance(outcome, News):
                self._looked(outcome)
                self._held = self._hindrance.is_unread or self.saved.position == after
            elif any(one.id == item.id for one in self._pending):  # else it was read already
                done = self._pending.pop(0)  # nothing follows any more where the screen was left
                recorded = self.saved.wrote(outcome, item.recorded, item.after)
                if done.then is not None:
                    done.then(recorded)
        self._send()

    def _fetched(self, outcome: object) -> None:
        self._sent = False
        try:
            if isinstance(outcome, Exception):
                raise outcome
            self._complete()
        except StoreFault as fault:
            self._hindrance.reading(fault)
            self._held = True
        self._send()

    def _complete(self) -> None:
        """Go on with all that the record says, and decide what waits again on it.

        Where a row of it is missing or altered, what waits is refused. Raises StoreFault.
        """
        if not self._resumed:
            return
        known = self.saved.position
        self.saved.complete()
        stay()
        self._hindrance.reading(None)
        self._tell_of_others(self.saved.history[known:])
        if self.held_back:
            waited, self._pending = self._pending, []
            refused = broken_chain(self.saved.broken or 0)
            late = [Late(x.act, x.recorded[0], refused, x.made) for x in waited if x.act]
            if late:
                self.on_late(late)
        else:
            self._decide_again()

    def _look_back(self) -> None:
        """Wait for all that the record says, which an undoing needs. Raises Refused."""
        try:
            self._complete()
        except StoreFault as fault:
            self._hindrance.reading(fault)
            first = fault.detail if fault.detail.isdecimal() else self.saved.position
            raise broken_chain(int(first)) from fault
        self._refuse_while_held_back()

    def _looked(self, outcome: object) -> None:
        try:
            if isinstance(outcome, Exception):
                raise outcome
            if isinstance(outcome, News):
                self._read(outcome)
        except StoreFault as fault:
            self._hindrance.reading(fault)
        else:
            back = self._hindrance.is_away
            self._hindrance.reading(None)
            if back and self._held:
                self.retry()

    def _read(self, news: News) -> None:
        """Take what was written, and decide what waits again on it.

        Among it may be what waits itself, where an attempt only seemed to fail.
        """
        acts = {row.position: row.act for row in news.rows}
        read = self._taken(news)
        for item in [item for item in self._pending if item.id in acts.values()]:
            self._pending.remove(item)
            if item.then is not None:
                item.then([one for one in read if acts.get(one.position) == item.id])
        if not self._pending:
            self._hindrance.writing(None)
        self._tell_of_others(read)
        if read:
            self._decide_again()

    def _tell_of_others(self, read: Sequence[Recorded]) -> None:
        if others := [one for one in read if one.told.by != self.by]:
            self.on_others(others)

    def _decide_again(self) -> None:
        """Decide what waits on the meeting as it is saved now, and tell what is refused then."""
        if self._pending:
            self._pending, late = decided_again(self.saved, self._pending)
            if late:
                self.on_late(late)

    def _change(self, change: Errand[Outcome], heard: Heard[Outcome]) -> None:
        """Have the record changed, and take what was written by then before it is told of."""

        def errand(store: Store) -> tuple[Outcome | Exception, News]:
            outcome: Outcome | Exception
            try:
                outcome = change(store)
            except Exception as error:
                outcome = error
            return outcome, news(self.saved.position, store)

        def ended(found: tuple[Outcome | Exception, News] | Exception) -> None:
            if isinstance(found, Exception):
                heard(found)
                return
            outcome, written = found
            self._looked(written)
            heard(outcome)

        self.errand(errand, ended)


def _stops_the_clock(act: Act | None) -> bool:
    """Tell whether an act stops a clock, which alone can be done while a database is away."""
    from tipfloor.core.floor.stoppages import Pause  # when one is away

    return isinstance(act, Pause)
