"""The files of `deploy/` are what the programs that read them take."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.helpers.postgres_server import Server

DEPLOY = Path(__file__).parents[2] / "deploy"
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


def test_caddy_takes_its_file() -> None:
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("no caddy here")
    command = [caddy, "validate", "--adapter", "caddyfile", "--config", str(DEPLOY / "Caddyfile")]
    assert subprocess.run(command, capture_output=True).returncode == 0
