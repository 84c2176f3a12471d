"""A process that has a record open and looks at its file again keeps the locks that it has."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.backends import FIRST
from tipfloor.archivefile import is_archive
from tipfloor.export.files import InTheWay, refuse_in_the_way
from tipfloor.store import Unsealed
from tipfloor.store.checkpoint import Checkpoint, lay
from tipfloor.store.creating import create
from tipfloor.store.leftovers import refuse_strange
from tipfloor.store.opening import check_header
from tipfloor.store.place import log_of
from tipfloor.store.sqlite import SqliteStore

TOLD = Unsealed("told", 1, "{}")

ANOTHER = """
import sys
from pathlib import Path
from tipfloor.export.files import InTheWay, refuse_in_the_way
from tipfloor.store import Unsealed
from tipfloor.store.sqlite import SqliteStore
store = SqliteStore(Path(sys.argv[1]))
store.append(len(store.read()), [Unsealed("told", 1, "{}")])
store.close()
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record"
    assert create(path, [FIRST])
    return path


def another_tells(record: Path) -> None:
    """Have another process open the record, write to it and let it go."""
    subprocess.run([sys.executable, "-c", ANOTHER, str(record)], check=True)


def open_files(record: Path) -> int:
    """Return how often this process has a record's file open."""
    return sum(one.resolve() == record for one in Path("/proc/self/fd").iterdir())


def opened_again_to_read(record: Path) -> None:
    with closing(SqliteStore(record, read_only=True)) as store:
        store.read()


def opened_again_to_tell(record: Path) -> None:
    with closing(SqliteStore(record)) as store:
        store.read()


def left(record: Path) -> None:
    lay(record, Checkpoint("x", 2, "", b""))


def exported_onto(record: Path) -> None:
    with pytest.raises(InTheWay):
        refuse_in_the_way(record)


LOOKS = [
    exported_onto,
    opened_again_to_read,
    opened_again_to_tell,
    left,
    check_header,
    refuse_strange,
    is_archive,
]


@pytest.mark.skipif(sys.platform == "win32", reason="locks are another thing there")
@pytest.mark.parametrize("look", LOOKS)
def test_its_log_is_not_deleted_by_another_process(
    record: Path, look: Callable[[Path], object]
) -> None:
    with closing(SqliteStore(record)) as store:
        assert len(store.read()) == 1
        store.append(1, [TOLD])
        look(record)
        another_tells(record)
        assert log_of(record).exists()
        assert store.changed()
        assert len(store.read(2)) == 1
        store.append(3, [TOLD])
    assert not log_of(record).exists()
    with closing(SqliteStore(record, read_only=True)) as store:
        assert len(store.read()) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="open files are not listed")
def test_no_file_is_open_once_the_last_store_let_it_go(record: Path) -> None:
    with closing(SqliteStore(record)):
        for look in LOOKS:
            look(record)
        assert open_files(record) > 1
    assert open_files(record) == 0
    check_header(record)
    assert open_files(record) == 0
