"""What every test may use; properties are tried on the same examples in every run."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from contextlib import closing as closing_of
from pathlib import Path

import pytest
from hypothesis import settings

from tests.helpers import depth, postgres_server
from tests.helpers.desk import Desk
from tests.helpers.once import made_once
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings
from tipfloor.proceedings.garbage import settle
from tipfloor.rehearsal import rehearse
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import speak

MEETING = Path(__file__).parents[1] / "sessions.toml"

FIRST = Path(__file__).parent / "whole"
"""The tests of which one takes half a minute: the last to begin would keep the others waiting."""

IN_MEMORY = Path("/dev/shm")
ROOM = 2 << 30
"""Bytes that a whole run needs at most."""

if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
    # Records of tests are written as they are at a desk, without a disk to wait for.
    tempfile.tempdir = os.environ["TMPDIR"] = str(IN_MEMORY)

settings.register_profile("search", max_examples=1000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the deep run."""
    said = "run only what is tried by chance, as often as there is time for"
    parser.addoption("--deep", action="store_true", help=said)


def pytest_configure(config: pytest.Config) -> None:
    """Settle how often chance is tried, before any test is read."""
    config.addinivalue_line("markers", "deep: is tried more often in the deep run")
    # The many programs that are started have their bytecode, as installed ones do.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    gc.set_threshold(200_000, 20, 100)
    depth.deep = config.getoption("--deep")
    often = depth.examples(100)
    settings.register_profile("same", max_examples=often, derandomize=True, deadline=None)
    if not config.getoption("--hypothesis-profile"):  # `search` looks for new ones
        settings.load_profile("same")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long at a time; leave to the deep run what has to gain by it."""
    items.sort(key=lambda item: FIRST not in item.path.parents)
    if depth.deep:
        gaining = ("deep", "hypothesis")
        found = [item for item in items if any(map(item.get_closest_marker, gaining))]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(found)])
        items[:] = found


def pytest_collection_finish() -> None:
    """Look for garbage no more among what every test shares."""
    gc.collect()
    settle()


@pytest.fixture(autouse=True)
def nobody_chose_a_language() -> Iterator[None]:
    """Leave no language to the next test: a command speaks that of its meeting."""
    yield
    speak(None)


@pytest.fixture(scope="session")
def server() -> Iterator[postgres_server.Server]:
    """A real PostgreSQL, one for all tests of a process; none of them stops or freezes it."""
    if not postgres_server.is_there():
        pytest.skip(postgres_server.MISSING)
    with postgres_server.serving("fsync=off", "max_connections=200") as server:
        yield server


@pytest.fixture(scope="module")
def mortal() -> Iterator[postgres_server.Server]:
    """A server for the tests of one module, which stop it, freeze it and kill it."""
    if not postgres_server.is_there():
        pytest.skip(postgres_server.MISSING)
    with postgres_server.serving("fsync=off") as server:
        yield server


@pytest.fixture(scope="session")
def whole_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the whole Seventh Meeting, played once in a run; it is only read."""

    def play(folder: Path) -> None:
        assert rehearse(read_plan(MEETING), folder / "whole.tipfloor")

    return made_once(tmp_path_factory, "whole", play) / "whole.tipfloor"


@pytest.fixture(scope="session")
def whole_meeting(whole_record: Path) -> Iterator[Proceedings]:
    """The whole Seventh Meeting, for all that is made of it and only read."""
    with closing_of(Proceedings(SqliteStore(whole_record, read_only=True))) as proceedings:
        yield proceedings


@pytest.fixture
def closing() -> Iterator[ExitStack]:
    """Close at the end of the test what was opened in it."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def convene(tmp_path: Path, closing: ExitStack) -> Callable[..., Desk]:
    """Convene a small meeting at its first moment."""

    def convene(**rules: object) -> Desk:
        desk = Desk.convene(tmp_path, **rules)
        closing.callback(desk.close)
        return desk

    return convene


@pytest.fixture
def session(tmp_path: Path, closing: ExitStack) -> Callable[..., Desk]:
    """Convene a small meeting and open a plenary session with these delegations waiting."""

    def session(*waiting: str, **rules: object) -> Desk:
        desk = Desk.in_session(tmp_path, *waiting, **rules)
        closing.callback(desk.close)
        return desk

    return session
