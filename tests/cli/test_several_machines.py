"""What a technician runs for several machines: roles, copies both ways, records by name, ready."""

import json
import sqlite3
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import psycopg
import pytest

from tests.cli.conftest import Run, digest
from tests.helpers.backends import new_database
from tests.helpers.postgres_server import Server
from tests.helpers.tampering import tampered
from tipfloor.commands.readiness import database
from tipfloor.core.rooms import ACTS
from tipfloor.records import open_record, store_to_read
from tipfloor.store.address import Database, read_address
from tipfloor.store.chain import first_bad_position
from tipfloor.store.postgres.inspecting import Seen
from tipfloor.store.postgres.roles import Roles, quoted
from tipfloor.words import say


class Prepared:
    """A database in which the SQL that the command prints was run once, and its three roles."""

    def __init__(self, server: Server, sql: str) -> None:
        self.server, self.name = server, f"meetings_{uuid.uuid4().hex[:8]}"
        new_database(server, self.name)
        with psycopg.connect(server.url(self.name), autocommit=True) as connection:
            connection.execute(sql.encode())

    def url(self, role: str, record: str = "") -> str:
        """Return the address of a record for a role."""
        return self.server.url(self.name, record, f"tipfloor_{role}")


@pytest.fixture
def prepared(server: Server, run: Run) -> Prepared:
    return Prepared(server, run("postgres", "roles").out)


def test_each_role_may_what_it_is_for_and_nothing_else(run: Run, prepared: Prepared) -> None:
    desk, reader, owner = (prepared.url(role, "m") for role in ("desk", "reader", "owner"))
    assert run("tell", "--record", desk, "next-moment").status == 0
    assert run("tell", "--record", desk, "check-in", "BRA").status == 0
    assert "Brazil" in run("log", "--record", reader).out
    said = run("tell", "--record", reader, "check-in", "CHL")
    assert (said.status, said.answers[0]["not_saved"]["code"]) == (3, "no_right")
    for role in ("desk", "reader"):
        for refused in (
            "UPDATE tipfloor.events SET body = ''",
            "DELETE FROM tipfloor.events",
            "TRUNCATE tipfloor.events CASCADE",
            "SELECT FROM tipfloor.events FOR UPDATE",
            "DELETE FROM tipfloor.people",
            "CREATE TABLE tipfloor.own (a int)",
            "CREATE TABLE public.own (a int)",
            "CREATE TEMPORARY TABLE own (a int)",
            "SELECT pg_advisory_lock(1)",
            "ALTER TABLE tipfloor.events DISABLE TRIGGER ALL",
        ):
            with (
                closing(psycopg.connect(prepared.url(role))) as connection,
                pytest.raises(psycopg.errors.InsufficientPrivilege),
            ):
                connection.execute(refused)
    with closing(psycopg.connect(prepared.url("owner"))) as connection:
        for refused in ("UPDATE tipfloor.events SET body = ''", "TRUNCATE tipfloor.events"):
            with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
                connection.execute(refused)
            connection.rollback()
    assert digest(run, owner).startswith("3 ")


def test_a_reader_that_notifies_and_tries_locks_does_no_harm(run: Run, prepared: Prepared) -> None:
    desk = prepared.url("desk", "m")
    assert run("tell", "--record", desk, "next-moment").status == 0
    before = digest(run, desk)
    with closing(psycopg.connect(prepared.url("reader"), autocommit=True)) as reader:
        lies = "SELECT pg_notify('tipfloor', 'm' || n) FROM generate_series(1, 5000) n"
        reader.execute(lies)
        reader.execute("SELECT pg_notify('tipfloor', 'm') FROM generate_series(1, 9)")
        for lock in ("", "try_"):
            for way in ("", "xact_"):
                query = f"SELECT pg_{lock}advisory_{way}lock(n) FROM generate_series(1, 100000) n"
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    reader.execute(query)
        assert digest(run, desk) == before
        assert run("tell", "--record", desk, "check-in", "BRA").status == 0
    assert digest(run, desk) != before


def test_roles_have_the_names_that_are_asked_for(run: Run, server: Server) -> None:
    names = ("--owner", "svc-own.er", "--appender", "Presidência", "--reader", "hall@floor")
    sql = run("postgres", "roles", *names).out
    for name in names[1::2]:
        assert f'"{name}"' in sql
    again = Prepared(server, sql)
    url = server.url(again.name, "m", "Presid%C3%AAncia")
    assert run("tell", "--record", url, "next-moment").status == 0
    Prepared(server, sql)
    for bad in ("", 'a"b', "a'b", "a$$b", "a%b", "pg_reader", "x" * 64, "a;b"):
        said = run("postgres", "roles", "--owner", bad)
        assert (said.status, said.out) == (2, "")
        assert "Traceback" not in said.err
    assert [quoted(name) for name in Roles()] == [f'"{name}"' for name in Roles()]


def test_a_copy_has_the_same_rows_and_digests_on_both_sides_and_goes_on(
    run: Run, prepared: Prepared, home: Path
) -> None:
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    added = run("people", "add", "BRA", "--office", "Judge", "--record", "r.sqlite")
    whole, there = digest(run, "r.sqlite"), prepared.url("desk", "copied")
    said = run("copy", "r.sqlite", there)
    assert (said.status, said.err) == (0, "")
    assert f"Copied to {there}: 2 rows" in said.out
    assert digest(run, there) == whole
    assert run("people", "--record", there).out == run("people", "--record", "r.sqlite").out
    assert added.out.split()[0] in run("people", "--record", there).out
    assert run("tell", "--record", "r.sqlite", "check-in", "BRA").status == 0
    assert run("copy", "r.sqlite", there).status == 3
    assert run("copy", "r.sqlite", there, "--overwrite").status == 0
    assert digest(run, there) == digest(run, "r.sqlite")
    assert run("tell", "--record", there, "check-in", "CHL").status == 0
    said = run("copy", "r.sqlite", there, "--overwrite")
    assert (said.status, "not an older copy" in said.err) == (3, True)
    assert run("copy", there, "back.sqlite").status == 0
    assert digest(run, "back.sqlite") == digest(run, there)
    assert run("tell", "--record", there, "check-in", "URY").status == 0
    assert run("copy", there, "back.sqlite", "--overwrite").status == 0
    assert digest(run, "back.sqlite") == digest(run, there)
    assert (home / "back.sqlite").stat().st_mode & 0o777 == 0o600
    second = prepared.url("desk", "second")
    assert run("copy", there, second).status == 0
    assert digest(run, second) == digest(run, there)
    log = run("log", "--record", "back.sqlite").out
    assert [line for line in log.splitlines() if "Uruguay" in line]
    told = run("tell", "--record", "back.sqlite", "check-in", "MEX")
    assert told.status == 0


@pytest.mark.parametrize("way", ["out", "in"])
def test_copies_are_whole_while_a_desk_writes(
    way: str, run: Run, prepared: Prepared, home: Path
) -> None:
    """Each copy has all rows up to one of them, and the next goes on from it."""
    there, ended = prepared.url("desk", "busy"), Event()
    source, copy = (there, "busy.sqlite") if way == "out" else ("busy.sqlite", there)
    assert run("tell", "--record", source, "next-moment").status == 0
    lengths = []

    def write() -> None:
        note = ACTS["take_note"].model_validate({"kind": "take_note", "text": "busy"})
        with closing(open_record(read_address(source), None)) as desk:
            while not ended.is_set():
                desk.tell(note)

    with ThreadPoolExecutor(1) as desk:
        writing = desk.submit(write)
        try:
            for _ in range(3):
                said = run("copy", source, copy, "--overwrite")
                assert (said.status, said.err) == (0, "")
                lengths.append(int(said.out.split(": ")[1].split()[0]))
                assert not writing.done()
        finally:
            ended.set()
        writing.result()
    assert lengths == sorted(set(lengths))
    assert run("copy", source, copy, "--overwrite").status == 0
    with (
        closing(store_to_read(read_address(source))) as one,
        closing(store_to_read(read_address(copy))) as other,
    ):
        assert first_bad_position(rows := one.read()) is None
        assert other.read() == rows
        assert len(rows) > lengths[-1]


def test_where_a_copy_goes_without_a_name(run: Run, prepared: Prepared, home: Path) -> None:
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    assert run("copy", "r.sqlite", prepared.url("desk")).status == 0
    named = run("records", "--record", prepared.url("desk")).out.splitlines()[0]
    assert named.endswith("record=7th-meeting-on-trafficking-in-persons-2024-02-05")
    (home / "stick").mkdir()
    assert run("copy", named, "stick").status == 0
    assert [path.name for path in (home / "stick").iterdir()] == [f"{named.split('=')[-1]}.sqlite"]
    said = run("copy", named, named)
    assert (said.status, said.out) == (3, "")
    said = run("copy", prepared.url("desk", "nowhere"), "n.sqlite")
    assert (said.status, said.out) == (3, "")
    assert run("archive", "--record", named, "--output", "a.zip").status == 0
    assert run("archive", "--check", "a.zip").status == 0


def test_what_a_database_cannot_hold_is_refused_in_words(
    run: Run, prepared: Prepared, home: Path
) -> None:
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    tampered(home / "r.sqlite", "UPDATE events SET by = 'a' || char(0) WHERE position = 2")
    said = run("copy", "r.sqlite", prepared.url("desk", "nul"))
    assert (said.status, said.out) == (3, "")
    assert "row 2" in said.err
    assert "NUL" in said.err
    assert run("records", "--record", prepared.url("desk")).out.startswith("There is no record")


def test_a_record_with_an_altered_row_is_copied_as_it_is_and_that_is_said(
    run: Run, prepared: Prepared, home: Path
) -> None:
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    tampered(home / "r.sqlite", "UPDATE events SET body = body || ' ' WHERE position = 2")
    there = prepared.url("desk", "broken")
    said = run("copy", "r.sqlite", there)
    assert (said.status, "row 2" in said.err) == (0, True)
    assert run("verify", "--record", there).status == 1


def test_several_meetings_are_listed_by_name(run: Run, prepared: Prepared) -> None:
    for name in ("first", "second meeting"):
        assert run("tell", "--record", prepared.url("desk", name), "next-moment").status == 0
    said = run("records", "--record", prepared.url("reader"))
    assert [line for line in said.out.splitlines() if not line.startswith(" ")] == [
        prepared.url("reader", "first"),
        prepared.url("reader", "second%20meeting"),
    ]
    assert said.out.count("Seventh Meeting of National Authorities") == 2
    assert run("records").out.startswith("There is no record in")
    assert run("tell", "next-moment").status == 0
    assert ": 2 rows" in run("records").out


def test_who_forgets_hears_what_the_server_keeps(run: Run, prepared: Prepared) -> None:
    owner, desk = prepared.url("owner", "m"), prepared.url("desk", "m")
    added = run("people", "add", "BRA", "--office", "Judge", "--record", desk)
    identity = added.out.split()[0]
    assert run("tell", "--record", desk, "next-moment").status == 0
    assert run("tell", "--record", desk, "take-note", "none of us").status == 0
    row = digest(run, desk).split()[0]
    for words in (("forget", identity), ("seal", row)):
        said = run(*words, "--record", desk)
        assert (said.status, said.out) == (3, ""), said
    told = json.loads(run("forget", identity, "--json", "--record", owner).out)
    assert told["kept_by_server"] is True
    said = run("seal", row, "--record", owner)
    assert said.status == 0, said
    for word in ("backups", "archived log", "replicas"):
        assert word in said.out
    assert digest(run, desk)


def test_its_owner_takes_a_record_out_as_the_page_says(run: Run, prepared: Prepared) -> None:
    page = Path(__file__).parents[2] / "docs/several-machines.md"
    sql = page.read_text("utf-8").split("  BEGIN;", 1)[1].split("COMMIT;")[0]
    for name in ("m", "rehearsal-of-today"):
        where = prepared.url("desk", name)
        assert run("tell", "--record", where, "next-moment").status == 0
        assert run("people", "add", "BRA", "--office", "Judge", "--record", where).status == 0
        assert run("copy", where, f"{name}.sqlite").status == 0
    with psycopg.connect(prepared.url("owner")) as connection:
        connection.execute(sql.encode())
    assert run("records", "--record", prepared.url("reader")).out.count("record=") == 1
    with (
        psycopg.connect(prepared.url("owner")) as connection,
        pytest.raises(psycopg.errors.RaiseException),
    ):
        connection.execute("DELETE FROM tipfloor.events")


SOUND = Seen(
    version="18.4",
    role="tipfloor_desk",
    standby=False,
    queue=0.0,
    encrypted=True,
    far=True,
    free=90,
    unsafe=[],
    may="append",
    trip=1.2,
    offset=12,
    bound=1,
    heard=0.9,
)
"""A database that is ready."""


@pytest.mark.parametrize(
    ("change", "stands", "code"),
    [
        ({}, "good", ""),
        ({"unsafe": ["fsync"]}, "bad", "database_unsafe"),
        ({"trip": 250.0}, "note", "database_slow"),
        ({"standby": True, "heard": None}, "note", "database_standby"),
        ({"heard": None}, "bad", "database_deaf"),
        ({"encrypted": False}, "bad", "database_open"),
        ({"encrypted": False, "far": False}, "good", ""),
        ({"free": 2}, "bad", "database_crowded"),
        ({"queue": 0.5}, "bad", "database_notices"),
        ({"may": "own"}, "note", "database_may_own"),
        ({"may": "read"}, "note", "database_may_read"),
        ({"may": "begin"}, "note", "database_may_begin"),
        ({"may": "nothing"}, "bad", "database_may_nothing"),
        ({"may": "nothing_yet"}, "bad", "database_may_nothing_yet"),
        ({"offset": -37_000}, "note", "database_clock_off"),
        ({"bound": 68}, "note", "database_clock_far"),
    ],
    ids=str,
)
def test_what_is_seen_of_a_database_is_judged(
    change: dict[str, object], stands: str, code: str
) -> None:
    found = database.judged(Database(record="m"), SOUND._replace(**change))
    odd = [finding for finding in found if finding.stands != "good"]
    assert [(finding.stands, finding.code) for finding in odd] == ([(stands, code)] if code else [])
    for finding in found:
        assert "{" not in say(f"ready.{finding.code}", **finding.facts)


@pytest.mark.parametrize(
    ("role", "says"),
    [("desk", "as a desk does"), ("reader", "right for the hall"), ("owner", "may erase")],
)
def test_ready_looks_at_the_database(role: str, says: str, run: Run, prepared: Prepared) -> None:
    said = run("ready", "--record", prepared.url(role), "--port", "0")
    for part in (
        says,
        "may lose acts",
        "switch on fsync.",
        "notices arrive",
        "The database's clock is +0.0",
    ):
        assert part in said.out, said.out
    assert "is not there yet" in said.out


def test_ready_says_why_a_database_cannot_be_used(
    run: Run, server: Server, prepared: Prepared, home: Path
) -> None:
    nobody = server.url("none_such")
    said = run("ready", "--record", nobody, "--port", "0")
    assert (said.status, "FAULT There is no database as" in said.out) == (1, True), said.out
    said = run("ready", "--record", server.url(user="no_such_role"), "--port", "0")
    assert (said.status, "lets nobody in so" in said.out) == (1, True), said.out
    new_database(server, empty := f"empty_{uuid.uuid4().hex[:8]}")
    said = run("ready", "--record", server.url(empty, user="tipfloor_reader"), "--port", "0")
    assert "no tables of records" in said.out
    said = run("ready", "--record", f"postgresql://x@/m?host={home}", "--port", "0")
    assert (said.status, "does not answer" in said.out) == (1, True)


def test_a_file_with_texts_of_another_kind_is_refused_as_a_file(home: Path, run: Run) -> None:
    with closing(sqlite3.connect(home / "other.sqlite")) as other:
        other.execute("CREATE TABLE a (b)")
    said = run("copy", "other.sqlite", "postgresql://nobody@/none?host=/nonexistent&record=a")
    assert (said.status, said.out) == (3, "")
