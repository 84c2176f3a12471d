"""A screen is written whole, however Python was told to buffer."""

import os
import pty
import subprocess
import sys

import pytest

PROGRAM = """
import io, sys
from tipfloor.commands.streams import whole_window
assert whole_window()
assert sys.stderr is sys.__stderr__
assert isinstance(sys.stderr.buffer, io.BufferedWriter)
"""


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_no_part_of_a_screen_is_lost_where_a_signal_breaks_a_write_off(unbuffered: str) -> None:
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
        assert done.returncode == 0
    finally:
        os.close(ours)
        os.close(theirs)
