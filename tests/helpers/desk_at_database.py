"""A desk without a screen whose record lies in a database, on a hand-set clock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tests.helpers.postgres_server import Server
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.proceedings import Proceedings, convening
from tipfloor.records import machine_of
from tipfloor.store import TimeLine
from tipfloor.store.address import Database
from tipfloor.store.postgres.beginning import begin
from tipfloor.store.postgres.store import PostgresStore


class HandTimed(PostgresStore):
    """A record in a database whose time is the hand-set clock's, as that of a file is."""

    def time_line(self) -> TimeLine | None:
        return None


class DeskAtDatabase(Desk):
    """One process at a record on the server that a test has."""

    server: Server

    def __init__(self, database: Database, clock: HandClock) -> None:
        self.database, self.clock = database, clock
        self.proceedings = Proceedings(HandTimed(database, machine_of(clock)), clock)
        self._others: list[Desk] = []

    @classmethod
    def convene(
        cls, folder: Path, *, addresses: tuple[AddressPlan, ...] = (), **rules: Any
    ) -> Desk:
        """Return a desk on the record of a new meeting in the database."""
        database, clock = cls.server.new_record(), HandClock()
        plan = small_plan(**rules).with_added("addresses", *addresses)
        assert begin(database, lambda line: convening(plan, clock), machine_of(clock))
        return cls(database, clock)

    def another(self) -> Desk:
        """Return a second process at the same record."""
        other = DeskAtDatabase(self.database, self.clock)
        self._others.append(other)
        return other
