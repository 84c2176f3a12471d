"""The fold: a record's events, in order, become the meeting that they describe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tipfloor.core.corrections.undo import ActUndone
from tipfloor.core.course.convening import MeetingConvened
from tipfloor.core.ground.event import Recorded
from tipfloor.core.state.log import log_of
from tipfloor.core.state.meeting import Meeting


def step(meeting: Meeting, recorded: Recorded, *, own: bool = False) -> Meeting:
    """Return the meeting after one more event of the record, one that undoes nothing.

    One that is the caller's own, and nobody else has, is changed itself, which costs less.
    """
    position, event, told = recorded
    act, act_id = meeting.last_act, meeting.last_act_id
    if event.undoable:
        goes_on = told.act != "" and told.act == act_id
        act = act.appended(position) if goes_on else log_of(position)
        act_id = "" if event.apart else told.act
    if own:
        return event.apply(meeting.reach(position, event.at, act, act_id))
    return event.apply(meeting.reached(position, event.at, last_act=act, last_act_id=act_id))


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


def convened(history: Sequence[Recorded]) -> Meeting:
    """Return the meeting as the first event of its record convened it.

    Raises ValueError for a record that does not begin with the convening of a meeting.
    """
    first = history[0].event if history else None
    if not isinstance(first, MeetingConvened):
        raise ValueError("a record begins with the convening of its meeting")
    return first.convene()


def going_on(
    meeting: Meeting, events: Sequence[Recorded], every: int = 1, last: int = 0
) -> Iterator[tuple[int, Meeting]]:
    """Give positions and the meeting after each, events left out that others undo.

    Those of the `last` events, and of one in `every` before.
    """
    undone, kept = undone_positions(events), undone_positions(events, frees_numbers=False)
    near = (events[-1].position if events else 0) - last
    own = False
    for recorded in events:
        position = recorded.position
        if position not in undone:
            meeting, own = step(meeting, recorded, own=own), True
        elif position in kept:
            meeting = recorded.event.left_out(meeting, position)
        if position > near or position % every == 0:
            yield position, meeting
            own = False  # whoever was given it may keep it


def fold(history: Iterable[Recorded]) -> Meeting:
    """Fold a record into its meeting, leaving out what was undone.

    Raises ValueError for a record that does not begin with the convening of a meeting.
    """
    events = tuple(history)
    meeting = convened(events)
    for _, after in going_on(meeting, events[1:], len(events) + 1, 1):
        meeting = after
    return meeting
