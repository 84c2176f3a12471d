"""The pace of a meeting: how long it takes from one speaker to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import is_, itemgetter

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark

LONGEST_CHANGEOVER = 180_000
"""Milliseconds: a longer silence between two speakers is something else than a changeover."""


class Changeovers(Struct, frozen=True):
    """How many changeovers were seen, and the milliseconds that they took.

    In a session or on a day, by code or date; in the whole meeting where both are None.
    """

    session: str | None
    day: str | None
    number: int
    mean: int
    median: int
    longest: int


def changeovers(meeting: Meeting, whole: Meeting | None = None) -> list[Changeovers]:
    """Return the changeovers of the meeting, then of its sessions and days that had any.

    Where the meeting is a part of a `whole`, what broke a silence may stand outside of the part.
    """
    every, sessions, days = _seen(meeting, _breaks(whole or meeting))
    planned = [item.code for item in meeting.plan.sessions if item.code in sessions]
    parts = [
        (None, None, every),
        *((code, None, sessions[code]) for code in planned),
        *((None, day, part) for day, part in sorted(days.items(), key=itemgetter(0))),
    ]
    return [_told(session, day, part.gaps) for session, day, part in parts if part.gaps]


class _Part:
    """A part of the meeting: who spoke last in it so far, and the milliseconds of its changeovers.

    For each part anew, so that two speakers in turn may have others between them in the whole.
    """

    __slots__ = ("gaps", "last")

    def __init__(self) -> None:
        self.gaps: list[int] = []
        self.last: Remark | None = None


def _seen(
    meeting: Meeting, breaks: _Breaks
) -> tuple[_Part, Mapping[str, _Part], Mapping[str, _Part]]:
    """Return what was seen in the whole meeting, in each session by code, on each day by date.

    Nearly always the same two follow each other in all three: each silence is looked at once.
    """
    every, sessions, days = _Part(), defaultdict[str, _Part](_Part), defaultdict[str, _Part](_Part)
    for remark in meeting.all_remarks:
        if not remark.session or not remark.was_spoken:
            continue
        former, gap = None, None
        for part in (every, sessions[remark.session], days[remark.day]):
            earlier, part.last = part.last, remark
            if earlier is None:
                continue
            if earlier is not former:
                former, gap = earlier, _gap(earlier, remark, breaks)
            if gap is not None:
                part.gaps.append(gap)
    return every, sessions, days


def _told(session: str | None, day: str | None, gaps: Sequence[int]) -> Changeovers:
    from statistics import median  # with much of arithmetic, for the statistics alone

    mean, middle = round(sum(gaps) / len(gaps)), round(median(gaps))
    return Changeovers(session, day, len(gaps), mean, middle, max(gaps))


def changeover(meeting: Meeting, session: str) -> int:
    """Return the mean milliseconds between two speakers, as seen so far (PRACTICE section 4).

    Seen in the session, else in the meeting; before that the rules' figure. A silence in which the
    meeting was suspended, the session was left, an address was given or a delegation was absent is
    no changeover.
    """
    seen = _pace(_Ground(meeting), session)
    return meeting.plan.rules.changeover_seconds * 1000 if seen is None else seen


class _Ground:
    """A meeting as far as its pace is seen in it: the same for as long as none of this changes."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self._parts = (
            meeting.remarks,
            meeting.floor,
            meeting.sessions,
            meeting.suspensions,
            meeting.absences,
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Ground):
            return NotImplemented
        return all(map(is_, self._parts, other._parts))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self._parts)))


@lru_cache(maxsize=8)
def _pace(ground: _Ground, session: str) -> int | None:
    """Return the mean changeover of a session, else of the meeting, None before the first.

    It is asked for at each drawing of a screen, and changes only with the floor.
    """
    meeting, breaks = ground.meeting, _breaks(ground.meeting)
    total, number = _gone_by(meeting.all_remarks.by_piece(_runs_of(session)), breaks)
    if number:
        return round(total / number)
    seen = [*_gaps(meeting.all_remarks, breaks)]
    return round(sum(seen) / len(seen)) if seen else None


class _Run:
    """Remarks of one session that lie in one piece of the log, the same for as long as it is."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        self.remarks = remarks


@lru_cache(maxsize=256)
def _runs_of(session: str) -> Callable[[tuple[Remark, ...]], tuple[_Run, ...]]:
    """Return what finds the run of a session in a piece, the same function each time."""

    def found(piece: tuple[Remark, ...]) -> tuple[_Run, ...]:
        spoken = [item for item in piece if item.session == session and item.was_spoken]
        return (_Run(spoken),) if spoken else ()

    return found


def _gone_by(runs: Sequence[_Run], breaks: _Breaks) -> tuple[int, int]:
    """Return the milliseconds of the changeovers within and between runs, and their number."""
    within = [_gone_by_within(run, breaks) for run in runs]
    between = [
        gap
        for former, later in pairwise(runs)
        for gap in _gaps((former.remarks[-1], later.remarks[0]), breaks)
    ]
    total = sum(total for total, _ in within) + sum(between)
    return total, sum(number for _, number in within) + len(between)


@lru_cache(maxsize=4_096)
def _gone_by_within(run: _Run, breaks: _Breaks) -> tuple[int, int]:
    gaps = [*_gaps(run.remarks, breaks)]
    return sum(gaps), len(gaps)


def _breaks(meeting: Meeting) -> _Breaks:
    """Return the instants at which something else than a changeover happened."""
    left = (stage.ended_at for stage in meeting.sessions if stage.ended_at)
    elsewhere = meeting.all_remarks.by_piece(_elsewhere)
    stops = (stop.since for stop in meeting.suspensions)
    return _ordered((*meeting.absences, *left, *stops, *elsewhere))


def _elsewhere(remarks: tuple[Remark, ...]) -> tuple[Instant, ...]:
    return tuple(remark.given_at for remark in remarks if remark.session is None)


def _gaps(remarks: Sequence[Remark], breaks: _Breaks) -> Iterator[int]:
    spoken = [item for item in remarks if item.session and item.was_spoken]
    for earlier, later in pairwise(spoken):
        gap = _gap(earlier, later, breaks)
        if gap is not None:
            yield gap


def _gap(earlier: Remark, later: Remark, breaks: _Breaks) -> int | None:
    """Return the milliseconds of the changeover between two speakers, None where it was none."""
    ended = earlier.stopped_at or earlier.ended_at
    if ended is None or earlier.session != later.session:
        return None
    gap = later.given_at.since(ended)
    if gap > LONGEST_CHANGEOVER or breaks.any(ended, later.given_at):
        return None
    return gap


class _Breaks:
    """Instants, those of each clock in order, so that one between two others is soon found."""

    def __init__(self, instants: Sequence[Instant]) -> None:
        self._ticks: dict[str, list[int]] = {}
        self._instants = instants
        for at in instants:
            self._ticks.setdefault(at.clock, []).append(at.ticks)
        for ticks in self._ticks.values():
            ticks.sort()

    def any(self, since: Instant, until: Instant) -> bool:
        """Tell whether one of them is between two instants, or at one of these."""
        if not self._ticks:
            return False
        ticks = self._ticks.get(since.clock)
        if ticks is None or len(self._ticks) > 1 or since.clock != until.clock:
            return any(at.reached(since) and until.reached(at) for at in self._instants)
        place = bisect_left(ticks, since.ticks)
        return place < len(ticks) and ticks[place] <= until.ticks


@lru_cache(maxsize=8)
def _ordered(breaks: tuple[Instant, ...]) -> _Breaks:
    """Return instants in order, the same object for the same ones."""
    return _Breaks(breaks)
