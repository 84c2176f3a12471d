"""Acts that are decided and not on disk yet: each is decided again where the record moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct, structs

from tipfloor.core.corrections.overtaking import refuse_if_overtaken
from tipfloor.core.corrections.undo import Undo
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event, Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings.view import View, at_positions

Then = Callable[[Sequence[Recorded]], object]
"""What follows once the events of an act are on disk."""

Decide = Callable[[Meeting, Instant], list[Event]]


class Pending(Struct, frozen=True):
    """Something decided that waits for the disk: an act, or without one what time brought about.

    `id` is that of its rows in each attempt, so that none is written twice. `made` is the instant
    of its key, `since` the seconds of the stopwatch at which it began to wait, `after` the meeting
    with it. `unknown` says that an answer was lost, so that it may be in the record already.
    """

    id: str
    act: Act | None
    decide: Decide
    made: Instant
    recorded: Sequence[Recorded]
    after: Meeting
    since: float
    then: Then | None = None
    unknown: bool = False

    @property
    def events(self) -> list[Event]:
        """Its events."""
        return [item.event for item in self.recorded]


class Late(Struct, frozen=True):
    """An act that was decided once, and refused when the record had moved.

    `meant` is the first of the events that it would have had.
    """

    act: Act
    meant: Recorded
    refused: Refused
    made: Instant


def decided_again(view: View, pending: Sequence[Pending]) -> tuple[list[Pending], list[Late]]:
    """Decide what waits again, in order and each at its own instant, on what was read since.

    An act that would now be about another delegation, session or moment is refused like any other.
    """
    kept: list[Pending] = []
    late: list[Late] = []
    meeting, unsaved = view.meeting, list[Recorded]()
    places: dict[int, int | None] = {
        recorded.position: None for item in pending for recorded in item.recorded
    }
    for item in pending:
        try:
            again = _again(item, meeting, partial(view.ahead, meeting, unsaved), places)
        except Refused as refused:
            if item.act is not None:
                late.append(Late(item.act, item.recorded[0], refused, item.made))
            continue
        if again.recorded:
            kept.append(again)
            meeting, unsaved = again.after, [*unsaved, *again.recorded]
            moved = zip(item.recorded, again.recorded, strict=False)
            places |= {former.position: later.position for former, later in moved}
    return kept, late


def _again(
    item: Pending,
    meeting: Meeting,
    ahead: Callable[[Sequence[Recorded]], Meeting],
    places: Mapping[int, int | None],
) -> Pending:
    act, decide = item.act, item.decide
    if isinstance(act, Undo) and act.position is not None and act.position in places:
        act = structs.replace(act, position=places[act.position] or 0)
    if act is not None and act is not item.act:
        decide = act.decide
    now = meeting.after_floor(item.made) if act is not None else item.made
    events = decide(meeting, now)
    if act is not None:
        refuse_if_overtaken(item.events, events)
    recorded = at_positions(meeting.position, events, item.recorded[0].told)
    return structs.replace(item, act=act, decide=decide, recorded=recorded, after=ahead(recorded))
