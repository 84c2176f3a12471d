"""Deeds without a screen: what they ask, and what becomes of the meeting by the answers."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.deeds import (  # noqa: F401  (they bring the cases)
    course_and_decisions,
    floor_and_list,
    record_and_people,
)
from tests.desk.deeds.deed_cases import CASES
from tests.desk.deeds.hand_at_work import at_work
from tipfloor.desk.deeds.registry import DEEDS

ROOMS = sorted({deed.__module__ for deed in DEEDS.values()})


@pytest.mark.parametrize("name", CASES)
def test_does_its_act_by_the_answers(name: str, tmp_path: Path) -> None:
    work, moment = CASES[name]
    with at_work(tmp_path, "BRA", "CHL", "URY", moment=moment) as hand:
        hand.do(name)
        work(hand)
        assert not hand.waiting


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_tried(room: str) -> None:
    assert any(DEEDS[name].__module__ == room for name in CASES)


def test_deeds_know_no_screen() -> None:
    script = "import sys, tipfloor.desk.deeds.rooms; print('textual' in sys.modules)"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
