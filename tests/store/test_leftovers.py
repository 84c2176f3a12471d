"""The log of one record beside the file of another: never replayed over it, never changed."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.backends import FIRST
from tipfloor.store import StoreFault, Unsealed, leftovers
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.leftovers import Leftover
from tipfloor.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
OLD, NEW = "of the old meeting", "of the new meeting"

DIES = """
import os, signal, sys
from pathlib import Path
from tipfloor.store import StoreFault, Unsealed, Person
from tipfloor.store.sqlite import SqliteStore
store = SqliteStore(Path(sys.argv[1]))
first = len(store.read())
for n in range(first, first + int(sys.argv[3])):
    store.append(n, [Unsealed("told", 1, sys.argv[2] + " " + "x" * 300)])
if sys.argv[2].endswith("old meeting"):
    store.keep_person(Person("a", "BRA", "Osric Vandermolen", "", "delegation_only"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def dying(path: Path, text: str, number: int = 42) -> None:
    """Append rows to a record in a process that is killed, so that its log stays."""
    done = subprocess.run([sys.executable, "-c", DIES, str(path), text, str(number)], cwd=ROOT)
    assert done.returncode == -signal.SIGKILL


def record(path: Path, text: str, number: int) -> Path:
    """Make a record that was closed in order."""
    path.parent.mkdir(exist_ok=True)
    assert create(path, [FIRST, Unsealed("told", 1, text)])
    with closing(SqliteStore(path)) as store:
        for place in range(2, number + 2):
            store.append(place, [Unsealed("told", 1, f"{text} {'y' * 300}")])
    return path


def log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


@pytest.fixture(scope="module")
def died(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of an old meeting, with forty-two rows in its log; nobody opens it."""
    path = record(tmp_path_factory.mktemp("died") / "old" / "r", OLD, 3)
    dying(path, OLD)
    return path


@pytest.fixture
def old(died: Path, tmp_path: Path) -> Path:
    """That record as a test may have it: its file, its log and what readers shared."""
    return Path(shutil.copytree(died.parent, tmp_path / "old")) / died.name


Place = Callable[[Path, Path], None]


def new_record(target: Path, old: Path) -> None:
    """Nothing is there: the file of the old meeting was deleted or moved."""


def copied_record(target: Path, old: Path) -> None:
    shutil.copyfile(record(target.parent / "other" / "r", NEW, 10), target)


def large_record(target: Path, old: Path) -> None:
    shutil.copyfile(record(target.parent / "other" / "r", NEW, 200), target)


def cut_record(target: Path, old: Path) -> None:
    large_record(target, old)
    target.write_bytes(target.read_bytes()[:4096])


def longer_record(target: Path, old: Path) -> None:
    """The same record, of which the leftover log is older than what it has by now."""
    copy = target.parent / "longer"
    shutil.copyfile(old, copy)
    shutil.copyfile(log(old), log(copy))
    with closing(SqliteStore(copy)) as store:
        place = len(store.read())
        store.append(place, [Unsealed("told", 1, NEW + "z" * 9000)] * 20)
    shutil.copyfile(copy, target)


PLACES: list[Place] = [new_record, copied_record, large_record, cut_record, longer_record]

LOGS: dict[str, Callable[[bytes], bytes]] = {
    "whole": lambda data: data,
    "half": lambda data: data[: len(data) // 2],
    "one frame": lambda data: data[: 32 + 24 + 4096],
    "header": lambda data: data[:32],
    "empty": lambda data: b"",
    "garbage": lambda data: os.urandom(9000),
}


def held(folder: Path) -> dict[str, bytes]:
    return {item.name: item.read_bytes() for item in folder.iterdir() if item.is_file()}


@pytest.fixture
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look as often as always and wait for nobody: no desk is folding its log in these tests."""
    monkeypatch.setattr(leftovers, "PAUSES", [0.0 for _ in leftovers.PAUSES])


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize("shared", [False, True], ids=["", "with shm"])
@pytest.mark.parametrize("name", LOGS)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_nothing_of_the_old_meeting_gets_into_what_lies_there(
    tmp_path: Path, old: Path, place: Place, name: str, shared: bool
) -> None:
    """Refused with every byte left alone, or opened with the rows of the file alone."""
    target = tmp_path / "r"
    place(target, old)
    log(target).write_bytes(LOGS[name](log(old).read_bytes()))
    if shared:
        shutil.copyfile(old.with_name("r-shm"), tmp_path / "r-shm")
    before = held(tmp_path)
    refused = leftover_of(target)
    if refused is not None:
        assert held(tmp_path) == before
        assert [item for item in tmp_path.iterdir() if item.name.startswith(".")] == []
        for file in refused.files:
            file.rename(file.with_name(f"{file.name}.leftover"))
    try:
        create(target, [Unsealed("first", 1, NEW)])
        with closing(SqliteStore(target)) as store:
            rows, people = store.read(), store.people()
            store.append(len(rows), [Unsealed("told", 1, NEW)])
    except StoreFault:
        cut = place is cut_record
        assert cut
        return
    assert first_bad_position(rows) is None
    assert len(rows) > 40 if place is longer_record else OLD not in str(rows)
    assert place is longer_record or people == []


def leftover_of(target: Path) -> Leftover | None:
    """Try to open a record, making it where it is not, and return what was refused."""
    try:
        create(target, [Unsealed("first", 1, NEW)])
        SqliteStore(target, read_only=True).close()
    except Leftover as leftover:
        return leftover
    except StoreFault:
        return None
    return None


@pytest.mark.parametrize("place", [copied_record, large_record])
def test_a_whole_log_of_another_meeting_is_refused(tmp_path: Path, old: Path, place: Place) -> None:
    target = tmp_path / "r"
    place(target, old)
    shutil.copyfile(log(old), log(target))
    for read_only in (True, False):
        with pytest.raises(Leftover) as caught:
            SqliteStore(target, read_only=read_only)
        assert caught.value.code == "leftover_log"
        assert caught.value.files == (log(target),)


def test_an_older_log_of_the_same_record_takes_no_row_away(tmp_path: Path, old: Path) -> None:
    target = tmp_path / "r"
    longer_record(target, old)
    shutil.copyfile(log(old), log(target))
    with pytest.raises(Leftover):
        SqliteStore(target)


def test_the_log_of_a_record_that_was_killed_is_its_own(tmp_path: Path, old: Path) -> None:
    """Also cut anywhere, as after a loss of power, and while others read."""
    whole = log(old).read_bytes()
    for cut in (len(whole), len(whole) - 1, len(whole) // 2, 32 + 4120 * 3, 40, 32, 0):
        log(old).write_bytes(whole[:cut])
        with closing(SqliteStore(old, read_only=True)) as store:
            rows = store.read()
        assert len(rows) >= 5
        assert first_bad_position(rows) is None
    log(old).write_bytes(whole)
    with closing(SqliteStore(old)) as store:
        assert len(store.read()) == 47
        assert [person.name for person in store.people()] == ["Osric Vandermolen"]


def test_a_record_whose_folding_was_cut_short_anywhere_opens(tmp_path: Path, old: Path) -> None:
    """The file has some pages of the log and not yet the others, as after kill -9."""
    done = tmp_path / "done"
    shutil.copyfile(old, done)
    shutil.copyfile(log(old), log(done))
    with closing(sqlite3.connect(done)) as connection:
        connection.execute("SELECT count(*) FROM events").fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    before, after = old.read_bytes(), done.read_bytes()
    frames = log(old).read_bytes()
    for pages in range(len(after) // 4096 + 1):
        folder = tmp_path / f"at{pages}"
        folder.mkdir()
        mixed = after[: pages * 4096] + before[pages * 4096 :]
        (folder / "r").write_bytes(mixed)
        (folder / "r-wal").write_bytes(frames)
        with closing(SqliteStore(folder / "r", read_only=True)) as store:
            rows = store.read()
        assert len(rows) == 47
        assert first_bad_position(rows) is None


def test_a_journal_is_never_rolled_back_over_a_record(tmp_path: Path) -> None:
    path = record(tmp_path / "r", NEW, 3)
    (tmp_path / "r-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))
    before = held(tmp_path)
    with pytest.raises(Leftover) as caught:
        SqliteStore(path)
    assert caught.value.code == "leftover_journal"
    assert held(tmp_path) == before


def test_beside_a_writer_the_log_is_always_its_own(tmp_path: Path) -> None:
    path = record(tmp_path / "r", NEW, 3)
    code = (
        "import sys, time, itertools; from pathlib import Path\n"
        "from tipfloor.store import StoreFault, Unsealed\n"
        "from tipfloor.store.sqlite import SqliteStore\n"
        "store = SqliteStore(Path(sys.argv[1])); store.read()\n"
        "store._connection.execute('PRAGMA wal_autocheckpoint = 5')\n"
        "print('on', flush=True)\n"
        "for n in itertools.count(len(store.read())):\n"
        "    store.append(n, [Unsealed('told', 1, 'z' * 5000)])\n"
        "    time.sleep(0.002)  # in memory nothing else holds it up\n"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE
    )
    try:
        assert writer.stdout is not None
        writer.stdout.readline()
        for read_only in itertools.islice(itertools.cycle((True, False)), 40):
            with closing(SqliteStore(path, read_only=read_only)) as store:
                assert first_bad_position(store.read()) is None
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()  # type: ignore[union-attr]
    with closing(SqliteStore(path)) as store:
        assert first_bad_position(store.read()) is None


def test_where_a_desk_still_works_on_a_record_that_was_deleted_none_is_begun(
    tmp_path: Path,
) -> None:
    path = record(tmp_path / "r", NEW, 3)
    code = (
        "import sys; from pathlib import Path; from tipfloor.store.sqlite import SqliteStore\n"
        "store = SqliteStore(Path(sys.argv[1])); store.read(); print('on', flush=True)\n"
        "sys.stdin.read()\n"
    )
    desk = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert desk.stdout is not None
    desk.stdout.readline()
    path.unlink()
    with pytest.raises(Leftover) as caught:
        create(path, [FIRST])
    assert caught.value.files == (tmp_path / "r-shm",)
    desk.communicate()
    assert create(path, [FIRST])


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize("added", [1, 2, 5, 15])
@pytest.mark.parametrize("held_rows", [1, 20])
def test_a_log_of_a_few_pages_of_another_meeting_leaves_no_trace(
    tmp_path: Path, added: int, held_rows: int
) -> None:
    """Such a log may have a page of an index alone, or pages that nothing leads to."""
    old = record(tmp_path / "old" / "r", OLD, 30)
    dying(old, OLD, added)
    target = record(tmp_path / "new" / "r", NEW, held_rows)
    shutil.copyfile(log(old), log(target))
    before = held(target.parent)
    for read_only in (True, False):
        with pytest.raises(Leftover):
            SqliteStore(target, read_only=read_only)
    assert held(target.parent) == before
