"""The rows of the list: place, code, name with what is particular, time of request."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zoneinfo import ZoneInfo

from tipfloor.core.list.requests import is_away
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.line import Line, LinesOf
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain
from tipfloor.words.subjects import subject_symbol
from tipfloor.words.times import span, wall

ROOM_FOR_KIND = 42
"""Cells of width from which every row shows its kind, and seconds in its time of request."""

SHORTEST_NAME = 8
"""Cells of a name that stay where its particulars take the room; its code stands before it."""

ROWS_KEPT = 512
"""Rows kept as told: more than a list has in sight, at two desks of different width."""


def rows(outlook: Outlook, width: int) -> Sequence[Line]:
    """Return a row for each that waits, in order; each is told when it is looked at."""
    meeting = outlook.meeting
    waiting = meeting.speakers().waiting
    return LinesOf(
        range(len(waiting)), lambda place: _row(meeting, place + 1, waiting[place], width)
    )


def _row(meeting: Meeting, place: int, entry: Entry, width: int) -> Line:
    """Return one row: place, code, name with what is particular, time of request."""
    speakers, plan = meeting.speakers(), meeting.plan
    figures = max(2, len(str(len(speakers.waiting))))
    wide, called = width >= ROOM_FOR_KIND, speakers.called == entry.id
    name, kind = plan.name_of(entry.delegation), say(f"desk.kind_{entry.kind}")
    told = name, _particulars(meeting, entry, wide), kind
    return Line.of(
        ("►" if called else "↩" if entry.kind == "reply" else " ", "strong warning"),
        (f"{place:>{figures}} ", "quiet"),
        _behind(told, entry, plan.zone, width - figures, wide=wide),
    )


@lru_cache(ROWS_KEPT)
def _behind(
    told: tuple[str, str, str], entry: Entry, zone: ZoneInfo, width: int, *, wide: bool
) -> Line:
    """Return what stands behind the place, which alone moves up with each floor given."""
    asked = wall(entry.requested_at, zone, seconds=wide)
    tail = f"{told[2]:<8} {asked}" if wide else asked
    name = _fitted(plain(told[0]), told[1], max(4, width - len(tail) - 7))
    return Line.of((entry.delegation, "strong"), " ", name, " ", (tail, "quiet"))


def _fitted(name: str, particulars: str, room: int) -> Line:
    """Return a name with its particulars in so many cells, of which the name gives up the more."""
    whole = Line.of(name)
    least = min(whole.cells, SHORTEST_NAME)
    kept = Line.of(particulars).truncated(max(0, room - least))
    shown = whole.truncated(max(1, room - kept.cells))
    return Line.of(shown, kept).truncated(room, pad=True)


def _particulars(meeting: Meeting, entry: Entry, wide: bool) -> str:
    found = []
    answered = meeting.remark(entry.replies_to) if entry.replies_to else None
    if entry.kind != "remark" and not wide and not answered:
        found.append(say(f"desk.kind_{entry.kind}"))
    if subject := subject_symbol(entry, meeting.plan):
        found.append(plain(subject))
    if answered:
        found.append(say("desk.replies_to", number=answered.number))
    if entry.limit_seconds:
        found.append(say("desk.changed_limit", limit=span(entry.limit_seconds * 1000)))
    if entry.former:
        found.append(say("desk.reinscribed"))
    if entry.on_behalf_of:
        found.append(say("desk.joint", number=len(entry.on_behalf_of)))
    if entry.general_report:
        found.append(say("desk.general_report"))
    if entry.turn > 1 and entry.kind == "remark":
        found.append(say("desk.turn", number=entry.turn))
    if entry.expected and is_away(meeting, entry.delegation):
        found.append(say("desk.not_here"))
    if entry.absences:
        found.append(say("desk.was_absent"))
    if entry.capacity == "designated_delegate":
        found.append(say("desk.designated"))
    return f" ({beside(found)})" if found else ""
