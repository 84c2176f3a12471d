"""Every trial, as often as there is time for in every run of the tests."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.depth import storms
from tests.reliability.trials import TRIALS
from tipfloor.forms import FORMS

ROOT = Path(__file__).parents[2]

TOGETHER = (
    ("acts", "kills", "desk-kills", "left-desks", "cuts"),
    ("lines", "words", "names", "lists", "rosters", "meeting-files"),
    ("workbooks", "records", "openings", "archives"),
    tuple(f"against-{form}" for form in FORMS),
    ("resizes", "mouse", "pastes", "typing"),
)
"""Trials that share a process, which loads the program once."""


@pytest.mark.deep
@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
@pytest.mark.timeout(400)
@pytest.mark.parametrize("names", TOGETHER, ids=lambda names: names[0])
def test_nothing_is_lost_and_nothing_wrong(names: tuple[str, ...], tmp_path: Path) -> None:
    tried = [f"{name}={storms(TRIALS[name].bounded)}" for name in names]
    said = subprocess.run(
        [sys.executable, "-m", "tests.reliability", "--keep", tmp_path, *tried],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr


def test_every_trial_is_among_those_of_the_tests() -> None:
    assert sorted(name for names in TOGETHER for name in names) == sorted(TRIALS)
