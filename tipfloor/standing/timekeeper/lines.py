"""The lines of the timekeeper's view about the meeting and its floor, each fitted to a width."""

from __future__ import annotations

from tipfloor.core.floor.addresses import delegation_of
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.limit import limit_of
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.cells import cells
from tipfloor.standing.clock import shows_time_of_day
from tipfloor.standing.fit import BETWEEN, cut, named, whole
from tipfloor.standing.line import EMPTY, Line
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.phase import signed
from tipfloor.words import count, say
from tipfloor.words.joining import beside
from tipfloor.words.offered import interlude_text, reason_text
from tipfloor.words.people import speaker_shown
from tipfloor.words.plain import plain
from tipfloor.words.subjects import session_title, subject_symbol
from tipfloor.words.times import day, span, wall
from tipfloor.words.when import Announced

ROOM_FOR_DAY = 60
"""Cells of width from which the day stands before the time of day."""


def heading(outlook: Outlook, width: int) -> Line:
    """Return the meeting, the sign of a rehearsal and the meeting's clock."""
    meeting, zone = outlook.meeting, outlook.meeting.plan.zone
    clock = wall(outlook.now, zone, seconds=True)
    if width >= ROOM_FOR_DAY:
        clock = f"{day(outlook.now, zone)}  {clock}"
    sign = _rehearsal(meeting)
    right = Line.of((sign, "here"), "  " if sign else "", (clock, "strong"))
    table, room = meeting.plan.meeting, max(0, width - right.cells - 2)
    title = plain(table.title)
    fitting = title if cells(title) <= room else plain(table.short_title)
    left = Line.of((fitting, "quiet")).truncated(room, pad=True)
    return Line.of(left, "  ", right)


def _rehearsal(meeting: Meeting) -> str:
    speed = meeting.rehearsal_speed
    if speed is None:
        return ""
    fast = say("timekeeper.rehearsal_speed", speed=f"{speed:g}")
    return f" {say('timekeeper.rehearsal') if speed == 1 else fast} "


def band(outlook: Outlook, width: int) -> Line:
    """Return the sign and the word of the phase, and the time allotted."""
    parts = [signed(outlook), _allotted(outlook)]
    return whole(parts, width, "   ")


def _allotted(outlook: Outlook) -> str:
    meeting = outlook.meeting
    on = meeting.floor or meeting.interlude
    if meeting.suspension:
        return until(meeting)
    if on and on.planned is not None and not (meeting.floor and meeting.floor.limit):
        return say("timekeeper.planned_length", time=span(on.planned))
    if meeting.interlude:
        return ""
    if meeting.floor:
        limit = meeting.floor.limit
        return say("timekeeper.allotted", time=span(limit)) if limit else _no_limit()
    called = _called(meeting)
    if called is None:
        return ""
    seconds = limit_of(meeting, called, meeting.list_code)
    return say("timekeeper.allotted", time=span(seconds * 1000)) if seconds else _no_limit()


def until(meeting: Meeting) -> str:
    """Return until when the meeting stands still, empty where it goes on or no hour was said."""
    resumes = meeting.suspension.resumes if meeting.suspension else None
    return (
        say("timekeeper.until_hour", resumes=Announced(resumes, on_screen=True)) if resumes else ""
    )


def _no_limit() -> str:
    return say("timekeeper.no_limit")


def caption(outlook: Outlook, width: int) -> Line:
    """Return what stands beside the large words: who in full, the phase and the time allotted."""
    of_clock = say("timekeeper.time_of_day") if shows_time_of_day(outlook) else _allotted(outlook)
    of_clock = until(outlook.meeting) or of_clock
    who, state = _who(outlook), signed(outlook)
    timed = f"{state}   {of_clock}".rstrip()
    fits = cells(BETWEEN.join(filter(None, [who, timed]))) <= width
    return whole([who, timed if fits else state], width)


def alert(outlook: Outlook, width: int) -> Line:
    """Return the points of order that wait, or why the clock stands."""
    points = [named(outlook.meeting, point.delegation) for point in outlook.meeting.points]
    if points[1:]:
        others = beside(points[1:])
        return cut(say("timekeeper.points_then", first=points[0], others=others), width)
    if points:
        return cut(say("timekeeper.points", first=points[0]), width)
    speaker = outlook.meeting.speaker
    if outlook.phase is not Phase.PAUSED or speaker is None or speaker.pause is None:
        return EMPTY
    told = reason_text(speaker.pause.reason)
    return cut(say("timekeeper.paused", reason=told) if told else "", width)


def speaker(outlook: Outlook, width: int) -> Line:
    """Return the code and the name of whoever is on the floor or called to it."""
    return cut(_who(outlook), width)


def _who(outlook: Outlook) -> str:
    meeting = outlook.meeting
    entry = on_the_floor(meeting)
    if meeting.interlude and meeting.floor is None:
        return interlude_text(meeting.interlude.what)
    if entry is None:
        return ""
    name = plain(meeting.plan.name_of(entry.delegation))
    if meeting.floor and meeting.floor.is_address:
        return name
    return say("timekeeper.speaker", code=plain(entry.delegation), name=name)


def detail(outlook: Outlook, width: int) -> Line:
    """Return what is particular about the remark: its kind, for whom else, who speaks."""
    entry = on_the_floor(outlook.meeting)
    if entry is None or (outlook.meeting.interlude and outlook.meeting.floor is None):
        return EMPTY
    called = say("timekeeper.called") if outlook.phase is Phase.CALLED else ""
    kind = "" if entry.kind == "remark" else say(f"timekeeper.kind_{entry.kind}")
    subject = plain(subject_symbol(entry, outlook.meeting.plan))
    others = len(entry.on_behalf_of)
    behalf = count("timekeeper.behalf", others) if others else ""
    person = speaker_shown(outlook.people, entry.person)
    return whole([kind, subject, _delegation(outlook.meeting), person, behalf, called], width)


def _delegation(meeting: Meeting) -> str:
    """Return the delegation of whoever gives an address, empty where there is none."""
    floor = meeting.floor
    code = delegation_of(floor, meeting.plan) if floor and floor.is_address else ""
    return named(meeting, code) if code else ""


def session(outlook: Outlook, width: int) -> Line:
    """Return the session and its topic, or the moment where there is no session."""
    meeting = outlook.meeting
    code = meeting.floor.session if meeting.floor else meeting.list_session
    planned = meeting.plan.session(code or "")
    if planned is None:
        return cut(plain(meeting.moment_plan.title), width)
    is_open = meeting.floor is not None or meeting.session == planned.code
    title, topic = plain(planned.title), plain(planned.topic)
    to_open = say("timekeeper.session_to_open", title=title, topic=topic)
    return cut(session_title(title, topic) if is_open else to_open, width)


def on_the_floor(meeting: Meeting) -> Entry | None:
    """Return the entry of whoever has the floor, or is called to it."""
    return meeting.floor.entry if meeting.floor else _called(meeting)


def _called(meeting: Meeting) -> Entry | None:
    speakers = meeting.speakers()
    return speakers.entry(speakers.called)
