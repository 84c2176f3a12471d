"""What is written to the terminal: what changed is painted, and nothing that stands there."""

import re
from pathlib import Path

import pytest

from tests.reliability.window import in_session
from tests.whole.conftest import Start
from tests.whole.terminal import Terminal

MOST = 5_000
"""Bytes a second: painting a window of 80x24 whole takes some 11,000, the clock alone 1,700."""

SECONDS = 3

QUESTIONS = {"a": "Inscribe", "\x10": "Search"}
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
