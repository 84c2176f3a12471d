"""What `deploy/` says of backups and standbys, done with a real PostgreSQL and its own programs."""

import os
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.cli.conftest import Run, digest
from tests.helpers import postgres_server
from tests.helpers.backends import new_database
from tests.helpers.postgres_server import Server

DEPLOY = Path(__file__).parents[2] / "deploy"


@pytest.fixture
def archive(server: Server) -> Iterator[Path]:
    """A folder that the servers' user can write to; the address of a socket has to be short."""
    with tempfile.TemporaryDirectory(prefix="tipfloor-", dir="/tmp") as made:
        folder = Path(made)
        for part in (folder, folder / "log", folder / "first"):
            part.mkdir(exist_ok=True)
            postgres_server.give(part)
        yield folder


@pytest.fixture
def archiving(server: Server, archive: Path) -> Iterator[Server]:
    """A server that archives its log, as `deploy/postgresql.conf` has it."""
    log = archive / "log"
    kept = f"test ! -f {log}/%f && cp %p {log}/%f.part && mv {log}/%f.part {log}/%f"
    settings = ("fsync=off", "archive_mode=on", f"archive_command={kept}")
    first = Server(archive / "first", server.programs, *settings)
    first.start()
    try:
        yield first
    finally:
        first.stop()


def base_of(server: Server, folder: Path, *options: str) -> Path:
    """Make a base backup of a running server in a folder of its own."""
    folder.mkdir()
    postgres_server.give(folder)
    told = ["-h", str(server.folder), "-U", "owner", "-D", str(folder / "data"), "-c", "fast"]
    done = server.run("pg_basebackup", *told, *options)
    assert done.returncode == 0, done.stderr
    return folder


def test_a_dump_is_checked_as_it_is_made_and_verifies_where_it_is_restored(
    run: Run, server: Server, home: Path
) -> None:
    name, there = (f"{word}_{uuid.uuid4().hex[:8]}" for word in ("meetings", "restored"))
    new_database(server, name)
    where = server.url(name, "m")
    for words in (("next-moment",), ("check-in", "BRA")):
        assert run("tell", "--record", where, *words).status == 0
    environment = {**os.environ, "PATH": f"{server.programs}:{os.environ['PATH']}"}
    command = ["sh", str(DEPLOY / "backup.sh"), server.url(name), str(home)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    (dump,) = home.glob("records-*")
    assert dump.stat().st_mode & 0o777 == 0o600
    new_database(server, there)
    restore = ["--exit-on-error", "--dbname", server.url(there), str(dump)]
    done = subprocess.run(
        [server.programs / "pg_restore", *restore], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert digest(run, server.url(there, "m")) == digest(run, where)
    with psycopg.connect(server.url(there)) as connection:
        for refused in ("DELETE FROM tipfloor.events", "TRUNCATE tipfloor.events"):
            with pytest.raises(psycopg.errors.RaiseException):
                connection.execute(refused)
            connection.rollback()
    assert run("tell", "--record", server.url(there, "m"), "check-in", "CHL").status == 0
    command[2] = server.url("none_such")
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.returncode != 0
    assert [path.name for path in home.glob("records-*")] == [dump.name]


def test_any_moment_can_be_gone_back_to(run: Run, archiving: Server, archive: Path) -> None:
    where = archiving.url(record="m")
    assert run("tell", "--record", where, "next-moment").status == 0
    base = base_of(archiving, archive / "base")
    assert run("tell", "--record", where, "check-in", "BRA").status == 0
    wanted = digest(run, where)
    with psycopg.connect(archiving.url(), autocommit=True) as connection:
        [(moment,)] = connection.execute("SELECT clock_timestamp()::text")
        time.sleep(0.05)
        connection.execute("DROP SCHEMA tipfloor CASCADE")
        connection.execute("SELECT pg_switch_wal()")
    (base / "data/recovery.signal").touch()
    postgres_server.give(base / "data/recovery.signal")
    settings = (
        "fsync=off",
        f"restore_command=cp {archive}/log/%f %p",
        f"recovery_target_time={moment}",
        "recovery_target_action=promote",
    )
    back = Server(base, archiving.programs, *settings)
    back.start()
    try:
        assert digest(run, back.url(record="m")) == wanted
    finally:
        back.stop()


def test_a_standby_reads_along_and_takes_over(run: Run, archiving: Server, archive: Path) -> None:
    where = archiving.url(record="m")
    assert run("tell", "--record", where, "next-moment").status == 0
    folder = base_of(archiving, archive / "standby", "-R")
    standby = Server(folder, archiving.programs, "fsync=off")
    standby.start()
    try:
        assert run("tell", "--record", where, "check-in", "BRA").status == 0
        wanted, read = digest(run, where), standby.url(record="m")
        until = time.monotonic() + 20
        while digest(run, read) != wanted:
            assert time.monotonic() < until
            time.sleep(0.05)
        said = run("tell", "--record", read, "check-in", "CHL")
        assert (said.status, said.answers[0]["not_saved"]["code"]) == (3, "only_read_there")
        assert "is a standby" in run("ready", "--record", read, "--port", "0").out
        archiving.kill()
        assert standby.run("pg_ctl", "promote", "-w", "-D", str(folder / "data")).returncode == 0
        both = f"postgresql://owner@/postgres?host={archiving.folder},{standby.folder}"
        both += "&record=m&target_session_attrs=read-write"
        assert run("tell", "--record", both, "check-in", "CHL").status == 0
        assert digest(run, both).startswith("4 ")
    finally:
        standby.stop()
