import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from tests.helpers.backends import BACK_ENDS, BackEnd, Postgres, new_database
from tests.helpers.postgres_server import Server
from tipfloor.store import Store

APPENDER, READER = "tipfloor_desk", "tipfloor_reader"
"""The roles of the SQL that `tipfloor postgres roles` prints."""


@pytest.fixture(scope="session")
def meetings(server: Server) -> str:
    """A database in which that SQL was run once, as its administrator does."""
    name = f"meetings_{uuid.uuid4().hex[:8]}"
    new_database(server, name)
    command = [sys.executable, "-m", "tipfloor", "postgres", "roles"]
    sql = subprocess.run(command, capture_output=True, check=True).stdout
    with psycopg.connect(server.url(name), autocommit=True) as connection:
        connection.execute(sql)
    return name


@pytest.fixture(params=sorted(BACK_ENDS))
def back_end(request: pytest.FixtureRequest, tmp_path: Path) -> BackEnd:
    """Every back end in turn, with one new record; for a contract also as a desk's role has it."""
    if request.param == APPENDER:
        server, meetings = request.getfixturevalue("server"), request.getfixturevalue("meetings")
        return Postgres(server.url(meetings, f"record-{uuid.uuid4().hex}", APPENDER))
    if request.param == "Postgres":
        server = request.getfixturevalue("server")
        return BACK_ENDS[request.param](str(server.new_record()))
    return BACK_ENDS[request.param](str(tmp_path))


@pytest.fixture
def opened(back_end: BackEnd) -> Iterator[Callable[[], Store]]:
    """Open the record once more, as another process would."""
    with ExitStack() as stack:

        def opened() -> Store:
            store = back_end.open()
            stack.callback(store.close)
            return store

        yield opened
