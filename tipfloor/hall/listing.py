"""Who comes next, as the hall sees it: the addresses that go before the list, and the list."""

from __future__ import annotations

from tipfloor.core.floor.addresses import addresses_to_come, gives_addresses
from tipfloor.core.state.meeting import Meeting
from tipfloor.hall.naming import all_named, named
from tipfloor.hall.state import Listed, Named
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.times.reckoned import list_end
from tipfloor.words.plain import plain

NEXT = 5
"""How many of those who come next are named."""


def listed(outlook: Outlook) -> Listed | None:
    """Return the list that the desk keeps, a session's or the moment's own, behind the addresses.

    None where neither an address is to come nor a list is kept.
    """
    meeting = outlook.meeting
    offices, speakers = _offices(meeting), meeting.speakers()
    if not offices and not meeting.has_list:
        return None
    called, ends = speakers.entry(speakers.called), list_end(outlook)
    at_lectern = called if meeting.floor is None else None
    following = [entry.delegation for entry in speakers.waiting if entry != at_lectern]
    room = max(0, NEXT - len(offices))
    return Listed(
        open=meeting.has_list and speakers.is_open,
        waiting=len(speakers.waiting),
        next=(*offices, *all_named(meeting, following[:room])),
        address=bool(offices),
        called=named(meeting, called.delegation) if called else None,
        ends=f"{ends.astimezone(meeting.plan.zone):%H:%M}" if ends else "",
    )


def _offices(meeting: Meeting) -> tuple[Named, ...]:
    """Return the offices whose addresses come next, before the list, in the order of protocol."""
    if not gives_addresses(meeting):
        return ()
    following = addresses_to_come(meeting)[:NEXT]
    return tuple(Named(item.delegation, plain(item.office)) for item in following)
