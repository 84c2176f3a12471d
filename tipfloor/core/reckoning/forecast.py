"""When the list of speakers will end, and how many more speakers fit before the planned end."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.core.reckoning.limit import limit_of
from tipfloor.core.reckoning.pace import changeover
from tipfloor.core.reckoning.planned import OFF_PLAN, is_on_plan, planned_end, utc_of
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark


class Forecast(Struct, frozen=True):
    """When the list ends: the milliseconds that it still takes, and the instant."""

    takes: int
    ends_at: Instant


class Fit(Struct, frozen=True):
    """How many speakers fit before the planned end of the session or moment.

    `waiting` counts those on the list in its order, up to the first that does not fit; `in_all`
    adds, where all of them do, as many more as fit at the usual limit.
    """

    before: datetime
    waiting: int
    in_all: int


class LimitThatFits(Struct, frozen=True):
    """The limit in seconds by which the whole list fits before the planned end."""

    seconds: int
    before: datetime


STEP_OF_LIMITS = 15
"""Seconds to whose multiples a limit is proposed, and the shortest one."""


def forecast(meeting: Meeting, now: Instant) -> Forecast | None:
    """Return when the list of the desk's session ends, None where nobody waits or speaks.

    What is left of the speaker, then for each name its limit and a changeover (PRACTICE 4). The
    list of a session that is not open yet begins at its planned time.
    """
    session = meeting.list_code
    left = left_of_speaker(meeting, now)
    idle = meeting.list_session is None or not left
    if idle and not meeting.speakers(session).waiting:
        return None
    takes = left + list_takes(meeting, session)
    return Forecast(takes, now.plus(_begins_in(meeting, now) + takes))


def list_takes(meeting: Meeting, session: str) -> int:
    """Return the milliseconds that those who wait in a session take, a changeover before each."""
    waiting = meeting.speakers(session).waiting
    if not waiting:
        return 0
    lengths = sum(length_of(meeting, entry, session) for entry in waiting)
    return lengths + len(waiting) * changeover(meeting, session)


def length_of(meeting: Meeting, entry: Entry, session: str) -> int:
    """Return the milliseconds to count for an entry: its limit, else its planned length, else 0."""
    limit = limit_of(meeting, entry, session)
    return (limit or _planned_seconds(meeting, entry)) * 1000


def left_of_speaker(meeting: Meeting, now: Instant) -> int:
    """Return the milliseconds that whoever has the floor may still take, none in over-time."""
    speaker = meeting.speaker
    return max(0, _left(meeting, speaker, now)) if speaker else 0


def what_fits(meeting: Meeting, now: Instant) -> Fit | None:
    """Return how many speakers fit before the planned end, None where that is no question now.

    It is none while the meeting is suspended, past that end, off the plan altogether, or where
    nobody waits in a moment without a session.
    """
    found = _room(meeting, now)
    if found is None:
        return None
    before, room = found
    code = meeting.list_code
    between, fits = changeover(meeting, code), 0
    for entry in meeting.speakers(code).waiting:
        room -= length_of(meeting, entry, code) + between
        if room < 0:
            return Fit(before, fits, fits)
        fits += 1
    usual = _usual(meeting, now)
    return Fit(before, fits, fits + max(0, room) // (usual + between))


def limit_that_fits(meeting: Meeting, now: Instant) -> LimitThatFits | None:
    """Return the longest limit by which all who wait fit before the planned end.

    None where they fit as it is, and where no limit of STEP_OF_LIMITS or more would do. Entries
    with a limit of their own, replies and the like keep theirs.
    """
    found = _room(meeting, now)
    if found is None:
        return None
    before, room = found
    code, usual = meeting.list_code, _usual(meeting, now)
    lengths = [length_of(meeting, item, code) for item in meeting.speakers(code).waiting]
    room -= len(lengths) * changeover(meeting, code)
    shortened = sum(length == usual for length in lengths)
    if not shortened or sum(lengths) <= room:
        return None
    room -= sum(length for length in lengths if length != usual)
    seconds = room // shortened // 1000 // STEP_OF_LIMITS * STEP_OF_LIMITS
    return LimitThatFits(seconds, before) if seconds >= STEP_OF_LIMITS else None


def _room(meeting: Meeting, now: Instant) -> tuple[datetime, int] | None:
    """Return the planned end and the milliseconds until then that are left for the list."""
    local = planned_end(meeting)
    idle = meeting.list_session is None and not meeting.speakers().waiting
    if idle or local is None or meeting.suspended_at or not is_on_plan(meeting, now):
        return None
    before = utc_of(local, meeting.plan.zone)
    if before is None or before <= now.utc:
        return None
    room = (before - now.utc) // timedelta(milliseconds=1)
    return before, room - _begins_in(meeting, now) - left_of_speaker(meeting, now)


def _usual(meeting: Meeting, now: Instant) -> int:
    """Return the milliseconds that a remark with nothing of its own is given."""
    usual = Entry(id=0, delegation="", requested_at=now)
    return length_of(meeting, usual, meeting.list_code)


def silence(meeting: Meeting, now: Instant) -> int | None:
    """Return for how many milliseconds a start seems forgotten, None where none is awaited.

    Someone was called, or names wait where the floor can be given, and nobody has it.
    """
    code = meeting.floor_list
    if code is None or meeting.suspended_at or meeting.floor:
        return None
    speakers = meeting.speakers(code)
    if not speakers.waiting:
        return None
    stages = meeting.sessions if meeting.session else meeting.moments
    quiet_since = [stages[-1].started_at, speakers.waiting[0].requested_at]
    if last := meeting.last_spoken:
        quiet_since.append(last.stopped_at or last.ended_at or last.given_at)
    if speakers.called_at:
        quiet_since.append(speakers.called_at)
    return min(now.since(instant) for instant in quiet_since)


def _left(meeting: Meeting, speaker: Remark, now: Instant) -> int:
    left = speaker.left(now)
    if left is not None:
        return left
    return _planned_seconds(meeting, speaker.entry) * 1000 - speaker.speaking(now)


def _planned_seconds(meeting: Meeting, entry: Entry) -> int:
    """Return the planned length of an address or a report, 0 where none is known."""
    address = meeting.plan.row("addresses", entry.delegation)
    return (address.planned_seconds or 0) if isinstance(address, AddressPlan) else 0


def _begins_in(meeting: Meeting, now: Instant) -> int:
    """Return the milliseconds until the list of a session that is not open yet can begin."""
    upcoming = None if meeting.session else meeting.plan.session(meeting.list_session or "")
    starts = utc_of(upcoming.starts, meeting.plan.zone) if upcoming and upcoming.starts else None
    ahead = starts - now.utc if starts else timedelta(0)
    return ahead // timedelta(milliseconds=1) if timedelta(0) < ahead < OFF_PLAN else 0
