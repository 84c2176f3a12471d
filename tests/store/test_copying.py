"""A whole copy of a record: complete, checked, its owner's alone, and over nothing unasked."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.backends import FIRST
from tests.helpers.tampering import tampered
from tipfloor.store import Person, StoreFault, Unsealed
from tipfloor.store.chain import first_bad_position
from tipfloor.store.copying import copy_whole
from tipfloor.store.creating import create
from tipfloor.store.leftovers import Leftover
from tipfloor.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
AGAIN = Unsealed("told", 1, "{}")
ONE = Person("a1", "BRA", "Osric Vandermolen", "", "delegation_only")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "r"
    assert create(path, [FIRST])
    return path


def held(folder: Path) -> dict[str, bytes]:
    """Return what every file has, but for those that SQLite leaves where somebody only read."""
    ours = (item for item in folder.iterdir() if item.is_file() and item.stat().st_size)
    return {item.name: item.read_bytes() for item in ours if not item.name.endswith("-shm")}


def test_what_lies_in_the_log_is_in_the_copy(path: Path, tmp_path: Path) -> None:
    former = os.umask(0)
    try:
        with closing(SqliteStore(path)) as store:
            rows = [*store.read(), *store.append(1, [AGAIN] * 5)]
            store.keep_person(ONE)
            made = copy_whole(path, tmp_path / "copy", overwrite=False)
            shutil.copyfile(path, tmp_path / "plain")
    finally:
        os.umask(former)
    assert (made.rows, made.digest, made.broken) == (6, rows[-1].digest, None)
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o600
    assert {item.name for item in tmp_path.glob("[!r]*")} == {"copy", "plain"}
    assert not list(tmp_path.glob(".*"))
    with closing(SqliteStore(tmp_path / "copy")) as copy:
        assert copy.read() == rows
        assert copy.people() == [ONE]
        copy.append(6, [AGAIN])


def test_the_record_is_only_read(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes(), path.stat().st_mtime_ns
    copy_whole(path, tmp_path / "copy", overwrite=False)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_an_older_copy_alone_is_replaced_and_only_when_asked(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    copy_whole(path, target, overwrite=False)
    with closing(SqliteStore(path)) as store:
        store.append(1, [AGAIN])
    older = target.read_bytes()
    with pytest.raises(StoreFault, match="copy_exists"):
        copy_whole(path, target, overwrite=False)
    assert target.read_bytes() == older
    assert copy_whole(path, target, overwrite=True).rows == 2
    with closing(SqliteStore(target)) as copy:
        copy.append(2, [AGAIN])
    before = held(tmp_path)
    with pytest.raises(StoreFault, match="copy_in_the_way"):
        copy_whole(path, target, overwrite=True)
    (tmp_path / "notes.txt").write_text("x")
    before = held(tmp_path)
    for other in ("notes.txt", "r"):
        with pytest.raises(StoreFault):
            copy_whole(path, tmp_path / other, overwrite=True)
    assert held(tmp_path) == before


def test_another_record_is_never_replaced(path: Path, tmp_path: Path) -> None:
    assert create(tmp_path / "other", [FIRST])
    before = held(tmp_path)
    with pytest.raises(StoreFault, match="copy_in_the_way"):
        copy_whole(path, tmp_path / "other", overwrite=True)
    assert held(tmp_path) == before


def test_a_copy_that_somebody_works_on_is_not_replaced(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    copy_whole(path, target, overwrite=False)
    with closing(SqliteStore(target)) as at_work:
        at_work.append(1, [AGAIN])
        with pytest.raises(StoreFault, match="copy_in_use"):
            copy_whole(path, target, overwrite=True)
    target.unlink()
    (tmp_path / "copy-wal").write_bytes(b"x" * 100)
    with pytest.raises(Leftover):
        copy_whole(path, target, overwrite=False)


def test_a_record_that_is_not_sound_is_copied_as_it_is_and_said(path: Path, tmp_path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store.append(1, [AGAIN] * 3)
    tampered(path, "DELETE FROM events WHERE position = 3")
    assert copy_whole(path, tmp_path / "copy", overwrite=False).broken == 3


def test_a_full_disk_leaves_nothing_behind(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The size of files is limited as a full disk limits it."""
    with closing(SqliteStore(path)) as store:
        store.append(1, [Unsealed("told", 1, "x" * 400_000)])
    folder = tmp_path / "stick"
    folder.mkdir()
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from tipfloor.store import StoreFault\n"
        "from tipfloor.store.copying import copy_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: copy_whole(Path(sys.argv[1]), Path(sys.argv[2]), overwrite=False)\n"
        "except (StoreFault, OSError) as fault: print('refused', fault)\n"
    )
    command = [sys.executable, "-c", code, str(path), str(folder / "copy")]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.startswith("refused"), said
    assert list(folder.iterdir()) == []


def test_while_others_write_each_copy_is_a_state_of_the_record(path: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tipfloor.store import Unsealed\n"
        "from tipfloor.store.sqlite import SqliteStore\n"
        "store = SqliteStore(Path(sys.argv[1])); n = len(store.read()); print('on', flush=True)\n"
        "while True:\n"
        "    store.append(n, [Unsealed('told', 1, 'z' * 3000)] * 2); n += 2\n"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    try:
        writer.stdout.readline()
        sizes = [copy_whole(path, tmp_path / "copy", overwrite=True).rows for _ in range(5)]
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    assert sizes == sorted(sizes)
    with closing(SqliteStore(tmp_path / "copy", read_only=True)) as copy:
        assert len(copy.read()) == sizes[-1]
        assert sizes[-1] % 2 == 1
        assert first_bad_position(copy.read()) is None


def test_the_log_is_folded_into_the_file(path: Path, tmp_path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store.append(1, [AGAIN] * 4)
        store.fold_log()
        shutil.copyfile(path, tmp_path / "plain")
    with closing(sqlite3.connect(tmp_path / "plain")) as plain:
        assert plain.execute("SELECT count(*) FROM events").fetchone() == (5,)


def test_folding_waits_for_nobody(path: Path) -> None:
    with (
        closing(SqliteStore(path)) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        store.fold_log()
        other.execute("ROLLBACK")
        store.append(1, [AGAIN])
