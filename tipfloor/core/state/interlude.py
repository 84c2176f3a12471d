"""What goes on beside the floor: an interlude without a speaker, an outage of the webcast."""

from __future__ import annotations

from msgspec import Struct

from tipfloor.core.ground.instant import Instant


class Interlude(Struct, frozen=True):
    """A moment of silence, a film or a photograph; `planned` is its length in milliseconds."""

    id: int
    what: str
    moment: str
    session: str | None
    started_at: Instant
    ended_at: Instant | None = None
    planned: int | None = None

    def lasted(self, now: Instant) -> int:
        """Return the milliseconds that it took, as of `now` while it is on."""
        return (self.ended_at or now).since(self.started_at)


class Outage(Struct, frozen=True):
    """A time without webcast; `what` says in a few words what failed, empty where nothing was said.

    The clock of the floor runs on (PRACTICE section 7, case 25).
    """

    id: int
    what: str
    moment: str
    session: str | None
    started_at: Instant
    ended_at: Instant | None = None

    def lasted(self, now: Instant) -> int:
        """Return the milliseconds that it took, as of `now` while it lasts."""
        return (self.ended_at or now).since(self.started_at)
