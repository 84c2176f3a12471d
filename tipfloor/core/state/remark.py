"""A remark and its clock: a value from which every duration is computed, never counted."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import own_list
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.mark import Mark

EndedBy = Literal["speaker", "time_limit", "chair", "writing"]

JUST_CALLED = 30_000
"""Milliseconds within which "absent when called" may mean the speaker on the floor."""


class Pause(Struct, frozen=True):
    """A time in which the clock stood still; `until` is None while it still does."""

    since: Instant
    reason: str
    until: Instant | None = None
    by_suspension: bool = False

    def lasted(self, now: Instant) -> int:
        """Return the milliseconds of the pause as of `now`."""
        return (self.until or now).since(self.since)


class Remark(Struct, frozen=True):
    """One speaker's time on the floor; `id` is the position of the event that gave the floor.

    `number` is what people know it by, given once and in the order in which remarks come in.
    `limit` is in milliseconds, None where no limit binds. With `withdraws`, the floor ends at the
    limit and what follows is over-time, outside the speaking time, until `stopped_at`; without,
    the floor stays open and the over-time is part of the speaking time. With `discreet`, screens
    show it without red and over-time.
    """

    id: int
    number: int
    session: str | None
    moment: str
    day: str
    entry: Entry
    place: int
    given_at: Instant
    limit: int | None
    withdraws: bool
    pauses: tuple[Pause, ...] = ()
    ended_at: Instant | None = None
    ended_by: EndedBy | None = None
    stopped_at: Instant | None = None
    marks: tuple[Mark, ...] = ()
    extended: int = 0
    discreet: bool = False
    by_wall_clock: bool = False
    """Whether the machine was started anew while it was on."""
    planned: int | None = None
    """The planned length of an address in milliseconds: a sign, never a limit."""

    @property
    def is_address(self) -> bool:
        """Whether it is an address or report by office, on no list of speakers."""
        return self.session is None and self.entry.kind in ("address", "report")

    @property
    def list_code(self) -> str:
        """The list from which it was made: its session's, or that of its moment's business."""
        return self.session or own_list(self.moment)

    def reached_planned(self, now: Instant) -> bool:
        """Tell whether the planned length is reached, where there is one."""
        return self.planned is not None and self.speaking(now) >= self.planned

    @property
    def has_floor(self) -> bool:
        """Whether the speaker still has the floor, be it paused."""
        return self.ended_at is None

    @property
    def was_spoken(self) -> bool:
        """Whether it was spoken from the floor, not handed in."""
        return self.ended_by != "writing"

    @property
    def pause(self) -> Pause | None:
        """The pause that is on, if one is."""
        last = self.pauses[-1] if self.pauses else None
        return last if last and last.until is None and self.has_floor else None

    def paused(self, now: Instant) -> int:
        """Return the milliseconds for which the clock stood still."""
        if not self.pauses:
            return 0
        over = (self.stopped_at if self.withdrawn else self.ended_at) or now
        return sum(pause.lasted(over) for pause in self.pauses)

    def speaking(self, now: Instant) -> int:
        """Return the milliseconds of speaking time, pauses excluded."""
        return self._running(self.given_at, self.ended_at or now)

    def lengths(self, now: Instant) -> tuple[int, int, int]:
        """Return the milliseconds spoken, paused, and spoken beyond the limit, each found once."""
        speaking = self.speaking(now)
        return speaking, self.paused(now), self._beyond(speaking, now)

    def left(self, now: Instant) -> int | None:
        """Return the milliseconds left, negative in over-time, None without a limit."""
        if self.limit is None:
            return None
        if self.withdrawn:
            return -self.over_time(now)
        return self.limit - self.speaking(now)

    @property
    def changes(self) -> tuple[Instant, ...]:
        """The instants at which the remark was given, paused, resumed, ended and stopped."""
        edges = (edge for pause in self.pauses for edge in (pause.since, pause.until))
        every = (self.given_at, *edges, self.ended_at, self.stopped_at)
        return tuple(instant for instant in every if instant is not None)

    @property
    def withdrawn(self) -> bool:
        """Whether the floor was withdrawn at the limit."""
        return self.ended_by == "time_limit"

    def over_time(self, now: Instant) -> int:
        """Return the milliseconds spoken beyond the limit."""
        return self._beyond(self.speaking(now), now)

    def _beyond(self, speaking: int, now: Instant) -> int:
        """Return the milliseconds beyond the limit by those of the speaking time."""
        if self.withdrawn and self.ended_at is not None:
            return self._running(self.ended_at, self.stopped_at or now)
        return 0 if self.limit is None else max(0, speaking - self.limit)

    @property
    def deadline(self) -> Instant | None:
        """The instant at which the limit is reached if nothing intervenes; None while it cannot."""
        if self.limit is None or not self.has_floor:
            return None
        if self.pause is not None and self.speaking(self.pause.since) < self.limit:
            return None
        return self._reached(self.limit)

    def _running(self, since: Instant, until: Instant) -> int:
        """Return the milliseconds for which the clock ran between two instants, neither paused."""
        if not self.pauses:
            return until.since(since)
        running_since, ran = since, 0
        for pause in self.pauses:
            if not pause.since.reached(since):
                continue
            if pause.since.reached(until):
                break
            ran += pause.since.since(running_since)
            running_since = pause.until or until
        return ran + until.since(running_since)

    def _reached(self, speaking: int) -> Instant:
        """Return the instant at which the speaking time came to so many milliseconds."""
        running_since, missing = self.given_at, speaking
        for pause in self.pauses:
            spoken = pause.since.since(running_since)
            if pause.until is None or missing <= spoken:
                break
            running_since, missing = pause.until, missing - spoken
        return running_since.plus(missing)

    def ended(self, at: Instant, by: EndedBy) -> Remark:
        """Return the remark with its floor ended; a pause that was on by then ends with it.

        It is marked where only the wall clock told how long a part of it lasted.
        """
        at = at.labelled_from(self.given_at)
        later = self.pause is not None and self.pause.since.reached(at)
        ended = replace(self if later else self.resumed(at), ended_at=at, ended_by=by)
        return ended.marked("wall_clock") if self.by_wall_clock else ended

    def stopped(self, at: Instant) -> Remark:
        """Return the remark after whoever talked on in over-time stopped."""
        return replace(self, stopped_at=at.labelled_from(self.ended_at or self.given_at))

    def pausing(self, at: Instant, reason: str, *, by_suspension: bool = False) -> Remark:
        """Return the remark with its clock stopped."""
        pause = Pause(at, reason, by_suspension=by_suspension)
        return replace(self, pauses=(*self.pauses, pause))

    def resumed(self, at: Instant) -> Remark:
        """Return the remark with its clock running again."""
        if self.pause is None:
            return self
        closed = replace(self.pause, until=at.not_before(self.pause.since))
        return replace(self, pauses=(*self.pauses[:-1], closed))

    def pause_explained(self, reason: str) -> Remark:
        """Return the remark with the reason of its last pause."""
        if not self.pauses:
            return self
        explained = replace(self.pauses[-1], reason=reason)
        return replace(self, pauses=(*self.pauses[:-1], explained))

    def begun_anew(self, at: Instant) -> Remark:
        """Return the remark as if it began at this instant, with its whole time before it."""
        return replace(self, given_at=at, pauses=(), ended_at=None, ended_by=None)

    def extended_by(self, milliseconds: int) -> Remark:
        """Return the remark with a later limit; a floor withdrawn at the old one is open again."""
        limit = (self.limit or 0) + milliseconds
        again = replace(self, limit=limit, extended=self.extended + milliseconds)
        if not self.withdrawn:
            return again
        return replace(again, ended_at=None, ended_by=None, stopped_at=None)

    def back_dated(self, milliseconds: int) -> Remark:
        """Return the remark as if it had begun so much earlier."""
        earlier = replace(self, given_at=self.given_at.plus(-milliseconds))
        if not self.withdrawn or self.limit is None:
            return earlier
        return earlier.ended(earlier._reached(self.limit), "time_limit")

    def marked(self, mark: Mark) -> Remark:
        """Return the remark with a mark, once."""
        return self if mark in self.marks else replace(self, marks=(*self.marks, mark))
