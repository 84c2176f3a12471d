"""The files of `deploy/` are what the programs that read them take."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from http.client import HTTPConnection
from pathlib import Path

import psycopg
import pytest
import yaml

from tests.helpers.backends import new_database
from tests.helpers.plans import small_plan
from tests.helpers.postgres_server import Server, give
from tipfloor.records import begin
from tipfloor.store.address import read_address

DEPLOY = Path(__file__).parents[2] / "deploy"
NCHAN = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    copies = [tmp_path / unit.name for unit in UNITS]
    for unit, copy in zip(UNITS, copies, strict=True):
        text = re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={sys.executable}", unit.read_text())
        copy.write_text(text)
    command = ["systemd-analyze", "verify", "--man=no", *map(str, copies)]
    done = subprocess.run(command, capture_output=True, text=True)
    said = [line for line in done.stderr.splitlines() if "tipfloor-" in line]
    assert (done.returncode, said) == (0, []), done.stderr


def test_the_servers_settings_are_known_to_it(server: Server) -> None:
    options = ["-D", str(server.folder / "data"), "-C", "archive_timeout"]
    own = server.folder / "own.conf"
    text = (DEPLOY / "postgresql.conf").read_text()
    own.write_text(text.replace("ssl = on", "ssl = off"))  # this one is built without TLS
    done = server.run("postgres", *options, "-c", f"config_file={own}")
    assert (done.returncode, done.stdout.strip()) == (0, b"60"), done.stderr


def test_every_file_that_the_services_take_is_there_or_named_at_their_head() -> None:
    text = (DEPLOY / "compose.yaml").read_text()
    told = yaml.safe_load(text)
    head = text.partition("services:")[0]
    assert set(told["services"]) == {"database", "hall", "tls"}
    for service in told["services"].values():
        for mounted in service.get("volumes", ()):
            source = mounted.partition(":")[0]
            if source.startswith("./"):
                assert (DEPLOY / source).exists() or source.removeprefix("./") in head
            elif source != "..":
                assert source in told["volumes"]
        for secret in service.get("secrets", ()):
            assert told["secrets"][secret]["file"] in head


def test_the_database_of_the_compose_file_archives_its_log(server: Server, tmp_path: Path) -> None:
    """Its own settings, on a server that is made as the image makes it."""
    service = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]["database"]
    told = [word for word in service["command"] if word not in ("postgres", "-c")]
    with tempfile.TemporaryDirectory(prefix="tipfloor-", dir="/tmp") as made:
        folder = Path(made)
        give(folder)
        options = ["-U", "owner", *service["environment"]["POSTGRES_INITDB_ARGS"].split()]
        done = server.run("initdb", "-D", str(folder / "data"), "--no-sync", *options)
        assert done.returncode == 0, done.stderr
        here = [word.replace("/var/lib/postgresql", str(folder)) for word in told]
        database = Server(folder, server.programs, "fsync=off", *here)
        database.start()
        try:
            with psycopg.connect(database.url(), autocommit=True) as connection:
                assert connection.execute("SHOW data_checksums").fetchone() == ("on",)
                connection.execute("SELECT pg_create_restore_point('a'), pg_switch_wal()")
                archived = "SELECT archived_count > 0 FROM pg_stat_archiver"
                until = time.monotonic() + 20
                while connection.execute(archived).fetchone() != (True,):
                    assert time.monotonic() < until, (folder / "log").read_text()
                    time.sleep(0.1)
            assert any((folder / "archive").iterdir())
        finally:
            database.stop()


def test_the_pages_of_the_compose_file_are_served_from_the_only_record(
    server: Server, tmp_path: Path
) -> None:
    new_database(server, name := f"meetings_{uuid.uuid4().hex[:8]}")
    address = read_address(server.url(name, "of-a-meeting"))
    begin(address, small_plan())
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]["hall"]["command"][-1]
    words = shlex.split(told.partition("exec tipfloor ")[2])
    (tmp_path / "read-token").write_text("a-token-for-reading-0123456789\n")
    words = [word.replace("/run/secrets", str(tmp_path)) for word in words]
    command = [sys.executable, "-m", "tipfloor", *words, "--port", "0"]
    environment = os.environ | {"TIPFLOOR_RECORD": server.url(name)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment, cwd=tmp_path
    ) as hall:
        try:
            assert hall.stdout is not None
            port = int(hall.stdout.readline().rsplit(":", 1)[1].strip(" /\n"))
            asked = HTTPConnection("127.0.0.1", port, timeout=10)
            asked.request("GET", "/healthz", headers={"Host": "hall.example"})
            assert asked.getresponse().status == 200
            asked.close()
        finally:
            hall.terminate()


@pytest.mark.skipif(not (shutil.which("nginx") and NCHAN.exists()), reason="no nginx with nchan")
@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl makes a certificate")
def test_nginx_takes_its_file_with_tls(tmp_path: Path) -> None:
    key, certificate = tmp_path / "hall.key", tmp_path / "hall.pem"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=hall"]
    made = subprocess.run([*request, "-keyout", key, "-out", certificate], capture_output=True)
    assert made.returncode == 0, made.stderr
    text = (DEPLOY / "nginx.conf").read_text().replace("/etc/ssl/hall.example.key", str(key))
    settings = tmp_path / "nginx.conf"
    settings.write_text(text.replace("/etc/ssl/hall.example.pem", str(certificate)))
    command = ["nginx", "-t", "-c", str(settings), "-g", f"pid {tmp_path}/pid;"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_caddy_takes_its_file() -> None:
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("no caddy here")
    command = [caddy, "validate", "--adapter", "caddyfile", "--config", str(DEPLOY / "Caddyfile")]
    assert subprocess.run(command, capture_output=True).returncode == 0
