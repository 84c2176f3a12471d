"""The lines of the timekeeper's view about the list of speakers, each fitted to a width."""

from __future__ import annotations

from tipfloor.core.floor.addresses import addresses_to_come, gives_addresses, next_address
from tipfloor.core.reckoning.planned import planned_end
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.fit import cut, named, whole
from tipfloor.standing.line import Line, Lines
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.times.reckoned import list_end
from tipfloor.words import count, say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain

NEXT = 5
"""How many of those who wait are named."""


def state(outlook: Outlook, width: int) -> Line:
    """Return how many wait, whether the list is open, and when it ends."""
    return whole(_state(outlook), width)


def headed_state(outlook: Outlook, width: int) -> Line:
    """Return the same at the right, behind the heading of the names below it."""
    label = Line.of((say("timekeeper.next"), "strong"))
    right = whole(_state(outlook), max(0, width - label.cells - 2))
    room = max(label.cells, width - right.cells)
    return Line.of(label.truncated(room, pad=True), right)


def _state(outlook: Outlook) -> list[str]:
    meeting, zone = outlook.meeting, outlook.meeting.plan.zone
    if not meeting.has_list:
        return [say("timekeeper.no_list")]
    speakers = meeting.speakers()
    parts = [
        count("timekeeper.waiting", len(speakers.waiting)),
        say("timekeeper.list_open" if speakers.is_open else "timekeeper.list_closed"),
    ]
    if ends := list_end(outlook):
        parts.append(say("timekeeper.ends", time=f"{ends.astimezone(zone):%H:%M}"))
    if plan := planned_end(meeting):
        parts.append(say("timekeeper.planned", time=f"{plan:%H:%M}"))
    return parts


def names(outlook: Outlook, width: int) -> Lines:
    """Return the next five below one another."""
    rows = [cut(f"{n}  {told}", width) for n, told in enumerate(_told(outlook), 1)]
    return tuple(rows) or (_nobody(outlook, width),)


def names_in_a_line(outlook: Outlook, width: int) -> Line:
    """Return as many of the next five as one line has room for."""
    entries = _told(outlook)
    if not entries:
        return _nobody(outlook, width)
    label = Line.of((say("timekeeper.next"), "strong"), "  ")
    return Line.of(label, whole(entries, max(0, width - label.cells)))


def _nobody(outlook: Outlook, width: int) -> Line:
    listed = outlook.meeting.has_list
    return cut(say("timekeeper.nobody") if listed else "", width)


def _told(outlook: Outlook) -> list[str]:
    """Return who comes next in words: of the list, or of the addresses where there is none."""
    meeting = outlook.meeting
    if goes_by_list(meeting):
        return [_entry(outlook, entry) for entry in next_entries(outlook)]
    return offices_to_come(meeting)


def goes_by_list(meeting: Meeting) -> bool:
    """Tell whether the list says who comes next; addresses that are to come go before it."""
    return meeting.has_list and not (gives_addresses(meeting) and next_address(meeting))


def offices_to_come(meeting: Meeting) -> list[str]:
    """Return the offices of those who give the next addresses of the moment."""
    return [plain(item.office) for item in addresses_to_come(meeting)[:NEXT]]


def next_entries(outlook: Outlook) -> list[Entry]:
    """Return the next on the list; whoever is called already stands above."""
    speakers = outlook.meeting.speakers()
    on_floor = speakers.called if outlook.meeting.floor is None else None
    return [entry for entry in speakers.waiting if entry.id != on_floor][:NEXT]


def _entry(outlook: Outlook, entry: Entry) -> str:
    name = named(outlook.meeting, entry.delegation)
    others = len(entry.on_behalf_of)
    marks = [] if entry.kind == "remark" else [say(f"timekeeper.kind_{entry.kind}")]
    if others:
        marks.append(say("timekeeper.entry_behalf", number=others))
    return f"{name} ({beside(marks)})" if marks else name
