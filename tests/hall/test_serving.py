"""`tipfloor serve` as a process: what it says, whom it refuses, how it ends."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers.desk import Desk
from tipfloor.cli import main

TOKEN = "0123456789-0123456789-abc"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    desk = Desk.in_session(tmp_path, "BRA")
    desk.close()
    return desk.record


@contextmanager
def served(record: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command, and give it with the address of its pages."""
    command = [sys.executable, "-m", "tipfloor", "serve", "--record", str(record), "--port", "0"]
    process = subprocess.Popen(
        [*command, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = re.search(r"http://\S+/", line)
        assert address, process.communicate()
        yield process, address[0]
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_told_to_end(record: Path, told: signal.Signals) -> None:
    with served(record) as (process, address):
        page = urllib.request.urlopen(f"{address}api/events", timeout=5)
        with page:
            assert page.readline().startswith(b"retry: ")
            began = time.monotonic()
            process.send_signal(told)
            assert process.wait(5) == 0
            assert time.monotonic() - began < 4  # with what a process takes to end
        out, err = process.communicate()
        assert (out, err) == ("", "")


def test_it_acts_for_whoever_has_a_token(record: Path, tmp_path: Path) -> None:
    tokens = tmp_path / "tokens"
    tokens.write_text(f"buttons {TOKEN}\n")
    with served(record, "--control-token-file", str(tokens)) as (_, address):
        asked = urllib.request.Request(
            f"{address}api/acts",
            json.dumps({"kind": "give_floor"}).encode(),
            {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(asked, timeout=5) as answer:
            kinds = [event["kind"] for event in json.load(answer)["events"]]
    assert kinds[-1] == "floor_given"


def test_off_this_machine_it_asks_who_may_read(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--record", str(record), "--host", "0.0.0.0", "--port", "0"]) == 2
    said = capsys.readouterr().err
    assert "--read-token-file FILE or --public" in said
    assert "who speaks and who waits" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [("short", "too short"), ("x y", "one token"), ("é" * 30, "letters, digits")],
)
def test_a_bad_token_is_said(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    path = tmp_path / "token"
    path.write_text(text, encoding="utf-8")
    assert main(["serve", "--record", str(record), "--read-token-file", str(path)]) == 3
    assert said in capsys.readouterr().err
    assert main(["serve", "--record", str(record), "--read-token-file", str(tmp_path)]) == 3
    assert "cannot be read" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert main(["serve", "--record", str(record), "--port", port]) == 3
    assert f"port {port}" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--port", "70000"), ("--port", "x"), ("--language", "xx")])
def test_what_cannot_be_is_misuse(
    record: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert main(["serve", "--record", str(record), *words]) == 2
    assert words[1] in capsys.readouterr().err
