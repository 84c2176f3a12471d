"""What is written to the terminal: what changed is painted, and nothing that stands there."""

import re
import signal
from pathlib import Path

import pytest

from tests.reliability.window import in_session
from tests.whole.conftest import Start
from tests.whole.terminal import Terminal

MOST = 5_000
"""Bytes a second: painting a window of 80x24 whole takes some 11,000, the clock alone 1,700."""

SECONDS = 3

QUESTIONS = {"a": "Inscribe", "\x10": "A deed"}
"""Keys that open something over the desk, and a word of what they open."""


def next_second(desk: Terminal) -> None:
    before = re.findall(r"\d\d:\d\d:\d\d", desk.text)[:1]
    desk.until(lambda: re.findall(r"\d\d:\d\d:\d\d", desk.text)[:1] != before)


@pytest.mark.parametrize("key", QUESTIONS)
def test_beside_a_question_only_the_clock_is_painted(start: Start, folder: Path, key: str) -> None:
    (folder / "sessions.toml").unlink()  # another meeting than that of the record
    desk = start("desk", "--record", str(in_session(folder / "meeting.tipfloor")))
    desk.shows("FLOOR FREE")
    desk.press(" ")
    desk.shows("SPEAKING")
    next_second(desk)
    desk.press(key)
    desk.shows(QUESTIONS[key])
    for _ in range(2):
        next_second(desk)  # in the first, everything below the question is painted once more
    before = len(desk.seen)
    for _ in range(SECONDS):
        next_second(desk)
    assert len(desk.seen) - before < MOST * SECONDS


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
def test_lines_painted_at_once_are_those_of_a_whole_painting(
    start: Start, folder: Path, size: tuple[int, int]
) -> None:
    (folder / "sessions.toml").unlink()  # another meeting than that of the record
    record = in_session(folder / "meeting.tipfloor")
    desk = start("desk", "--record", str(record), size=size)
    desk.shows("FLOOR FREE")
    for key, shown in 2 * ((" ", "SPEAKING"), ("e", "FLOOR FREE")):
        desk.press(key)
        desk.shows(shown)
        next_second(desk)
    at_once, before = still(desk), len(desk.seen)
    desk.process.send_signal(signal.SIGCONT)  # as after another program: all is painted anew
    desk.until(lambda: len(desk.seen) - before > size[0] * size[1])
    next_second(desk)
    assert still(desk) == at_once


def still(desk: Terminal) -> str:
    """Return the screen without what time alone changes: hours, and minutes behind or ahead."""
    return re.sub(r"\d\d:\d\d(:\d\d)?|\d+ (min|h)\b( \d+)?", "", desk.text)
