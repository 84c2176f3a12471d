"""What time alone brings about: a floor withdrawn at its limit, a list closed at its hour."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.ground.instant import Instant
from tipfloor.core.list.list_closing import closing_hour
from tipfloor.core.state.meeting import Meeting

JUMP = 1500
"""Milliseconds by which a wall clock must be set before the log notes it."""


class FloorWithdrawn(Event):
    """The floor was withdrawn at the limit, at exactly that instant (PRACTICE section 3).

    `interrupted` says that a point of order waited by then: nobody talked on, so there is no
    over-time.
    """

    version: ClassVar[int] = 2
    undoable: ClassVar[bool] = False
    tells_durations: ClassVar[bool] = True
    kind: Literal["floor_withdrawn"] = "floor_withdrawn"
    remark: int
    delegation: str
    recovered: bool = False
    interrupted: bool = False

    @property
    def tone(self) -> Tone:
        """It stands out."""
        return "warning"

    def manner(self) -> Literal["at", "recovered"]:
        """Tell whether no desk ran by then."""
        return "recovered" if self.recovered else "at"

    def apply(self, meeting: Meeting) -> Meeting:
        """End the remark at its limit, judged anew: what was undone may have moved the limit.

        Nothing where its floor was undone or had ended before, or is not at its limit by then.
        """
        speaker = meeting.speaker
        if speaker is None or speaker.id != self.remark:
            return meeting
        deadline = speaker.deadline
        if deadline is None or not self.at.reached(deadline):
            return meeting
        ended = speaker.ended(self.at.back_to(deadline), "time_limit")
        if self.recovered:
            marks = tuple(mark for mark in ended.marks if mark != "wall_clock")
            ended = replace(ended, marks=marks).marked("recovered")
        if not self.interrupted:
            return meeting.having(floor=ended)
        stopped = ended.stopped(self.at.back_to(_interruption(meeting, deadline)))
        return meeting.having(floor=None, remarks=meeting.remarks.appended(stopped))


class ListClosedByTime(Event):
    """A list of speakers closed so many minutes into its session, as the rules have it."""

    undoable: ClassVar[bool] = False
    kind: Literal["list_closed_by_time"] = "list_closed_by_time"
    session: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Close the list to delegations, once; nothing where an undo took its hour away."""
        hour = closing_hour(meeting)
        held = meeting.session == self.session and not meeting.suspended_at
        if not held or hour is None or not self.at.reached(hour):
            return meeting
        speakers = meeting.speakers(self.session)
        closed_at = speakers.closed_at or self.at
        closed = replace(speakers, closed_at=closed_at, closed_by_time=True)
        return meeting.with_list(self.session, closed)


class WallClockSet(Event):
    """The wall clock was set by hand or by the network; no duration changes."""

    undoable: ClassVar[bool] = False
    kind: Literal["wall_clock_set"] = "wall_clock_set"
    by_milliseconds: int

    @property
    def tone(self) -> Tone:
        """It stands out."""
        return "warning"

    def apply(self, meeting: Meeting) -> Meeting:
        """Mark the remark that is on: its times of day do not tell how long it lasted."""
        if meeting.floor is None:
            return meeting
        back = self.by_milliseconds < 0
        marked = meeting.floor.marked("clock_went_back" if back else "clock_went_ahead")
        return meeting.having(floor=marked)


def due(meeting: Meeting, now: Instant, *, recovered: bool = False) -> list[Event]:
    """Return what time has brought about by `now` and the record does not hold yet.

    `recovered` marks a remark whose limit passed while no desk was running.
    """
    found = [*_withdrawn(meeting, now, recovered), *_closed(meeting, now)]
    jump = now.wall_jump(meeting.latest)
    if abs(jump) >= JUMP:
        found.append(WallClockSet(at=now, by_milliseconds=jump))
    return sorted(found, key=lambda event: event.at.ticks)


def as_of(meeting: Meeting, now: Instant) -> Meeting:
    """Return the meeting as it is at `now`, what time brought about included, unrecorded."""
    for event in due(meeting, now):
        meeting = event.apply(meeting)
    return meeting


def _withdrawn(meeting: Meeting, now: Instant, recovered: bool) -> list[Event]:
    speaker = meeting.speaker
    if speaker is None or not speaker.withdraws or meeting.suspended_at:
        return []
    deadline, left = speaker.deadline, speaker.left(now)
    if deadline is None or left is None or left > 0:
        return []
    withdrawn = FloorWithdrawn(
        at=now.back_to(deadline),
        remark=speaker.id,
        delegation=speaker.entry.delegation,
        recovered=recovered,
        interrupted=bool(meeting.points or meeting.appealed),
    )
    return [withdrawn]


def _interruption(meeting: Meeting, limit: Instant) -> Instant:
    """Return when whoever is at the limit was interrupted, at the earliest then."""
    raised = [point.raised_at for point in meeting.points]
    if meeting.appealed and meeting.appealed.appeal:
        raised.insert(0, meeting.appealed.appeal.made_at)
    return limit.not_before(raised[0]) if raised else limit


def _closed(meeting: Meeting, now: Instant) -> list[Event]:
    hour = closing_hour(meeting)
    if hour is None or meeting.session is None or meeting.suspended_at:
        return []
    speakers = meeting.speakers(meeting.session)
    if speakers.closed_by_time or not speakers.is_open or not now.reached(hour):
        return []
    return [ListClosedByTime(at=now.back_to(hour), session=meeting.session)]
