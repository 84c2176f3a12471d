import sqlite3
from contextlib import closing
from datetime import date

import pytest

from tests.helpers.commands import READINGS
from tests.helpers.tampering import tampered
from tipfloor.core.plan.plan import Plan
from tipfloor.meetingfile import read_plan
from tipfloor.records import NoRecord, default_record, known_records, open_record, slug
from tipfloor.store import Unsealed
from tipfloor.store.schema import VERSION
from tipfloor.store.sqlite import SqliteStore


def _plan(home) -> Plan:
    return read_plan(home / "sessions.toml")


def test_the_default_record_is_named_after_the_meeting(home):
    name = "7th-meeting-on-trafficking-in-persons-2024-02-05.sqlite"
    assert default_record(_plan(home)) == home / "data" / "tipfloor" / name


def test_slugs_are_ascii_and_distinct():
    assert slug("  Réunión  de São Paulo! ") == "reunion-de-sao-paulo"
    first, second = slug("第7回会合"), slug("第8回会合")
    assert first != second
    assert first.isascii()
    assert slug("会合") != slug("会議")
    assert slug("../../etc/x") == "etc-x"
    assert len(slug("a" * 500)) <= 60


def test_the_option_goes_before_the_environment_and_that_before_the_default(run, home, monkeypatch):
    monkeypatch.setenv("TIPFLOOR_RECORD", str(home / "env.sqlite"))
    assert run("tell", "next-moment").status == 0
    assert run("tell", "--record", "option.sqlite", "next-moment").status == 0
    assert (home / "env.sqlite").exists()
    assert (home / "option.sqlite").exists()
    assert known_records() == []


def test_a_named_record_needs_no_meeting_file(run, home):
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    (home / "sessions.toml").unlink()
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    for reader in READINGS:
        assert run(*reader, "--record", "r.sqlite").status == 0


def test_a_faulty_meeting_file_points_to_the_records_there_are(run, home, told):
    told("next-moment")
    (home / "sessions.toml").write_text("nonsense")
    said = run("status")
    assert said.status == 1
    assert "sessions.toml:1" in said.err
    assert "--record" in said.err
    assert str(known_records()[0]) in said.err


@pytest.mark.parametrize("reader", READINGS, ids=" ".join)
def test_a_reader_never_begins_a_record(run, home, reader):
    said = run(*reader, "--record", "none.sqlite")
    assert said.status == 3
    assert "none.sqlite" in said.err
    assert said.out == ""
    assert run(*reader).status == 3
    assert not (home / "none.sqlite").exists()
    assert not (home / "data").exists()


def test_opening_to_read_what_is_not_there_raises(home):
    with pytest.raises(NoRecord):
        open_record(home / "none.sqlite", _plan(home), read_only=True)


def _foreign(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def _newer(path):
    assert open_record(path, read_plan(path.parent / "sessions.toml")).close() is None
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


STRANGERS = {
    "text": lambda path: path.write_text("the minutes of another meeting\n" * 20),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(b"SQLite format 3\0 and no more"),
    "folder": lambda path: path.mkdir(),
    "foreign": _foreign,
    "newer": _newer,
}


@pytest.mark.parametrize("make", STRANGERS.values(), ids=STRANGERS)
@pytest.mark.parametrize("words", [*READINGS, ("tell", "next-moment")], ids=" ".join)
def test_what_is_no_record_is_refused_untouched(run, home, make, words):
    path = home / "strange.sqlite"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    said = run(*words, "--record", str(path))
    assert said.status == 3
    assert "strange.sqlite" in said.err
    assert "Traceback" not in said.err
    assert (path.read_bytes() if path.is_file() else None) == before


def test_the_first_altered_row_is_named(run, told, home):
    for _ in range(3):
        told("next-moment")
    (path,) = known_records()
    sound = run("verify")
    assert sound.status == 0
    assert "4 rows" in sound.out
    tampered(
        path, "UPDATE events SET body = replace(body, 'opening', 'closing') WHERE position = 2"
    )
    said = run("verify")
    assert said.status == 1
    assert "row 2" in said.out


def test_a_row_that_is_no_event_stops_a_reader_with_a_sentence(run, told):
    told("next-moment")
    (path,) = known_records()
    with closing(SqliteStore(path)) as store:
        store.append(2, [Unsealed("next", 1, "{")])
    assert run("verify").status == 0
    said = run("log")
    assert said.status == 3
    assert "Traceback" not in said.err


def test_the_first_day_is_in_the_name(home):
    assert str(date(2024, 2, 5)) in default_record(_plan(home)).name
