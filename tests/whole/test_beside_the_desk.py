"""A second process beside the running desk: `tell`, and the timekeeper."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import monotonic

import pytest
from msgspec.structs import replace

from tests.whole.conftest import Start
from tests.whole.terminal import Terminal
from tipfloor.core.rooms import ACTS
from tipfloor.meetingfile import read_plan
from tipfloor.records import open_record

SLACK = 1.0
"""Seconds: far more than the 0.2 that are aimed at, for a machine under load."""


@pytest.fixture(autouse=True)
def convened(folder: Path) -> None:
    """Have Brazil and Chile wait in the introductory session, with a minute each."""
    plan = read_plan(folder / "sessions.toml")
    rules = replace(plan.rules, limit_seconds=60)
    plan = replace(plan, rules=rules)
    with closing(open_record(folder / "meeting.sqlite", plan)) as proceedings:
        for act in (
            {"kind": "open_session", "session": "introductory", "reason": "a test"},
            {"kind": "inscribe", "delegation": "BRA"},
            {"kind": "inscribe", "delegation": "CHL"},
        ):
            proceedings.tell(ACTS[act["kind"]].model_validate(act))
    (folder / "sessions.toml").unlink()


def test_an_act_told_shows_on_the_running_desk(
    start: Start, folder: Path, record_property: Callable[[str, object], None]
) -> None:
    desk = start("desk")
    desk.shows("2 waiting", "FLOOR FREE")
    with subprocess.Popen(
        [sys.executable, "-m", "tipfloor", "tell"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as teller:
        assert teller.stdin is not None
        assert teller.stdout is not None
        took = []
        for turn in range(10):
            act = {"kind": "reopen_list", "reason": "x"} if turn % 2 else {"kind": "close_list"}
            teller.stdin.write(json.dumps(act) + "\n")
            teller.stdin.flush()
            assert "refused" not in json.loads(teller.stdout.readline())
            told = monotonic()
            took.append(desk.shows("List · open" if turn % 2 else "List · closed") - told)
        teller.stdin.close()
    record_property("median_milliseconds", round(median(took) * 1000))
    assert max(took) < SLACK


def changes(desk: Terminal, timekeeper: Terminal, seconds: int) -> list[list[float]]:
    """Return when the clock of each changed, for so many changes of the desk's."""
    # Rows and columns of the digits: beside the list on the desk, over the whole width else.
    terminals, parts = (desk, timekeeper), ((slice(5, 11), 26), (slice(1, 17), 80))
    shown = ["", ""]
    found: list[list[float]] = [[], []]
    deadline = monotonic() + seconds + 10
    while len(found[0]) <= seconds and monotonic() < deadline:
        for n, terminal in enumerate(terminals):
            terminal.read(0.002)
            rows, width = parts[n]
            digits = "\n".join(line[:width] for line in terminal.text.splitlines()[rows])
            if digits != shown[n]:
                shown[n] = digits
                found[n].append(monotonic())
    return found


def test_the_timekeeper_shows_the_same_second(
    start: Start, record_property: Callable[[str, object], None]
) -> None:
    desk, timekeeper = start("desk"), start("timekeeper")
    desk.shows("2 waiting", "FLOOR FREE")
    timekeeper.shows("FLOOR FREE")
    desk.press(" ")
    desk.shows("BRA  Brazil", "SPEAKING")
    timekeeper.shows("BRA", "Brazil", "SPEAKING")
    of_desk, of_timekeeper = changes(desk, timekeeper, 4)
    apart = [min(abs(there - here) for there in of_timekeeper) for here in of_desk[1:]]
    record_property("most_milliseconds_apart", round(max(apart) * 1000))
    assert len(apart) >= 4
    assert max(apart) < SLACK / 2
