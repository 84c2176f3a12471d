"""The two lines at the head: the meeting and its clock, then the moments with one current."""

from __future__ import annotations

from datetime import timedelta

from textual.content import Content

from tipfloor.core.forecast import behind_plan
from tipfloor.core.meeting import Meeting
from tipfloor.desk.outlook import Outlook
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.words import count, say
from tipfloor.words.numerals import roman
from tipfloor.words.plain import plain
from tipfloor.words.times import day, wall


class Heading(OutlookText):
    """Where the meeting stands: title, day, clock, plan, and the ribbon of moments."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the two lines, each fitted to the width."""
        return Content("\n").join([_first(outlook, width), _ribbon(outlook.meeting, width)])


def _first(outlook: Outlook, width: int) -> Content:
    meeting, zone = outlook.meeting, outlook.meeting.plan.zone
    clock = f"{day(outlook.now, zone)} {wall(outlook.now, zone, seconds=True)}"
    right = Content.assemble(
        (f" {say('desk.rehearsal')} ", "$text on $error") if meeting.rehearsal_speed else "",
        "  " if meeting.rehearsal_speed else "",
        (clock, "bold"),
        *_plan(behind_plan(meeting, outlook.now)),
    )
    table = meeting.plan.meeting
    room = width - right.cell_length - 2
    fits = len(table.title) <= room
    left = Content.styled(plain(table.title if fits else table.short_title), "bold $accent")
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), "  ", right)


def _plan(behind: timedelta | None) -> tuple[tuple[str, str], ...]:
    if behind is None:
        return ()
    minutes = round(abs(behind).total_seconds() / 60)
    if minutes == 0:
        return (("  " + say("desk.on_plan"), "$success"),)
    late = behind > timedelta(0)
    hours, rest = divmod(minutes, 60)
    if hours:
        long = "desk.behind_hours" if late else "desk.ahead_hours"
        words = say(long, hours=hours, minutes=rest)
    else:
        words = count("desk.behind" if late else "desk.ahead", minutes)
    return (("  " + words, "$warning" if late else "$success"),)


def _ribbon(meeting: Meeting, width: int) -> Content:
    current = meeting.plan.moment_index[meeting.moment]
    numbers = [roman(place + 1).lower() for place in range(len(meeting.plan.moments))]
    around = sum(len(number) + 2 for place, number in enumerate(numbers) if place != current)
    here = _here(meeting, numbers[current], max(12, width - around - 2))
    parts: list[Content | tuple[str, str]] = []
    for place, number in enumerate(numbers):
        style = "$text-muted" if place > current else "$text-disabled"
        parts.append(here if place == current else (f" {number} ", style))
    return Content.assemble(*parts).truncate(width, ellipsis=True)


def _here(meeting: Meeting, number: str, room: int) -> Content:
    moment, session = meeting.moment_plan, meeting.session_plan or meeting.next_session
    words = moment.title
    if session and meeting.session:
        words = f"{session.title}: {session.topic}"
    elif session:
        words = say("desk.not_open", title=session.title)
    shown = f" {number.upper()} {plain(words)} "
    return Content.styled(shown, "bold reverse").truncate(room, ellipsis=True)
