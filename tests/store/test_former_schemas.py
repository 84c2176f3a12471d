"""Records of former schemas: read as they are, brought up to date when they are written to."""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from tests.helpers.tampering import tampered
from tipfloor.store import Moved, Unsealed
from tipfloor.store.chain import first_bad_position, is_former
from tipfloor.store.schema import VERSION
from tipfloor.store.sqlite import SqliteStore

RECORDS = Path(__file__).parent / "records"
NEXT = Unsealed("told", 1, "{}", "an act")


@pytest.fixture(params=["first_schema", "second_schema"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old"
    copyfile(RECORDS / f"{request.param}.tipfloor", path)
    return path


def schema_of(path: Path) -> int:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_it_is_read_without_a_byte_changed(old: Path) -> None:
    before = old.read_bytes()
    with closing(SqliteStore(old, read_only=True)) as store:
        rows = store.read()
        assert list(store.rows()) == rows
        assert store.made_since(0) == []
    assert first_bad_position(rows) is None
    assert all(map(is_former, rows))
    assert old.read_bytes() == before


def test_old_rows_keep_their_digests_and_new_ones_chain_behind_them(old: Path) -> None:
    with closing(SqliteStore(old, read_only=True)) as store:
        before = store.read()
    with closing(SqliteStore(old)) as store:
        assert store.read() == before
        [row] = store.append(len(before), [NEXT])
        assert store.read() == [*before, row]
        assert first_bad_position(store.rows()) is None
        with pytest.raises(Moved):
            store.append(len(before) + 1, [NEXT])
    assert schema_of(old) == VERSION
    assert not is_former(row)


def test_an_old_row_that_is_altered_afterwards_is_named(old: Path) -> None:
    with closing(SqliteStore(old)) as store:
        store.append(len(store.read()), [NEXT])
    tampered(old, "UPDATE events SET body = body || ' ' WHERE position = 2")
    with closing(SqliteStore(old, read_only=True)) as store:
        assert first_bad_position(store.rows()) == 2


def test_a_reader_goes_on_while_another_process_brings_it_up_to_date(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with closing(SqliteStore(old, read_only=True)) as reader:
        before = reader.read()
        with closing(SqliteStore(old)) as store:
            [row] = store.append(len(before), [NEXT])
            assert reader.changed()
            assert reader.read(len(before)) == [row]
            assert first_bad_position(reader.rows()) is None
