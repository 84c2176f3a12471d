"""`docs/record.md` is enough to check a record: its own check is run, without tipfloor."""

import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from tests.helpers.tampering import tampered
from tipfloor.store import Row, Unsealed
from tipfloor.store.chain import BLACKED_OUT, first_bad_position, left_of
from tipfloor.store.codes import code_of
from tipfloor.store.creating import create
from tipfloor.store.schema import VERSION
from tipfloor.store.sqlite import SqliteStore

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
RECORDS = Path(__file__).parent / "records"


def checked(record: Path, folder: Path, *code: str) -> str:
    """Run the check of the page on a record, with nothing but the standard library."""
    [program] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    script = folder / "check.py"
    script.write_text(program, encoding="utf-8")
    command = [sys.executable, "-I", "-S", "-W", "error", str(script), str(record), *code]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@pytest.fixture(params=["first_schema", "second_schema", "new"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A record of each schema, those of former ones with rows of the present one behind."""
    path = tmp_path / "record"
    first = Unsealed("first", 1, '{"text": "São Tomé 🕊 \\u0000"}', "a", 0, "desk", "then")
    if request.param == "new":
        assert create(path, [first])
    else:
        copyfile(RECORDS / f"{request.param}.tipfloor", path)
    with closing(SqliteStore(path)) as store:
        last = len(store.read())
        events = [Unsealed("told", 1, f'{{"n": {n}}}', "b", n, "tell", "then") for n in range(3)]
        store.append(last, events)
        texts = {2: '{"n": "█"}'}
        second = store.read()[1]
        said = {"position": 2, "left": left_of(second.kind, second.version, texts[2])}
        event = Unsealed(BLACKED_OUT, 1, json.dumps(said), "c", 0, "desk", "then")
        store.black_out(last + 3, texts, [event])
    return path


def rows_of(record: Path) -> list[Row]:
    with closing(SqliteStore(record, read_only=True)) as store:
        return store.read()


def test_the_page_finds_a_record_sound(record: Path, tmp_path: Path) -> None:
    rows = rows_of(record)
    assert checked(record, tmp_path) == f"{len(rows)} rows are sound: {rows[-1].digest}"


def test_the_page_finds_the_row_of_a_code(record: Path, tmp_path: Path) -> None:
    *_, third, _ = rows = rows_of(record)
    code = code_of(third.digest)
    sound = f"{len(rows)} rows are sound: {rows[-1].digest}"
    told = f"{sound}\nthe code is that of row {third.position}"
    assert checked(record, tmp_path, code) == checked(record, tmp_path, code.lower()) == told
    assert checked(record, tmp_path, "2222-2222-2222-2222") == f"{sound}\nno row has the code"


def test_the_page_finds_by_a_code_that_the_end_was_cut_off(record: Path, tmp_path: Path) -> None:
    code = code_of(rows_of(record)[-1].digest)
    tampered(record, "DELETE FROM events WHERE position = (SELECT max(position) FROM events)")
    assert checked(record, tmp_path, code).endswith("no row has the code")


@pytest.mark.parametrize("name", ["first_schema", "second_schema"])
def test_the_page_reads_records_that_were_never_brought_up_to_date(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "old"
    copyfile(RECORDS / f"{name}.tipfloor", path)
    rows = rows_of(path)
    assert checked(path, tmp_path) == f"{len(rows)} rows are sound: {rows[-1].digest}"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET body = body || ' ' WHERE position = 1",
        "UPDATE events SET body = 'x' WHERE position = 2",
        "UPDATE events SET salt = '' WHERE position = (SELECT max(position) - 2 FROM events)",
        "UPDATE events SET by = 'x' WHERE position = (SELECT max(position) - 1 FROM events)",
        "UPDATE events SET kind = 'x' WHERE position = 2",
        "DELETE FROM events WHERE position = 3",
        "DELETE FROM events WHERE kind = 'text_blacked_out'",
    ],
)
def test_the_page_and_the_program_find_the_same_row(
    record: Path, tmp_path: Path, statement: str
) -> None:
    tampered(record, statement)
    bad = first_bad_position(rows_of(record))
    assert checked(record, tmp_path) == f"row {bad} is missing or altered"


def test_the_page_names_every_column_and_the_present_schema(record: Path) -> None:
    for column in Row._fields:
        assert f"`{column}`" in PAGE
    assert f"number: {VERSION} at present" in PAGE
    with closing(sqlite3.connect(record)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        for (table,) in tables.fetchall():
            assert f"`{table}`" in PAGE
