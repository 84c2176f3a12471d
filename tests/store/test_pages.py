"""A record with its log put together in memory: what SQLite itself reads, and nothing written."""

import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.backends import FIRST
from tipfloor.store import Unsealed
from tipfloor.store.creating import create
from tipfloor.store.pages import FRAME, HEAD, connected, with_log
from tipfloor.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
QUERY = "SELECT position, digest, body FROM events ORDER BY position"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Path]:
    """A record that is open, with a log of many transactions beside it, the first written over."""
    path = tmp_path / "r"
    assert create(path, [FIRST])
    with closing(SqliteStore(path)) as store:
        store.read()
        for place in range(1, 40):
            store.append(place, [Unsealed("told", 1, f"{place} {'x' * 900}")])
            if place == 20:
                store.fold_log()
        yield path


def by_sqlite(folder: Path, data: bytes, log: bytes) -> list[tuple[object, ...]]:
    """Return what SQLite reads of a file and a log, which it may recover as it likes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "r").write_bytes(data)
    (folder / "r-wal").write_bytes(log)
    with closing(sqlite3.connect(folder / "r")) as connection:
        return connection.execute(QUERY).fetchall()


def in_memory(data: bytes, log: bytes) -> list[tuple[object, ...]]:
    with closing(connected(with_log(data, log))) as connection:
        return connection.execute(QUERY).fetchall()


def test_cut_anywhere_the_log_adds_what_it_adds_for_sqlite(record: Path, tmp_path: Path) -> None:
    data, log = record.read_bytes(), record.with_name("r-wal").read_bytes()
    ends = [*range(HEAD, len(log), FRAME + 4096), len(log)]
    for end in (0, 1, HEAD - 1, *ends[::3], *(end - 7 for end in ends[1::5])):
        found = in_memory(data, log[:end])
        assert found == by_sqlite(tmp_path / "copy", data, log[:end])
    assert len(in_memory(data, log)) == 40


def test_altered_anywhere_the_log_ends_where_it_does_for_sqlite(
    record: Path, tmp_path: Path
) -> None:
    data, log = record.read_bytes(), record.with_name("r-wal").read_bytes()
    drawn = random.Random(12)
    for _ in range(40):
        altered = bytearray(log)
        altered[drawn.randrange(len(log))] ^= 1 << drawn.randrange(8)
        assert in_memory(data, bytes(altered)) == by_sqlite(tmp_path / "copy", data, bytes(altered))


def test_where_nothing_can_be_written_a_record_under_way_is_read(record: Path) -> None:
    """The disk is full: the log beside the record is still known as its own."""

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    code = (
        "import sys; from pathlib import Path; from tipfloor.store.sqlite import SqliteStore\n"
        "print(len(SqliteStore(Path(sys.argv[1]), read_only=True).read()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(record)],
        cwd=ROOT,
        preexec_fn=full,
        capture_output=True,
        text=True,
    )
    assert (done.stdout.strip(), done.stderr) == ("40", "")
