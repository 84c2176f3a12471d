"""The whole plan beside what was held of it, and beside what is still to come as forecast.

What is on goes on to its planned end, for its planned length or until its list ends, whichever is
the latest; a closed list ends it. What is still to come begins at its planned time, or later where
what stands before it has not ended, and keeps its length. A break takes up delay up to one half.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import own_list
from tipfloor.core.plan.plan import MomentPlan, SessionPlan
from tipfloor.core.reckoning.forecast import left_of_speaker, list_takes
from tipfloor.core.reckoning.planned import OFF_PLAN, Part, Span, is_on_plan, span_of, timed_parts
from tipfloor.core.reckoning.time_on import time_on
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Stage

NOTHING = timedelta(0)


class Row(Struct, frozen=True):
    """A moment, or a session within one: planned, held, and forecast; all in UTC.

    `number` is the place of the moment from 1, None for a session, which has a `topic`. What is
    over has no forecast; `planned`, `began`, `ended` and `forecast` are None where not known.
    """

    number: int | None
    title: str
    topic: str
    planned: Span | None
    began: datetime | None
    ended: datetime | None
    forecast: Span | None
    current: bool

    @property
    def late_start(self) -> timedelta | None:
        """How much later than planned it began, negative where it was earlier."""
        return _apart(self.began, self.planned[0]) if self.planned else None

    @property
    def late_end(self) -> timedelta | None:
        """How much later than planned it ended, or is forecast to end."""
        end = self.ended or (self.forecast[1] if self.forecast else None)
        return _apart(end, self.planned[1]) if self.planned else None


class DayEnd(Struct, frozen=True):
    """When the day ends, in UTC: as forecast, and as planned where the plan has an hour for it."""

    ends_at: datetime
    planned: datetime | None


def timetable(meeting: Meeting, now: Instant) -> list[Row]:
    """Return every moment in its order, each with its sessions below it."""
    coming, rows = _coming(meeting, now), []
    for number, moment in enumerate(meeting.plan.moments, start=1):
        rows.append(held_row(meeting, moment, number, _of_moment(meeting, moment, coming)))
        sessions = meeting.plan.sessions_of(moment.code)
        rows += [held_row(meeting, part, None, coming.get(_key(part))) for part in sessions]
    return rows


def day_end(meeting: Meeting, now: Instant) -> DayEnd | None:
    """Return when the day's work ends, None where nothing of the plan is left for the day."""
    today, coming = today_of(meeting, now), _coming(meeting, now)
    parts = [(part, span) for part, span in timed_parts(meeting.plan) if part.starts]
    due = [part for part, _ in parts if part.starts and part.starts.date() <= today]
    left = [coming[_key(part)][1] for part in due if _key(part) in coming]
    here = _here(meeting)
    if here is not None and _key(here) in coming:
        left.append(coming[_key(here)][1])
    planned = [span[1] for part, span in parts if part.starts and part.starts.date() == today]
    return DayEnd(max(left), max(planned, default=None)) if left else None


def today_of(meeting: Meeting, now: Instant) -> date:
    """Return the day of the sitting: past midnight still the one on which it began."""
    return date.fromisoformat(meeting.reached(meeting.position, now).day)


Key = tuple[bool, str]
"""Whether it is a session, and its code: a moment may have the same."""


def _key(part: Part) -> Key:
    return (isinstance(part, SessionPlan), part.code)


def _stages(meeting: Meeting, part: Part) -> list[Stage]:
    """Return when a part was on, each time."""
    stages = meeting.sessions if isinstance(part, SessionPlan) else meeting.moments
    return [stage for stage in stages if stage.code == part.code]


def held_row(
    meeting: Meeting, part: Part, number: int | None = None, forecast: Span | None = None
) -> Row:
    """Return a moment or session as planned and as held, with its forecast where that is known."""
    stages = _stages(meeting, part)
    ended = stages[-1].ended_at if stages else None
    session = isinstance(part, SessionPlan)
    current = part.code == (meeting.session if session else meeting.moment)
    began = stages[0].started_at.utc if stages else None
    over = ended.utc if ended else None
    planned = span_of(meeting.plan, part)
    topic = part.topic if isinstance(part, SessionPlan) else ""
    return Row(number, part.title, topic, planned, began, over, forecast, current)


def _of_moment(meeting: Meeting, moment: MomentPlan, coming: dict[Key, Span]) -> Span | None:
    """Return the forecast of a moment: its own, or that of its sessions and what follows them."""
    sessions = [item for item in meeting.plan.sessions_of(moment.code) if _key(item) in coming]
    if not sessions:
        return coming.get(_key(moment))
    spans = [coming[_key(item)] for item in sessions]
    planned = span_of(meeting.plan, moment)
    ends = [span[1] for item in sessions if (span := span_of(meeting.plan, item))]
    after = max(NOTHING, planned[1] - max(ends)) if planned and ends else NOTHING
    return min(span[0] for span in spans), max(span[1] for span in spans) + after


def _here(meeting: Meeting) -> Part | None:
    """Return what is on: the session, or the moment where it has no sessions with times."""
    if meeting.session_plan:
        return meeting.session_plan
    timed = any(span_of(meeting.plan, item) for item in meeting.plan.sessions_of(meeting.moment))
    return None if timed else meeting.moment_plan


def _coming(meeting: Meeting, now: Instant) -> dict[Key, Span]:
    """Return from when to when what is on and what is still to come are forecast to be held.

    Once the meeting is closed nothing is.
    """
    forecast = is_on_plan(meeting, now) and not meeting.closed_at
    return dict(_forecasts(meeting, now)) if forecast else {}


def _forecasts(meeting: Meeting, now: Instant) -> Iterator[tuple[Key, Span]]:
    parts, here = timed_parts(meeting.plan), _here(meeting)
    reached = goes_on_at = _goes_on_at(meeting, parts, now)
    running = here is not None
    if here is not None:
        reached += _still_takes(meeting, here, now, goes_on_at)
        if reached > goes_on_at or span_of(meeting.plan, here):
            yield _key(here), (_stages(meeting, here)[0].started_at.utc, reached)
    former: Span | None = None
    for part, span in parts:
        if _is_ahead(meeting, part):
            rest = _rest(meeting, former, span, goes_on_at) if running else NOTHING
            begins = max(span[0], reached + rest)
            reached = begins + max(span[1] - span[0], _list_of(meeting, part))
            running = True
            yield _key(part), (begins, reached)
        former = span


def _goes_on_at(meeting: Meeting, parts: list[tuple[Part, Span]], now: Instant) -> datetime:
    """Return now; the end of the break of the plan in which the meeting is suspended."""
    spans = [span for _, span in parts]
    if not meeting.suspended_at or any(starts <= now.utc < ends for starts, ends in spans):
        return now.utc
    return min((starts for starts, _ in spans if starts > now.utc), default=now.utc)


def _still_takes(meeting: Meeting, part: Part, now: Instant, goes_on_at: datetime) -> timedelta:
    span, session = span_of(meeting.plan, part), isinstance(part, SessionPlan)
    takes = _list_of(meeting, part) + _milliseconds(left_of_speaker(meeting, now))
    is_open = not session or meeting.speakers(part.code).is_open
    if span is None or not is_open or (session and meeting.suspended_at and not takes):
        return takes
    stages = _stages(meeting, part)
    length_left = span[1] - span[0] - _milliseconds(time_on(meeting, stages, now))
    in_its_time = _apart(stages[0].started_at.utc, span[0]) is not None
    return max(takes, length_left, span[1] - goes_on_at if in_its_time else NOTHING)


def _is_ahead(meeting: Meeting, part: Part) -> bool:
    """Tell whether a part has not been held and does not stand before where the meeting is."""
    moment = part.moment if isinstance(part, SessionPlan) else part.code
    place = meeting.plan.moment_index.get(moment, -1)
    return place >= meeting.plan.moment_index[meeting.moment] and not _stages(meeting, part)


def _rest(meeting: Meeting, former: Span | None, span: Span, goes_on_at: datetime) -> timedelta:
    """Return how much of the break before a part is still to be kept: half, less what was had."""
    if former is None or former[1] >= span[0]:
        return NOTHING
    had = NOTHING
    for stop in meeting.frozen:
        until = min(stop.until.utc if stop.until else goes_on_at, span[0])
        had += max(NOTHING, until - max(stop.since.utc, former[1]))
    return max(NOTHING, (span[0] - former[1]) / 2 - had)


def _list_of(meeting: Meeting, part: Part) -> timedelta:
    code = part.code if isinstance(part, SessionPlan) else own_list(part.code)
    return _milliseconds(list_takes(meeting, code))


def _milliseconds(number: int) -> timedelta:
    return timedelta(milliseconds=number)


def _apart(at: datetime | None, planned: datetime) -> timedelta | None:
    """Return how much later than planned something is, None off the plan."""
    return at - planned if at is not None and abs(at - planned) < OFF_PLAN else None
