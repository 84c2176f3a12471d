"""Which sentence of the log tells an event: that of its kind, or of the manner it has."""

from __future__ import annotations

from tipfloor.core.ground.event import Event
from tipfloor.words import has


def sentence_of(event: Event, *, timed: bool = True) -> str:
    """Return the key of the sentence that tells an event, the plain one where its manner has none.

    Without the durations of its remark, where it is not `timed`, some have no manner.
    """
    plain, manner = f"log.{event.kind}", event.manner()
    if not manner or (event.tells_durations and not timed):
        return plain
    key = f"{plain}__{manner}"
    return key if has(key) else plain
