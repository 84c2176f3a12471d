"""What the chair can say now: a sentence or two, made from the state of the floor."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.floor.addresses import gives_addresses, next_address
from tipfloor.core.ground.instant import Phase
from tipfloor.core.state.entry import Entry
from tipfloor.standing.chair.between import between_speakers, give
from tipfloor.standing.chair.names import of
from tipfloor.standing.chair.orders import of_orders, of_standstill
from tipfloor.standing.chair.said import Part, Said, forms, so
from tipfloor.standing.line import Line
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.offered import interlude_text


def chair_lines(outlook: Outlook) -> Iterator[Line]:
    """Yield the chair's words with whose they are, from the fullest form to the shortest."""
    for words in forms(_said(outlook)):
        yield Line.of((say("chair.chair") + " ", "quiet"), (f"“{words}”", "spoken"))


def sentence(outlook: Outlook) -> str:
    """Return what the chair can say at this instant, in its fullest form."""
    return next(forms(_said(outlook)))


def _said(outlook: Outlook) -> Said:
    meeting, phase = outlook.meeting, outlook.phase
    if phase is Phase.CLOSED:
        return so(say("chair.closed"))
    if phase is Phase.INTERLUDE and meeting.interlude:
        return so(say("chair.interlude", what=interlude_text(meeting.interlude.what)))
    if phase is Phase.SUSPENDED:
        return so(of_standstill(meeting))
    if orders := of_orders(meeting):
        return orders
    return between_speakers(outlook) if meeting.floor is None else _of_floor(outlook)


def _of_floor(outlook: Outlook) -> Said:
    """Return the words while someone is on the floor."""
    meeting, phase, floor = outlook.meeting, outlook.phase, outlook.meeting.floor
    assert floor is not None
    speaker = floor.entry.delegation
    if phase is Phase.PAUSED:
        keeps = Part(of("chair.keeps_floor", meeting, speaker))
        return (Part(say("chair.paused"), 1), keeps)
    if phase is Phase.OVER_TIME and not floor.has_floor:
        thanks = Part(of("chair.time_is_up", meeting, speaker), 2)
        return (thanks, *(give(outlook) or so(say("chair.no_more"))))
    if phase in (Phase.WARNING, Phase.LAST_SECONDS, Phase.OVER_TIME):
        return so(of("chair.conclude", meeting, speaker))
    following = _following(outlook)
    if not following:
        return so(of("chair.speaking", meeting, speaker))
    return (
        Part(of("chair.speaking", meeting, speaker), 1),
        Part(of("chair.may_prepare", meeting, following)),
    )


def gives_to(outlook: Outlook) -> Entry | None:
    """Return the entry to which the chair's sentence gives the floor, None where it does not."""
    meeting, phase = outlook.meeting, outlook.phase
    if phase in (Phase.CLOSED, Phase.INTERLUDE, Phase.SUSPENDED) or of_orders(meeting):
        return None
    if meeting.floor_list is None or (meeting.floor is not None and meeting.floor.has_floor):
        return None
    if gives_addresses(meeting) and next_address(meeting):
        return None
    return meeting.speakers().next


def _following(outlook: Outlook) -> str:
    """Return the code of whoever comes next, empty where nobody does."""
    meeting = outlook.meeting
    if meeting.session is None and meeting.floor and meeting.floor.is_address:
        address = next_address(meeting)
        return address.code if address else ""
    entry = meeting.speakers().next
    return entry.delegation if entry else ""
