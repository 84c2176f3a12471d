"""The lines of the timekeeper's view: each computed from the outlook, fitted to a width."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from tipfloor.core.clock import Phase
from tipfloor.core.entry import Entry
from tipfloor.core.forecast import forecast, planned_end
from tipfloor.core.meeting import Meeting
from tipfloor.desk.outlook import Outlook
from tipfloor.desk.widgets.phase import signed
from tipfloor.words import count, has, say
from tipfloor.words.plain import plain
from tipfloor.words.times import day, span, wall

NEXT = 5
"""How many of those who wait are named."""

ROOM_FOR_DAY = 60
"""Cells of width from which the day stands before the time of day."""

BETWEEN = " · "


def heading(outlook: Outlook, width: int) -> Content:
    """Return the meeting, the sign of a rehearsal and the meeting's clock."""
    meeting, zone = outlook.meeting, outlook.meeting.plan.zone
    clock = wall(outlook.now, zone, seconds=True)
    if width >= ROOM_FOR_DAY:
        clock = f"{day(outlook.now, zone)}  {clock}"
    sign = _rehearsal(meeting)
    right = Content.assemble((sign, "bold reverse"), "  " if sign else "", (clock, "bold"))
    table, room = meeting.plan.meeting, max(0, width - right.cell_length - 2)
    title = plain(table.title)
    fitting = title if Content(title).cell_length <= room else plain(table.short_title)
    left = Content.styled(fitting, "$text-muted").truncate(room, ellipsis=True, pad=True)
    return Content.assemble(left, "  ", right)


def _rehearsal(meeting: Meeting) -> str:
    speed = meeting.rehearsal_speed
    if speed is None:
        return ""
    return f" {say('timekeeper.rehearsal_speed', speed=f'{speed:g}')} "


def band(outlook: Outlook, width: int) -> Content:
    """Return the sign and the word of the phase, and the time allotted."""
    parts = [signed(outlook), _allotted(outlook)]
    return _whole(parts, width, "   ")


def _allotted(outlook: Outlook) -> str:
    meeting = outlook.meeting
    if meeting.floor:
        limit = meeting.floor.limit
        return say("timekeeper.allotted", time=span(limit)) if limit else _no_limit()
    called = _called(meeting)
    if called is None or meeting.list_session is None:
        return ""
    seconds = meeting.limit_of(called, meeting.list_session)
    return say("timekeeper.allotted", time=span(seconds * 1000)) if seconds else _no_limit()


def _no_limit() -> str:
    return say("timekeeper.no_limit")


def alert(outlook: Outlook, width: int) -> Content:
    """Return the points of order that wait, or why the clock stands."""
    points = [_named(outlook.meeting, point.delegation) for point in outlook.meeting.points]
    if points[1:]:
        others = ", ".join(points[1:])
        return _cut(say("timekeeper.points_then", first=points[0], others=others), width)
    if points:
        return _cut(say("timekeeper.points", first=points[0]), width)
    speaker = outlook.meeting.speaker
    if outlook.phase is not Phase.PAUSED or speaker is None or speaker.pause is None:
        return Content("")
    reason = speaker.pause.reason
    known = f"log.reason_{reason}"
    told = say(known) if has(known) else plain(reason)
    return _cut(say("timekeeper.paused", reason=told) if told else "", width)


def speaker(outlook: Outlook, width: int) -> Content:
    """Return the code and the name of whoever is on the floor or called to it."""
    entry = _on_the_floor(outlook.meeting)
    if entry is None:
        return Content("")
    name = plain(outlook.meeting.plan.name_of(entry.delegation))
    return _cut(say("timekeeper.speaker", code=plain(entry.delegation), name=name), width)


def detail(outlook: Outlook, width: int) -> Content:
    """Return what is particular about the remark: called only, its kind, for whom else."""
    entry = _on_the_floor(outlook.meeting)
    if entry is None:
        return Content("")
    called = say("timekeeper.called") if outlook.phase is Phase.CALLED else ""
    kind = "" if entry.kind == "remark" else say(f"timekeeper.kind_{entry.kind}")
    others = len(entry.on_behalf_of)
    return _whole([kind, count("timekeeper.behalf", others) if others else "", called], width)


def session(outlook: Outlook, width: int) -> Content:
    """Return the session and its topic, or the moment where there is no session."""
    meeting = outlook.meeting
    code = meeting.floor.session if meeting.floor else meeting.list_session
    planned = meeting.plan.session(code or "")
    if planned is None:
        return _cut(plain(meeting.moment_plan.title), width)
    is_open = meeting.floor is not None or meeting.session == planned.code
    key = "timekeeper.session" if is_open else "timekeeper.session_to_open"
    return _cut(say(key, title=plain(planned.title), topic=plain(planned.topic)), width)


def state(outlook: Outlook, width: int) -> Content:
    """Return how many wait, whether the list is open, and when it ends."""
    return _whole(_state(outlook), width)


def headed_state(outlook: Outlook, width: int) -> Content:
    """Return the same at the right, behind the heading of the names below it."""
    label = Content.styled(say("timekeeper.next"), "bold")
    right = _whole(_state(outlook), max(0, width - label.cell_length - 2))
    room = max(label.cell_length, width - right.cell_length)
    return Content.assemble(label.truncate(room, pad=True), right)


def _state(outlook: Outlook) -> list[str]:
    meeting, zone = outlook.meeting, outlook.meeting.plan.zone
    if meeting.list_session is None:
        return [say("timekeeper.no_list")]
    speakers = meeting.speakers()
    parts = [
        count("timekeeper.waiting", len(speakers.waiting)),
        say("timekeeper.list_open" if speakers.is_open else "timekeeper.list_closed"),
    ]
    ends = None if meeting.suspended_at else forecast(meeting, outlook.now)
    if ends:
        parts.append(say("timekeeper.ends", time=wall(ends.ends_at, zone)))
    if plan := planned_end(meeting):
        parts.append(say("timekeeper.planned", time=f"{plan:%H:%M}"))
    return parts


def names(outlook: Outlook, width: int) -> Content:
    """Return the next five below one another."""
    rows = [_cut(f"{n}  {_entry(outlook, e)}", width) for n, e in enumerate(_next(outlook), 1)]
    return Content("\n").join(rows or [_nobody(outlook, width)])


def names_in_a_line(outlook: Outlook, width: int) -> Content:
    """Return as many of the next five as one line has room for."""
    entries = [_entry(outlook, entry) for entry in _next(outlook)]
    if not entries:
        return _nobody(outlook, width)
    label = Content.assemble((say("timekeeper.next"), "bold"), "  ")
    return Content.assemble(label, _whole(entries, max(0, width - label.cell_length)))


def _nobody(outlook: Outlook, width: int) -> Content:
    listed = outlook.meeting.list_session is not None
    return _cut(say("timekeeper.nobody") if listed else "", width)


def _next(outlook: Outlook) -> list[Entry]:
    """Return the next on the list; whoever is called already stands above."""
    speakers = outlook.meeting.speakers()
    on_floor = speakers.called if outlook.meeting.floor is None else None
    return [entry for entry in speakers.waiting if entry.id != on_floor][:NEXT]


def _entry(outlook: Outlook, entry: Entry) -> str:
    named = _named(outlook.meeting, entry.delegation)
    others = len(entry.on_behalf_of)
    marks = [] if entry.kind == "remark" else [say(f"timekeeper.kind_{entry.kind}")]
    if others:
        marks.append(say("timekeeper.entry_behalf", number=others))
    return f"{named} ({', '.join(marks)})" if marks else named


def _on_the_floor(meeting: Meeting) -> Entry | None:
    return meeting.floor.entry if meeting.floor else _called(meeting)


def _called(meeting: Meeting) -> Entry | None:
    speakers = meeting.speakers()
    return speakers.entry(speakers.called)


def _named(meeting: Meeting, code: str) -> str:
    return say("timekeeper.entry", code=plain(code), name=plain(meeting.plan.name_of(code)))


def _cut(text: str, width: int) -> Content:
    return Content(text).truncate(width, ellipsis=True)


def _whole(parts: Iterable[str], width: int, between: str = BETWEEN) -> Content:
    """Join as many parts as fit whole; the first is cut where even it does not fit."""
    told = ""
    for part in filter(None, parts):
        longer = f"{told}{between}{part}" if told else part
        if told and Content(longer).cell_length > width:
            break
        told = longer
    return _cut(told, width)
