"""A record whose file is taken away, replaced or put back while it is open."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.backends import FIRST
from tipfloor.store import Moved, NotSaved, Row, StoreFault, Unsealed
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

Change = Callable[[Path], object]

ROOT = Path(__file__).parents[2]


def event(body: str) -> Unsealed:
    return Unsealed("told", 1, body)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "records" / "record.tipfloor"
    assert create(path, [FIRST])
    return path


@pytest.fixture
def store(record: Path) -> Iterator[SqliteStore]:
    """A store with three rows, whose log lies beside its file."""
    found = SqliteStore(record)
    found.read()
    found.append(1, [event("a"), event("b")])
    yield found
    found.close()


def whole_copy(record: Path) -> Path:
    """Return a copy as `tipfloor copy` or sqlite3's backup makes it: all rows in one file."""
    copy = record.with_name("copy")
    with closing(sqlite3.connect(record)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def another_meeting(record: Path) -> Path:
    other = record.with_name("other")
    assert create(other, [Unsealed("first", 1, '{"another": 1}')])
    return other


def bodies(path: Path) -> list[str]:
    with closing(SqliteStore(path)) as found:
        rows = found.read()
        assert first_bad_position(rows) is None
        return [row.body for row in rows]


def delete(record: Path) -> None:
    record.unlink()


def delete_all(record: Path) -> None:
    for path in record.parent.iterdir():
        path.unlink()


def rename(record: Path) -> None:
    record.rename(record.with_name("elsewhere"))


def rename_folder(record: Path) -> None:
    record.parent.rename(record.parent.with_name("elsewhere"))


@pytest.mark.parametrize("change", [delete, delete_all, rename, rename_folder])
def test_a_record_that_is_gone_takes_nothing_and_says_so(
    store: SqliteStore, record: Path, change: Change
) -> None:
    change(record)
    with pytest.raises(StoreFault) as looked:
        store.changed()
    with pytest.raises(NotSaved) as told:
        store.append(3, [event("c")])
    assert (looked.value.code, told.value.code) == ("gone", "gone")
    assert not record.exists()


@pytest.mark.parametrize("change", [rename, rename_folder])
def test_put_back_it_goes_on(store: SqliteStore, record: Path, change: Change) -> None:
    change(record)
    with pytest.raises(NotSaved):
        store.append(3, [event("c")])
    if change is rename:
        record.with_name("elsewhere").rename(record)
    else:
        record.parent.with_name("elsewhere").rename(record.parent)
    store.changed()
    store.append(3, [event("c")])
    store.close()
    assert bodies(record) == [FIRST.body, "a", "b", "c"]


def moved_over(copy: Path, record: Path) -> None:
    """Put a file in the place of another, as `mv` does: another file altogether."""
    copy.replace(record)


def copied_over(copy: Path, record: Path) -> None:
    """Copy a file over another, as `cp` does: the same file with other bytes."""
    shutil.copyfile(copy, record)


WAYS = pytest.mark.parametrize("put", [moved_over, copied_over])
Put = Callable[[Path, Path], None]


@WAYS
def test_a_whole_copy_in_its_place_is_gone_on_with(
    store: SqliteStore, record: Path, put: Put
) -> None:
    put(whole_copy(record), record)
    store.changed()
    store.append(3, [event("c")])
    store.close()
    assert bodies(record) == [FIRST.body, "a", "b", "c"]


def test_a_copy_that_has_gone_on_moved_the_record(store: SqliteStore, record: Path) -> None:
    copy = whole_copy(record)
    with closing(SqliteStore(copy)) as other:
        other.append(3, [event("of another")])
    record.with_name(f"{record.name}-wal").unlink()
    moved_over(copy, record)
    assert store.changed()
    with pytest.raises(Moved):
        store.append(3, [event("c")])
    assert [row.body for row in store.read(3)] == ["of another"]
    store.append(4, [event("c")])


def test_a_log_that_was_deleted_loses_nothing(store: SqliteStore, record: Path) -> None:
    record.with_name(f"{record.name}-wal").unlink()
    store.append(3, [event("c")])
    assert bodies(record) == [FIRST.body, "a", "b", "c"]
    store.append(4, [event("d")])
    store.close()
    assert bodies(record) == [FIRST.body, "a", "b", "c", "d"]


def test_of_two_that_lose_the_log_one_makes_it_good_and_the_other_says_to_open_anew(
    store: SqliteStore, record: Path
) -> None:
    second = SqliteStore(record)
    second.read()
    second.be_patient(0)
    record.with_name(f"{record.name}-wal").unlink()
    store.append(3, [event("c")])
    with pytest.raises(StoreFault) as told:
        second.changed()
    assert told.value.code == "log_taken"
    second.close()
    store.append(4, [event("d")])
    store.close()
    assert bodies(record) == [FIRST.body, "a", "b", "c", "d"]


def test_a_log_that_was_deleted_is_not_let_go_before_all_of_it_is_in_the_file(
    store: SqliteStore, record: Path
) -> None:
    store.be_patient(0)
    with closing(sqlite3.connect(record, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchone()
        store.append(3, [event("c")])
        record.with_name(f"{record.name}-wal").unlink()
        with pytest.raises(NotSaved) as told:
            store.append(4, [event("d")])
        assert told.value.code == "busy"
        reader.execute("COMMIT")
    store.append(4, [event("d")])
    store.close()
    assert bodies(record) == [FIRST.body, "a", "b", "c", "d"]


@WAYS
@pytest.mark.parametrize("kind", ["another meeting", "no record", "nothing", "another course"])
def test_another_file_in_its_place_is_left_as_it_is(
    store: SqliteStore, record: Path, put: Put, kind: str
) -> None:
    other = record.with_name("other")
    if kind == "another meeting":
        another_meeting(record)
    elif kind == "another course":
        shutil.copy(whole_copy(record), other)
        with closing(SqliteStore(other)) as found:
            found.append(3, [event("x")])
        store.append(3, [event("c")])
    else:
        other.write_text("" if kind == "nothing" else "a shopping list, " * 500)
    put(other, record)
    before = record.read_bytes()
    for _ in range(2):
        with pytest.raises(StoreFault) as looked:
            store.changed()
        with pytest.raises(NotSaved) as told:
            store.append(len(store.read()), [event("d")])
        assert (looked.value.code, told.value.code) == ("replaced", "replaced")
    store.close()
    assert record.read_bytes() == before


def older_copy(record: Path) -> Path:
    """Return a copy that lacks the last row."""
    older = whole_copy(record).rename(record.with_name("older"))
    with closing(sqlite3.connect(older, isolation_level=None)) as found:
        found.execute("DROP TRIGGER events_are_not_deleted")
        found.execute("DELETE FROM events WHERE position = (SELECT max(position) FROM events)")
        found.execute("PRAGMA journal_mode = DELETE")
    return older


@WAYS
def test_an_older_copy_is_told_and_left_until_the_newer_is_back(
    store: SqliteStore, record: Path, put: Put, tmp_path: Path
) -> None:
    older = older_copy(record).rename(tmp_path / "older")
    newer = whole_copy(record).rename(tmp_path / "newer")
    delete_all(record)
    put(older, record)
    before = record.read_bytes()
    with pytest.raises(NotSaved) as told:
        store.append(3, [event("c")])
    assert (told.value.code, told.value.detail) == ("shorter", "2 / 3")
    assert record.read_bytes() == before
    put(newer, record)
    store.changed()
    store.append(3, [event("c")])
    store.close()
    assert bodies(record) == [FIRST.body, "a", "b", "c"]


@pytest.mark.parametrize("kind", ["pipe", "device", "directory", "link to nothing", "loop"])
def test_what_is_no_plain_file_is_never_waited_for_nor_read(
    store: SqliteStore, record: Path, kind: str
) -> None:
    rename(record)
    if kind == "directory":
        record.mkdir()
    elif kind == "pipe":
        os.mkfifo(record)
    else:
        targets = {"device": "/dev/zero", "loop": record.name}
        record.symlink_to(targets.get(kind, "nowhere"))
    with pytest.raises(StoreFault) as looked:
        store.changed()
    assert looked.value.code in ("gone", "replaced", "unreadable")
    with pytest.raises(NotSaved):
        store.append(3, [event("c")])
    record.rmdir() if kind == "directory" else record.unlink()
    record.with_name("elsewhere").rename(record)
    store.changed()
    store.append(3, [event("c")])


@WAYS
def test_an_older_copy_beside_the_log_is_the_whole_record(
    store: SqliteStore, record: Path, put: Put
) -> None:
    put(older_copy(record), record)
    store.changed()
    store.append(3, [event("c")])
    store.close()
    assert bodies(record) == [FIRST.body, "a", "b", "c"]


@WAYS
def test_a_copy_that_the_log_does_not_fit_says_what_to_remove(
    store: SqliteStore, record: Path, put: Put, tmp_path: Path
) -> None:
    laid_out_anew = tmp_path / "laid_out_anew"
    with closing(sqlite3.connect(record, isolation_level=None)) as source:
        source.execute("CREATE TABLE large AS SELECT zeroblob(200000) AS filling")
        store.append(3, [event("c" * 10_000)])
        source.execute("DROP TABLE large")
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        source.execute("VACUUM INTO ?", (str(laid_out_anew),))
    store.append(4, [event("d" * 10_000)])
    put(laid_out_anew, record)
    with pytest.raises(StoreFault) as looked:
        store.changed()
    assert looked.value.code == "log_left"


def test_what_went_into_a_file_that_was_taken_away_meanwhile_is_not_saved(
    store: SqliteStore, record: Path
) -> None:
    found = store._connection

    def taken_away(statement: str) -> None:
        if statement == "COMMIT" and record.exists():
            rename(record)

    found.set_trace_callback(taken_away)
    with pytest.raises(NotSaved) as told:
        store.append(3, [event("c")])
    assert told.value.code in ("gone", "replaced")
    record.with_name("elsewhere").rename(record)
    with pytest.raises(Moved):
        store.append(3, [event("c")])
    assert [row.body for row in store.read(3)] == ["c"]


def elsewhere(record: Path, work: str) -> None:
    """Do something with a store of a process of its own."""
    code = (
        "import sys; from pathlib import Path; from tipfloor.store import Unsealed\n"
        "from tipfloor.store.sqlite import SqliteStore\n"
        f"store = SqliteStore(Path(sys.argv[1])); after = len(store.read()); {work}"
    )
    subprocess.run([sys.executable, "-c", code, record], cwd=ROOT, check=True)


def test_whoever_leaves_takes_no_log_from_a_record_that_was_opened_anew(
    store: SqliteStore, record: Path
) -> None:
    elsewhere(record, "store.append(after, [Unsealed('told', 1, 'x')]); store.fold_log()")
    store.changed()  # the file is another since: it is opened anew
    store.append(len(store.read()), [event("y")])
    elsewhere(record, "store.close()")
    assert record.with_name(f"{record.name}-wal").exists()
    store.append(len(store.read()), [event("z")])
    elsewhere(record, "assert after == 6; store.close()")


def test_a_log_that_is_taken_away_while_a_row_is_written_is_folded_before_it_is_said(
    store: SqliteStore, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, put = record.with_name(f"{record.name}-wal"), store._put

    def meanwhile(after: int, events: Sequence[Unsealed]) -> list[Row]:
        log.unlink()
        return put(after, events)

    monkeypatch.setattr(store, "_put", meanwhile)
    store.append(3, [event("z")])
    elsewhere(record, "assert after == 4")


def delete_folder(record: Path) -> None:
    shutil.rmtree(record.parent)


@pytest.mark.parametrize("change", [delete, delete_all, delete_folder])
def test_what_was_deleted_is_written_into_its_place_again_with_all_that_was_saved(
    store: SqliteStore, record: Path, change: Change
) -> None:
    with closing(SqliteStore(record)) as second:
        second.read()
        change(record)
        with pytest.raises(NotSaved) as told:
            store.append(3, [event("c")])
        assert told.value.code == "gone"
        store.put_back()
        assert record.stat().st_mode & 0o777 == 0o600
        assert [item for item in record.parent.iterdir() if item.suffix == ".new"] == []
        assert store.changed()
        store.append(3, [event("c")])
        assert second.changed()
        second.append(4, [event("d")])
        with pytest.raises(Moved):
            store.append(4, [event("e")])
    store.close()
    assert bodies(record) == [FIRST.body, "a", "b", "c", "d"]


def test_what_was_renamed_or_lies_in_its_place_is_written_to_no_second_place(
    store: SqliteStore, record: Path
) -> None:
    for code in ("in its place", "renamed"):
        with pytest.raises(NotSaved) as told:
            store.put_back()
        assert told.value.code == "not_deleted", code
        if code == "in its place":
            rename(record)
    assert not record.exists()


def test_what_lies_in_the_place_of_a_deleted_record_is_left_as_it_is(
    store: SqliteStore, record: Path
) -> None:
    delete_all(record)
    record.write_bytes(b"another")
    with pytest.raises(NotSaved) as told:
        store.put_back()
    assert told.value.code == "not_put_back"
    assert record.read_bytes() == b"another"
    assert [item.name for item in record.parent.iterdir()] == [record.name]
