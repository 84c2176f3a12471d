"""The addresses of the moment, in the order of protocol, each with its sign and its length."""

from __future__ import annotations

from tipfloor.core.floor.addresses import (
    address_limit,
    addresses_of,
    given,
    is_to_come,
    reports_to_come,
)
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.line import Line, Lines, Role
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.times import span

MOST = 8
"""Rows of a board that the addresses take; the earliest give way."""


def addresses(outlook: Outlook, width: int) -> Lines:
    """Return a row for each: given with its length, on, to come with what is planned, not given."""
    meeting = outlook.meeting
    shown = _shown(meeting)
    if not shown:
        return ()
    past = next((n for n, item in enumerate(shown) if is_to_come(meeting, item)), len(shown))
    first = max(0, min(past - 1, len(shown) - MOST))
    rows = [_row(outlook, item, width) for item in shown[first : first + MOST]]
    if first:
        rows.insert(0, Line.of((say("desk.before", number=first), "quiet")))
    return (Line.of((say("desk.addresses"), "strong")), *rows)


def _shown(meeting: Meeting) -> list[AddressPlan]:
    """Return the addresses of the moment, and the reports that are owed or were given in it."""
    here = addresses_of(meeting, meeting.moment)
    free = [item for item in meeting.plan.addresses if item.moment is None]
    owed = reports_to_come(meeting) if here or meeting.sessions else ()
    told = [
        item
        for item in free
        if item in owed
        or any(remark.moment == meeting.moment for remark in given(meeting, item.code))
    ]
    return [*here, *told]


def _row(outlook: Outlook, address: AddressPlan, width: int) -> Line:
    sign, role, length = _state(outlook, address)
    office = plain(address.office)
    named = office if address.kind == "address" else say("desk.report", office=office)
    room = max(1, width - len(length) - 3)
    return Line.of(
        (sign + " ", role),
        Line.of(named).truncated(room, pad=True),
        (f" {length}", "quiet"),
    )


def _state(outlook: Outlook, address: AddressPlan) -> tuple[str, Role, str]:
    """Return the sign of an address, its role, and the length that it took or is to take."""
    meeting = outlook.meeting
    found = given(meeting, address.code)
    if found:
        on = found[-1] is meeting.floor
        length = span(found[-1].speaking(outlook.now))
        return ("►", "strong accent", length) if on else ("✓", "done", length)
    if address.code in meeting.addresses_struck:
        return "\N{EN DASH}", "quiet", ""
    planned = address.planned_seconds
    if limit := address_limit(meeting, address):
        return "○", "quiet", say("desk.changed_limit", limit=span(limit * 1000))
    return "○", "quiet", _planned(planned) if planned else ""


def _planned(seconds: int) -> str:
    """Return a planned length, whole minutes so that nobody takes it for an hour of the day."""
    minutes, rest = divmod(seconds, 60)
    return span(seconds * 1000) if rest else say("desk.minutes", number=minutes)
