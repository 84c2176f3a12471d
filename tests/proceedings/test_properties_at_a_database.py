"""What holds of any meeting holds of one whose record lies in a database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.helpers.desk_at_database import DeskAtDatabase
from tests.helpers.postgres_server import Server
from tests.proceedings.test_properties import TwoDesks
from tipfloor.store import Store
from tipfloor.store.postgres.store import PostgresStore


class TwoDesksAtADatabase(TwoDesks):
    """The same two processes, at a record in a database."""

    desk = DeskAtDatabase

    def _record(self) -> Store:
        desk = self.desks[0]
        assert isinstance(desk, DeskAtDatabase)
        store = desk.proceedings._store
        assert isinstance(store, PostgresStore)
        return PostgresStore(desk.database, store._listener._machine, read_only=True)


@pytest.fixture(autouse=True)
def at_the_server(server: Server) -> Iterator[None]:
    DeskAtDatabase.server = server
    yield
    del DeskAtDatabase.server


TestTwoDesksAtADatabase = TwoDesksAtADatabase.TestCase
TestTwoDesksAtADatabase.settings = settings(
    max_examples=5,
    stateful_step_count=20,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
