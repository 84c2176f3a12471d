"""The two lines at the head: the meeting and its clock, then the moments with one current."""

from __future__ import annotations

from datetime import timedelta

from tipfloor.core.reckoning.delay import behind_plan
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.line import Line, Lines, Part
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.times.reckoned import whole_minutes
from tipfloor.words import count, say
from tipfloor.words.numerals import roman
from tipfloor.words.plain import plain
from tipfloor.words.subjects import session_title
from tipfloor.words.times import day, span, wall
from tipfloor.words.when import Announced


def heading(outlook: Outlook, width: int) -> Lines:
    """Return where the meeting stands: title, day, clock, plan, and the ribbon of moments."""
    return _first(outlook, width), _ribbon(outlook.meeting, width)


def _first(outlook: Outlook, width: int) -> Line:
    meeting, zone = outlook.meeting, outlook.meeting.plan.zone
    clock = f"{day(outlook.now, zone)} {wall(outlook.now, zone, seconds=True)}"
    right = Line.of(
        (f" {say('desk.rehearsal')} ", "band of alarm") if meeting.rehearsal_speed else "",
        "  " if meeting.rehearsal_speed else "",
        *_outage(outlook),
        *_return(meeting),
        (clock, "strong"),
        *_plan(behind_plan(meeting, outlook.now)),
    )
    table = meeting.plan.meeting
    room = width - right.cells - 2
    fits = len(table.title) <= room
    left = Line.of((plain(table.title if fits else table.short_title), "strong accent"))
    if len(clock) > width:
        return left.truncated(width)
    return Line.of(left.truncated(room, pad=True), "  ", right).truncated(width)


def _outage(outlook: Outlook) -> tuple[Part, ...]:
    """Return the sign that stands for as long as there is no webcast, up to the closing."""
    outage = outlook.meeting.outage
    if outage is None or outlook.meeting.closed_at:
        return ()
    words = say("desk.outage", time=span(outage.lasted(outlook.now)))
    return ((f" {words} ", "band of warning"), "  ")


LONGEST_RETURN = 24
"""Cells that the hour of return has in the head; whole it stands beside the clock."""


def _return(meeting: Meeting) -> tuple[Part, ...]:
    """Return until when the meeting stands still, where that was said."""
    resumes = meeting.suspension.resumes if meeting.suspension else None
    if not resumes:
        return ()
    words = Line.of(say("desk.until", resumes=Announced(resumes, on_screen=True))).truncated(
        LONGEST_RETURN
    )
    return (Line.of((f" {words.text} ", "band of warning")), "  ")


def _plan(behind: timedelta | None) -> tuple[Part, ...]:
    if behind is None:
        return ()
    minutes = whole_minutes(behind)
    if minutes == 0:
        return (("  " + say("desk.on_plan"), "done"),)
    late = behind > timedelta(0)
    hours, rest = divmod(minutes, 60)
    if hours:
        long = "desk.behind_hours" if late else "desk.ahead_hours"
        words = say(long, hours=hours, minutes=rest)
    else:
        words = count("desk.behind" if late else "desk.ahead", minutes)
    return (("  " + words, "warning" if late else "done"),)


def _ribbon(meeting: Meeting, width: int) -> Line:
    current = meeting.plan.moment_index[meeting.moment]
    numbers = [roman(place + 1).lower() for place in range(len(meeting.plan.moments))]
    first, last = _near(numbers, current, width // 2)
    around = sum(len(numbers[place]) + 2 for place in range(first, last + 1) if place != current)
    room = width - around - (2 if first else 0) - (2 if last < len(numbers) - 1 else 0)
    here = _here(meeting, numbers[current], max(12, room - 2))
    parts: list[Part] = [(" …", "faint")] if first else []
    for place in range(first, last + 1):
        number = f" {numbers[place]} "
        other: Part = (number, "quiet") if place > current else (number, "faint")
        parts.append(here if place == current else other)
    parts += [("… ", "quiet")] if last < len(numbers) - 1 else []
    return Line.of(*parts).truncated(width)


def _near(numbers: list[str], current: int, width: int) -> tuple[int, int]:
    """Return the first and the last of the numbers to show, those far off left out."""
    first, last = 0, len(numbers) - 1
    while sum(len(number) + 2 for number in numbers[first : last + 1]) > width and first < last:
        if current - first > last - current:
            first += 1
        else:
            last -= 1
    return first, last


def _here(meeting: Meeting, number: str, room: int) -> Line:
    moment, session = meeting.moment_plan, meeting.session_plan or meeting.next_session
    words = moment.title
    if session and meeting.session:
        words = session_title(session.title, session.topic)
    elif session:
        words = say("desk.not_open", title=session.title)
    shown = f" {number.upper()} {plain(words)} "
    return Line.of((shown, "here")).truncated(room)
