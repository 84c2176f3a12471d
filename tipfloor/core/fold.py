"""The fold: a record's events, in order, become the meeting that they describe."""

from __future__ import annotations

from collections.abc import Iterable

from tipfloor.core.corrections.undo import ActUndone
from tipfloor.core.course.convening import MeetingConvened
from tipfloor.core.ground.event import Recorded
from tipfloor.core.state.log import EMPTY
from tipfloor.core.state.meeting import Meeting


def step(meeting: Meeting, recorded: Recorded) -> Meeting:
    """Return the meeting after one more event of the record, one that undoes nothing."""
    position, event, told = recorded
    after = event.apply(meeting.reached(position, event.at))
    if not event.undoable:
        return after
    goes_on = told.act != "" and told.act == after.last_act_id
    act = (after.last_act if goes_on else EMPTY).appended(position)
    return after.having(last_act=act, last_act_id="" if event.apart else told.act)


def undone_positions(
    history: Iterable[Recorded], *, frees_numbers: bool | None = None
) -> frozenset[int]:
    """Return the positions of the events that a later event of the record undid.

    All of them, or those of which the numbers are given again, or are not.
    """
    undoings = (item.event for item in history if isinstance(item.event, ActUndone))
    return frozenset(
        position
        for event in undoings
        if frees_numbers in (None, event.frees_numbers)
        for position in event.undone
    )


def fold(history: Iterable[Recorded]) -> Meeting:
    """Fold a record into its meeting, leaving out what was undone.

    Raises ValueError for a record that does not begin with the convening of a meeting.
    """
    events = tuple(history)
    first = events[0].event if events else None
    if not isinstance(first, MeetingConvened):
        raise ValueError("a record begins with the convening of its meeting")
    undone, kept = undone_positions(events), undone_positions(events, frees_numbers=False)
    meeting = first.convene()
    for recorded in events[1:]:
        if recorded.position not in undone:
            meeting = step(meeting, recorded)
        elif recorded.position in kept:
            meeting = recorded.event.left_out(meeting, recorded.position)
    return meeting
