import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.helpers.backends import FIRST
from tests.helpers.tampering import mistyped, tampered
from tipfloor.store import NotARecord, NotSaved, RecordNewer, Row, StoreFault, Unsealed
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.opening import APPLICATION_ID
from tipfloor.store.schema import VERSION
from tipfloor.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
AGAIN = Unsealed("told", 1, "{}")

ANOTHER = """INSERT INTO events
SELECT {}, 'x', nth, by, at, kind, version, body, salt, seal, digest FROM events LIMIT 1"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.tipfloor"
    assert create(path, [FIRST])
    return path


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path)
    yield store
    store.close()


def asked(store: SqliteStore, pragma: str) -> object:
    return store._connection.execute(f"PRAGMA {pragma}").fetchone()[0]


def test_every_commit_is_synced(store: SqliteStore) -> None:
    assert asked(store, "journal_mode") == "wal"
    assert asked(store, "synchronous") == 2


def test_an_append_costs_the_same_in_a_long_record(store: SqliteStore) -> None:
    """Whether an act is there already is looked up, never searched for."""

    def steps(after: int) -> int:
        seen = 0

        def count() -> int:
            nonlocal seen
            seen += 1
            return 0

        store._connection.set_progress_handler(count, 10)
        store.append(after, [Unsealed("told", 1, "{}", f"act {after}")])
        store.positions_of(f"act {after}")
        store._connection.set_progress_handler(None, 10)
        return seen

    short = steps(1)
    store.append(2, [Unsealed("told", 1, "{}", "many", number) for number in range(5_000)])
    assert steps(5_002) <= short + 20


def test_the_file_says_what_it_is(store: SqliteStore, path: Path) -> None:
    assert asked(store, "application_id") == APPLICATION_ID
    assert asked(store, "user_version") == VERSION
    assert path.read_bytes()[68:72] == b"tipf"


def test_the_table_is_strict(store: SqliteStore) -> None:
    found = store._connection.execute("SELECT strict FROM pragma_table_list WHERE name = 'events'")
    assert found.fetchone() == (1,)


@pytest.mark.parametrize("statement", ["UPDATE events SET body = ''", "DELETE FROM events"])
def test_the_record_is_append_only(path: Path, statement: str) -> None:
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)


def test_only_the_owner_reads_it(tmp_path: Path) -> None:
    former = os.umask(0)
    try:
        path = tmp_path / "folder" / "record"
        create(path, [FIRST])
        with closing(SqliteStore(path)) as store:
            store.append(1, [AGAIN])
            modes = {item.name: stat.S_IMODE(item.stat().st_mode) for item in path.parent.iterdir()}
    finally:
        os.umask(former)
    assert modes == {"record": 0o600, "record-wal": 0o600, "record-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_record_is_created_once(path: Path) -> None:
    before = path.read_bytes()
    assert not create(path, [AGAIN, AGAIN])
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_draft_that_a_crash_left_behind_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "record"
    path.with_name(f".record.{os.getpid()}.new").touch()
    assert create(path, [FIRST])


def test_a_record_that_cannot_be_created_is_not_saved(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotSaved):
        create(tmp_path / "file" / "record", [FIRST])


def test_of_processes_that_create_at_once_exactly_one_wins(tmp_path: Path) -> None:
    path = tmp_path / "record"
    code = (
        "import sys; from pathlib import Path; from tests.helpers.backends import FIRST;"
        "from tipfloor.store.creating import create;"
        "sys.stdin.read(); print(create(Path(sys.argv[1]), [FIRST]))"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    said = sorted(process.communicate(timeout=60)[0].strip() for process in started)
    assert said == ["False", "False", "False", "True"]
    with closing(SqliteStore(path)) as store:
        assert len(store.read()) == 1


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE events (position INTEGER)")


STRANGERS = {
    "text": lambda path: path.write_text("[meeting]\ntitle = 'x'\n" * 20),
    "picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200)),
    "empty": lambda path: path.touch(),
    "short": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "database": other_database,
}


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_record_is_left_untouched(
    tmp_path: Path, stranger: str, read_only: bool
) -> None:
    path = tmp_path / "stranger"
    STRANGERS[stranger](path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(NotARecord):
        SqliteStore(path, read_only=read_only)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [item.name for item in tmp_path.iterdir()] == ["stranger"]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(NotARecord, match="not_a_file"):
            SqliteStore(path)


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="unreadable"):
        SqliteStore(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []


def test_a_newer_record_is_left_untouched(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(RecordNewer):
        SqliteStore(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_cut_record_says_so(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096])
    with pytest.raises(StoreFault), closing(SqliteStore(path)) as store:
        store.read()


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        ("UPDATE events SET body = 'x' WHERE position = 3", 3),
        ("UPDATE events SET kind = 'x' WHERE position = 1", 1),
        ("UPDATE events SET version = 2 WHERE position = 5", 5),
        ("UPDATE events SET digest = '' WHERE position = 2", 2),
        ("UPDATE events SET body = CAST(x'ff7b' AS TEXT) WHERE position = 4", 4),
        ("DELETE FROM events WHERE position = 1", 1),
        ("DELETE FROM events WHERE position = 4", 4),
        ("DELETE FROM events WHERE position IN (2, 3)", 2),
        ("UPDATE events SET act = 'x' WHERE position = 2", 2),
        ("UPDATE events SET nth = 7 WHERE position = 2", 2),
        ("UPDATE events SET by = 'desk 2' WHERE position = 3", 3),
        ("UPDATE events SET at = '2024-02-05T16:00:00.000Z' WHERE position = 3", 3),
        ("UPDATE events SET salt = '' WHERE position = 3", 3),
        ("UPDATE events SET salt = 'x' WHERE position = 3", 3),
        ("UPDATE events SET seal = '' WHERE position = 3", 3),
        ("UPDATE events SET act = '', nth = 0, by = '', at = '', salt = '', seal = ''", 1),
        (ANOTHER.format(6), 6),
        (ANOTHER.format(9), 6),
    ],
)
def test_a_tampered_row_is_named(path: Path, statement: str, position: int) -> None:
    with closing(SqliteStore(path)) as store:
        store.append(1, [AGAIN] * 4)
    tampered(path, statement)
    with closing(SqliteStore(path, read_only=True)) as store:
        assert first_bad_position(store.read()) == position


@pytest.mark.parametrize("read_only", [True, False])
def test_damage_that_an_error_message_would_repeat_is_said_too(path: Path, read_only: bool) -> None:
    with closing(SqliteStore(path)) as store:
        store.append(1, [AGAIN])
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE events", b"CREATE \xc5ABLE events"))
    with pytest.raises(StoreFault):
        SqliteStore(path, read_only=read_only).read()


@pytest.mark.parametrize("column", Row._fields[1:])
@pytest.mark.parametrize("value", ["NULL", "x'00ff'", "0.5"])
def test_a_value_of_a_type_that_no_column_has_is_a_tampered_row(
    path: Path, column: str, value: str
) -> None:
    """A changed bit in the head of a row gives its values other types, also in a strict table."""
    with closing(SqliteStore(path)) as store:
        store.append(1, [AGAIN] * 3)
    mistyped(path, f"UPDATE events SET {column} = {value} WHERE position = 3")
    with closing(SqliteStore(path, read_only=True)) as store:
        assert first_bad_position(store.read()) == 3


def test_reading_leaves_the_file_as_it_is(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store.append(1, [AGAIN])
    before = path.read_bytes(), path.stat().st_mtime_ns
    with closing(SqliteStore(path, read_only=True)) as store:
        assert len(store.read()) == 2
        with pytest.raises(NotSaved):
            store.append(2, [AGAIN])
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_reader_follows_a_writer(store: SqliteStore, path: Path) -> None:
    with closing(SqliteStore(path, read_only=True)) as reader:
        store.append(1, [AGAIN])
        assert reader.changed()
        assert len(reader.read()) == 2


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Own a folder and what is in it as somebody who may not write there, root included."""
    nobody, root = 65534, os.geteuid() == 0
    for path in (folder, *folder.iterdir()):
        path.chmod(0o500 if path.is_dir() else 0o400)
        if root:
            os.chown(path, nobody, nobody)
    if root:
        os.seteuid(nobody)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights by user are POSIX's")
def test_a_record_on_a_read_only_medium_is_read() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "archived.sqlite"
        assert create(path, [FIRST])
        with without_rights(folder):
            with pytest.raises(PermissionError):
                (folder / "anything").touch()
            with closing(SqliteStore(path, read_only=True)) as store:
                assert len(store.read()) == 1
            assert [item.name for item in folder.iterdir()] == [path.name]


def test_a_full_disk_is_said_and_loses_nothing(store: SqliteStore) -> None:
    pages = asked(store, "page_count")
    asked(store, f"max_page_count = {pages}")
    large = Unsealed("told", 1, "x" * 50_000)
    with pytest.raises(NotSaved, match="full"):
        store.append(1, [AGAIN, large])
    assert len(store.read()) == 1
    asked(store, "max_page_count = 100000")
    store.append(1, [AGAIN, large])
    assert first_bad_position(store.read()) is None
    assert len(store.read()) == 3


def test_a_locked_record_is_said(store: SqliteStore, path: Path) -> None:
    asked(store, "busy_timeout = 1")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match="locked"):
            store.append(1, [AGAIN])
    store.append(1, [AGAIN])


def test_an_act_costs_the_same_behind_ten_thousand_rows_as_behind_few(store: SqliteStore) -> None:
    """The steps of SQLite's machine are counted: a row is never looked for one by one."""
    rows = store.append(1, [AGAIN._replace(act=f"act {n}") for n in range(10_000)])
    steps = [0]

    def count() -> int:
        steps[0] += 1
        return 0

    store._connection.set_progress_handler(count, 100)
    store.append(rows[-1].position, [AGAIN._replace(act="another")])
    assert store.positions_of("another") == [rows[-1].position + 1]
    assert steps[0] < 20
