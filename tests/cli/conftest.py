import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tipfloor.cli import main

ROOT = Path(__file__).parents[2]
MEETING = ROOT / "sessions.toml"


class Said(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def answers(self) -> list[dict[str, Any]]:
        """Every line of output as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Said]


MADE: dict[str, bytes] = {}
"""Files as they were made first, by their names for those that need one."""


def once(path: Path, make: Callable[[], object], name: str = "") -> Path:
    """Return a file as it was made for the first test of this process that needed one."""
    key = name or path.name
    if key in MADE:
        path.touch(0o600)
        path.write_bytes(MADE[key])
    else:
        make()
        MADE[key] = path.read_bytes()
    return path


def digest(run: Run, record: str) -> str:
    """Return what `verify` says of a record that is sound: its rows and its last digest."""
    said = run("verify", "--record", record)
    assert said.status == 0, said
    return said.out.split(": ", 1)[1]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test folders of its own, and the real meeting file in the current one."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("TIPFLOOR_RECORD", raising=False)
    (tmp_path / "sessions.toml").write_bytes(MEETING.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process; the streams are real file descriptors."""

    def run_it(*words: str) -> Said:
        status = main(list(words))
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Said(status, out, err)

    return run_it


@pytest.fixture
def start() -> Callable[..., "subprocess.Popen[bytes]"]:
    """Start a command as a process of its own."""

    def start_it(*words: str, **options: Any) -> "subprocess.Popen[bytes]":
        environment = {**os.environ, **options.pop("env", {})}
        return subprocess.Popen(
            [sys.executable, "-m", "tipfloor", *words],
            stdin=options.pop("stdin", subprocess.PIPE),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            **options,
        )

    return start_it


@pytest.fixture
def told(run) -> Callable[..., list[str]]:
    """Tell the meeting an act in words and return the kinds of its events."""

    def tell_it(*words: str) -> list[str]:
        said = run("tell", *words)
        assert said.status == 0, said
        return [event["kind"] for event in said.answers[0]["events"]]

    return tell_it
