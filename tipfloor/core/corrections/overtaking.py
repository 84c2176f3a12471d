"""Acts that others overtook: decided again, an act is about what it was about, or refused."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tipfloor.core.corrections.undo import ActUndone, Undo
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.refusal import Refused, Rule

ABOUT = ("delegation", "session", "moment", "address")
"""The fields of events that the meeting fills in where an act names nobody."""


def refuse_if_overtaken(before: Sequence[Event], after: Sequence[Event]) -> None:
    """Refuse an act whose events, decided again, are about another delegation, session or moment.

    A key pressed for Brazil never gives the floor to Chile. Raises Refused.
    """
    kinds = {event.kind for event in before} & {event.kind for event in after}
    for kind in kinds or {""}:
        for field in ABOUT:
            former, later = _values(before, kind, field), _values(after, kind, field)
            if former and later and not former & later:
                raise Refused("act_overtaken", Rule.THE_RECORD)


def as_meant(act: Act, events: Sequence[Event]) -> Act:
    """Return an act as it names what its events are about: an undoing names what it undoes."""
    undone = [event.undone for event in events if isinstance(event, ActUndone)]
    if isinstance(act, Undo) and act.position is None and undone:
        return replace(act, position=undone[0][-1])
    return act


def _values(events: Sequence[Event], kind: str, field: str) -> set[str]:
    """Return the codes that events of a kind, or of any, have in a field.

    What an act adds to the programme stands there whole: that is of the act itself.
    """
    chosen = (event for event in events if kind in ("", event.kind))
    return {value for event in chosen if isinstance(value := getattr(event, field, None), str)}
