"""A record in a database is told to, read, exported, checked and archived as a file is."""

import json
import zipfile
from contextlib import closing

import pytest

from tests.helpers.commands import READINGS
from tests.helpers.hand_clock import HandClock
from tipfloor.commands.desk_names import desk_name
from tipfloor.core.rooms import ACTS
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings.view import stamp
from tipfloor.records import begin, open_record, store_to_tell
from tipfloor.store import Unsealed
from tipfloor.store.address import read_address


@pytest.fixture
def where(server):
    """The address of a record that is not there yet."""
    return str(server.new_record())


def test_a_record_begins_in_a_database_and_goes_on(run, home, where):
    assert run("tell", "--record", where, "next-moment").status == 0
    told = run("tell", "--record", where, "--as", "Desk 2", "next-moment")
    assert json.loads(told.out)["events"]
    (home / "sessions.toml").unlink()
    for reader in READINGS:
        said = run(*reader, "--record", where)
        assert (said.status, said.err) == (0, ""), reader
    assert "Desk 2" in run("log", "--rows", "--record", where).out


def test_an_act_told_twice_under_one_id_is_done_once(run, home, where):
    act = "01890000-0000-7000-8000-000000000001"
    first, second = (
        json.loads(run("tell", "--record", where, "--act", act, "next-moment").out)
        for _ in range(2)
    )
    assert first["events"] == second["events"]
    assert "2 " in run("verify", "--record", where).out


def test_a_rehearsal_in_a_database_is_as_one_in_a_file(run, home, where):
    played = "--seed", "3", "--until", "recommendations"
    assert run("rehearse", "--record", where, *played).status == 0
    assert run("rehearse", "--record", "r.sqlite", *played).status == 0
    logs = [run("log", "--record", record).out.splitlines() for record in (where, "r.sqlite")]
    assert len(logs[0]) > 30
    drawn = ("Record: ", "Digest", "Code", "Handed over", "digest", "code")
    first, second = ([x for x in log if not any(y in x for y in drawn)] for log in logs)
    assert first == second
    kept = [_kept(run("people", "--record", record).out) for record in (where, "r.sqlite")]
    assert kept[0] == kept[1] != []
    assert run("verify", "--record", where).status == 0
    assert run("rehearse", "--record", where, *played).status == 1


def test_a_record_without_a_name_is_the_meetings(run, home, server):
    from tests.helpers.backends import new_database

    new_database(server, "unnamed")
    where = server.url("unnamed")
    assert run("tell", "--record", where, "next-moment").status == 0
    named = run(
        "log", "--record", where + "&record=7th-meeting-on-trafficking-in-persons-2024-02-05"
    )
    assert named.status == 0
    (home / "sessions.toml").unlink()
    assert _rows(run("log", "--record", where).out) == _rows(named.out)


def _rows(log):
    """Return a log without the hour at which it was asked for."""
    return [line for line in log.splitlines() if not line.startswith("PROVISIONAL")]


def _kept(people):
    """Return whom `people` lists, without the ids, which are drawn."""
    return [line.split(maxsplit=1)[1] for line in people.splitlines()]


def test_an_archive_of_a_database_is_sound_and_read_as_any(run, home, where):
    assert run("tell", "--record", where, "next-moment").status == 0
    assert run("archive", "--record", where, "--output", "a.zip", "--internal").status == 0
    assert run("archive", "--check", "a.zip").status == 0
    archived, held = run("log", "--record", "a.zip").out, run("log", "--record", where).out
    assert archived == held.replace(where, "a.zip")


def test_what_is_not_there_is_said(run, home, where, server):
    said = run("status", "--record", where)
    assert said.status == 3
    assert "no record" in said.err
    said = run("status", "--record", server.url("nowhere", record="a"))
    assert said.status == 3
    assert "database" in said.err
    said = run("status", "--record", "postgresql://owner@127.0.0.1:1/x?record=a")
    assert said.status == 3
    assert "does not answer" in said.err


SECRET = "s3cr3t-q7"


def test_no_byte_of_a_password_is_shown_or_written(run, home, where):
    told = where.replace("owner@", f"owner:{SECRET}@")
    assert told != where
    seen = [run("tell", "--record", told, "next-moment")]
    seen += [run(*reader, "--record", told) for reader in READINGS]
    for form in ("json", "xlsx", "docx", "text"):
        seen.append(run("export", "--format", form, "--output", f"e.{form}", "--record", told))
    seen.append(run("archive", "--record", told, "--output", "a.zip", "--internal"))
    assert {said.status for said in seen} == {0}
    assert not [said for said in seen if SECRET in said.out + said.err]
    assert not [x for x in home.rglob("*") if x.is_file() and SECRET.encode() in x.read_bytes()]
    with zipfile.ZipFile("a.zip") as archive:
        assert not [name for name in archive.namelist() if SECRET.encode() in archive.read(name)]
    assert SECRET not in run("log", "--rows", "--record", where).out


def test_each_desk_at_a_database_has_a_name_of_its_own(home, where):
    database = read_address(where)
    assert begin(database, read_plan(home / "sessions.toml"))
    with desk_name(database, None) as first, closing(open_record(database, None, by=first)):
        with desk_name(database, None) as second:
            assert second != first
            assert second.startswith("desk")
        with desk_name(database, "Desk at the podium") as third:
            assert third == "Desk at the podium"


def test_a_clock_set_back_while_nobody_looked_stops_no_clock(home, where):
    database, clock = read_address(where), HandClock()
    assert begin(database, read_plan(home / "sessions.toml"))
    with closing(open_record(database, None)) as proceedings:
        late = proceedings.now().plus(3_600_000)
        proceedings.tell(ACTS["next_moment"].model_validate({"kind": "next_moment"}))
    store = store_to_tell(database)
    with closing(store):
        row = Unsealed("told", 1, "{}", at=stamp(late))
        store.append(len(store.read()), [row])
    with closing(store_to_tell(database, clock)) as store:
        line = store.time_line()
    assert line is not None
    assert abs(clock.now().ticks + line.offset - late.ticks) < 5_000
