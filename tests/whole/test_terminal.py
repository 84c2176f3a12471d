"""The terminal: restored whatever ends the program, refused where there is none, any size."""

import re
import signal
import subprocess
import sys
import termios
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.whole.conftest import Start
from tests.whole.terminal import Terminal
from tipfloor.cli import COMMANDS
from tipfloor.clocks import SystemClock
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import convening
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

LEFT = b"\x1b[?1049l"
"""What makes a terminal show again what it showed before."""


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_the_desk_leaves_the_terminal_in_order(
    start: Start, end: signal.Signals
) -> None:
    desk = start("desk")
    desk.shows("FLOOR FREE")
    desk.process.send_signal(end)
    assert desk.wait() == 0
    assert LEFT in desk.seen
    assert b"\x1b[?25h" in desk.seen
    assert termios.tcgetattr(desk.line) == desk.as_found


@pytest.mark.parametrize("command", ["desk", "timekeeper"])
def test_without_a_terminal_there_is_a_sentence(command: str, folder: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tipfloor", command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 2
    assert said.stdout == ""
    assert "terminal" in said.stderr
    assert f"`tipfloor {command}` needs a terminal." in said.stderr
    others = {*COMMANDS} - {"desk", "timekeeper"}
    assert set(re.findall(r"[a-z]+", said.stderr.split("there are ")[1])) - {"and"} == others
    assert "Traceback" not in said.stderr
    assert not (folder / "meeting.sqlite").exists()


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["desk", "timekeeper"])
def test_a_terminal_that_is_gone_without_a_signal_ends_the_program(
    start: Start, folder: Path, command: str, unbuffered: str
) -> None:
    record = folder / "meeting.sqlite"
    assert create(record, convening(read_plan(folder / "sessions.toml"), SystemClock()))
    screen = start(command, "--record", str(record), PYTHONUNBUFFERED=unbuffered)
    screen.shows("FLOOR FREE")
    screen.hang_up()
    assert screen.process.wait(timeout=20) == 0


def test_the_desk_is_as_light_as_it_was_asked_to_be(start: Start) -> None:
    desk = start("desk", "--theme", "light", COLORTERM="truecolor")
    desk.shows("FLOOR FREE")
    assert b"48;2;247;248;249" in desk.seen  # the ground of the light theme
    assert b"48;2;18;18;18" not in desk.seen


def test_a_record_goes_on_beside_a_meeting_file_with_faults(start: Start, folder: Path) -> None:
    record = folder / "meeting.sqlite"
    assert create(record, convening(read_plan(folder / "sessions.toml"), SystemClock()))
    (folder / "sessions.toml").write_text("[meeting]\ntitle = 3\n", "utf-8")
    desk = start("desk", "--record", str(record))
    desk.shows("FLOOR FREE")
    desk.shows("The meeting file has faults")


def test_any_size_of_the_window(start: Start) -> None:
    desk = start("desk", size=(30, 8))
    desk.until(lambda: desk.text.strip())
    desk.resize((120, 35))
    desk.shows("Business of this moment", "FLOOR FREE", "? help", "Registration of participants")
    desk.resize((10, 3))
    desk.until(lambda: "7th" in desk.text)
    desk.press("?")
    desk.until(lambda: "7th" not in desk.text)
    desk.press("escape")
    desk.until(lambda: "7th" in desk.text)
    desk.resize((80, 24))
    desk.shows("FLOOR FREE", "7th Meeting on Trafficking", "? help")
    desk.press("q")
    assert desk.wait() == 0


def _painted(screen: Terminal, since: int, sign: bytes) -> bool:
    screen.read(0)
    return sign in screen.seen[since:]


@pytest.mark.parametrize("command", ["desk", "timekeeper"])
def test_a_size_left_in_the_environment_is_not_the_window_s(
    start: Start, folder: Path, command: str
) -> None:
    plan = read_plan(folder / "sessions.toml")
    assert create(folder / "meeting.sqlite", convening(plan, SystemClock()))
    words = ("--record", "meeting.sqlite")
    screen = start(command, *words, size=(100, 30), LINES="12", COLUMNS="30")
    screen.shows("Trafficking in Persons")
    for columns, rows in ((120, 16), (90, 40)):
        before = len(screen.seen)
        screen.resize((columns, rows))
        last_row = f"\x1b[{rows};1H".encode()
        screen.until(partial(_painted, screen, before, last_row))
        screen.shows("Trafficking in Persons")
    screen.press("q")
    assert screen.wait() == 0


def test_a_rehearsal_runs_fast_and_leaves_nothing_behind(start: Start, folder: Path) -> None:
    desk = start("desk", "--rehearsal", "--speed", "60", TIPFLOOR_RECORD="")
    desk.shows("REHEARSAL", "08:3")
    assert list((folder / "TMPDIR").iterdir())
    desk.shows("08:32")  # the planned opening and two minutes: two real seconds
    desk.press("q")
    assert desk.wait() == 0
    assert "its record is gone" in desk.seen.rpartition(LEFT)[2].decode()
    assert not list((folder / "TMPDIR").iterdir())
    assert not list(folder.rglob("*.sqlite*"))


def test_leaving_the_desk_says_where_the_record_lies(start: Start, folder: Path) -> None:
    record = folder / "of the summit.sqlite"
    desk = start("desk", "--record", str(record))
    desk.shows("FLOOR FREE")
    desk.press("q")
    assert desk.wait() == 0
    assert record.name in desk.seen.rpartition(LEFT)[2].decode()


def test_a_rehearsal_is_never_continued_as_the_meeting(start: Start, folder: Path) -> None:
    record = folder / "rehearsal.sqlite"
    assert create(record, convening(read_plan(folder / "sessions.toml"), SystemClock(), 60.0))
    desk = start("desk", "--record", str(record))
    assert desk.wait() == 3
    assert b"rehearsal" in desk.seen.lower()
    assert LEFT not in desk.seen
    with closing(SqliteStore(record)) as store:
        assert len(store.read()) == 1
