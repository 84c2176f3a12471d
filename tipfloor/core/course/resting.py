"""When the record is told by a code: as the meeting is adjourned, and as it is closed."""

from __future__ import annotations

from collections.abc import Sequence

from tipfloor.core.ground.event import Recorded

CODED = ("meeting_adjourned", "meeting_closed")
"""The kinds of event behind which it is; their rooms need not be loaded to know them."""


def last_rest(told: Sequence[Recorded]) -> Recorded | None:
    """Return the last event of some behind which the record is told by a code, if one is."""
    return next((item for item in reversed(told) if is_coded(item)), None)


def is_coded(recorded: Recorded) -> bool:
    """Tell whether the minutes are to have a code of the record as it stands behind an event."""
    return recorded.event.kind in CODED
