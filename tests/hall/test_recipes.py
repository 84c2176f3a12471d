"""The three programs of docs/panels.md, as they stand there, against a real process."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hall.hall_at_work import ROOT, SOON, until
from tests.helpers.desk import Desk
from tests.helpers.plans import small_plan
from tipfloor.clocks import SystemClock
from tipfloor.proceedings import convening
from tipfloor.store.creating import create

TOKEN = "a-token-for-acting-0123456789"
TEXT = (ROOT / "docs" / "panels.md").read_text(encoding="utf-8")

LIGHT = '''
"""A light that writes what it shows to a file, with the interface of the library."""
import os

class Light:
    @classmethod
    def first_light(cls, *, reset=True, exclusive=True):
        return cls()

    def on(self, color, led=0):
        self._show(",".join(map(str, color)))

    def off(self, led=0):
        self._show("off")

    def _show(self, told):
        with open(os.environ["LIGHT"], "w", encoding="utf-8") as file:
            file.write(told)
'''


def recipe(name: str, folder: Path) -> Path:
    """Return one of the programs as a file."""
    (code,) = re.findall(rf"```python {name}\n(.*?)```", TEXT, re.DOTALL)
    path = folder / name
    path.write_text(code, encoding="utf-8")
    return path


class Served:
    """A server in a process of its own, and the desk at its record."""

    def __init__(self, folder: Path) -> None:
        record, clock = folder / "meeting.tipfloor", SystemClock()
        plan = small_plan(limit_seconds=5, warnings_at_seconds=(4, 2))
        assert create(record, convening(plan, clock))
        self.desk = Desk(record, clock)  # type: ignore[arg-type]
        self.desk.tell("open_session", session="technology", reason="straight to it")
        for code in ("BRA", "CHL", "URY"):
            self.desk.tell("inscribe", delegation=code)
        tokens = folder / "tokens"
        tokens.write_text(f"buttons {TOKEN}\n", encoding="utf-8")
        command = [sys.executable, "-m", "tipfloor", "serve", "--record", str(record)]
        self.process = subprocess.Popen(
            [*command, "--port", "0", "--control-token-file", str(tokens)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        found = re.search(r"http://\S+/", self.process.stdout.readline())
        assert found
        self.address = found[0]

    def kinds(self) -> list[str]:
        """Return what the record has."""
        self.desk.proceedings.follow()
        return [item.event.kind for item in self.desk.proceedings.history]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    yield served
    served.process.kill()
    served.process.communicate()
    served.desk.close()


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Run a program of the document."""
    started: list[subprocess.Popen[str]] = []

    def run(name: str, *words: str, **environment: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(recipe(name, tmp_path)), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def test_buttons_do_what_they_say(
    served: Served, run: Callable[..., subprocess.Popen[str]]
) -> None:
    panel = run("buttons.py", served.address, TOKEN)
    assert panel.stdin is not None
    assert panel.stdout is not None

    def press(key: str) -> str:
        assert panel.stdin is not None
        assert panel.stdout is not None
        panel.stdin.write(key + "\n")
        panel.stdin.flush()
        return panel.stdout.readline().strip()

    assert press("a") == "done"
    assert press("n") == "done"
    assert press("s") == "done"
    assert press("p") == "done"
    assert "floor" in press("n")
    kinds = served.kinds()
    for kind in ("absent_when_called", "floor_given", "request_refused", "clock_paused"):
        assert kind in kinds
    assert served.desk.proceedings.history[-1].told.by == "buttons"


def test_the_bridge_acts_and_tells_over_osc(
    served: Served, run: Callable[..., subprocess.Popen[str]]
) -> None:
    osc = pytest.importorskip("pythonosc.osc_message", reason="python-osc is not installed")
    from pythonosc.osc_message_builder import OscMessageBuilder

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as heard:
        heard.bind(("127.0.0.1", 0))
        heard.settimeout(8)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        bridge = run("osc.py", served.address, TOKEN, str(port), str(heard.getsockname()[1]))
        assert bridge.stdout is not None
        assert bridge.stdout.readline() == "ready\n"
        message = OscMessageBuilder("/tipfloor/next").build().dgram
        heard.sendto(message, ("127.0.0.1", port))
        until(lambda: "floor_given" in served.kinds())
        seen: dict[str, object] = {}
        while seen.get("/tipfloor/speaker") != "Brazil" or "/tipfloor/left" not in seen:
            told = osc.OscMessage(heard.recv(4096))
            seen[told.address] = told.params[0]
        assert seen["/tipfloor/left"] in (3, 4, 5)


def test_the_light_goes_out_when_the_line_is_lost(
    served: Served, run: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    (tmp_path / "busylight_core.py").write_text(LIGHT, encoding="utf-8")
    shown = tmp_path / "light"
    run("light.py", served.address, PYTHONPATH=str(tmp_path), LIGHT=str(shown))

    def shows(colour: str) -> bool:
        return shown.exists() and shown.read_text(encoding="utf-8") == colour

    until(lambda: shows("off"))
    served.desk.tell("give_floor")
    for colour in ("0,160,0", "255,140,0", "255,0,0"):
        until(lambda colour=colour: shows(colour))
    served.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    until_late(lambda: shows("off"))
    assert time.monotonic() - began < 7
    served.process.send_signal(signal.SIGCONT)
    until(lambda: shows("255,0,0"))
    served.process.kill()
    until(lambda: shows("off"))


def until_late(holds: Callable[[], bool]) -> None:
    """Wait looking often: a lost line is told after four seconds."""
    end = time.monotonic() + SOON
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
