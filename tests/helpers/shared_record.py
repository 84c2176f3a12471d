"""A record with a clock of its own, which machines share: each measures it now and then."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from tests.helpers.hand_clock import HandClock
from tipfloor.core.ground.instant import Instant
from tipfloor.store import TimeLine
from tipfloor.store.sqlite import SqliteStore
from tipfloor.store.timeline import Answer, measured

NAME = "shared-7c1f"


class ServersClock:
    """The time line of a shared record, as its server tells it without a way between."""

    def __init__(self, server: HandClock) -> None:
        self._server = server

    def now(self) -> Instant:
        """Return the present instant on the line."""
        return replace(self._server.now(), line=NAME)


class SharedRecord(SqliteStore):
    """A record whose time is a server's; `machine` is the clock of whoever opens it here."""

    def __init__(self, path: Path, server: HandClock, machine: HandClock) -> None:
        super().__init__(path)
        self._server, self._machine = server, machine
        self.measure()

    def measure(self) -> None:
        """Ask the server for its time, as at connecting and again later."""
        self._line = measured(NAME, self._ask, lambda: self._machine.now().ticks)

    def time_line(self) -> TimeLine:
        """Return the server's time as it was last measured."""
        return self._line

    def _ask(self) -> Answer:
        now = self._server.now()
        return Answer(now.ticks, round(now.utc.timestamp() * 1000))
