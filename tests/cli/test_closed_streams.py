"""Commands whose standard streams were closed before they began."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_leads_to_nothing(tmp_path: Path, closed: str) -> None:
    words = [sys.executable, "-m", "tipfloor", "acts"]
    command = ["sh", "-c", f'"$@" {closed}', "sh", *words]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.startswith("{") == (" >&-" not in f" {closed}")


def test_what_stops_a_command_is_its_status_where_nobody_can_be_told(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tipfloor", "status", "--record", "not-there"]
    command = ["sh", "-c", '"$@" 2>&-', "sh", *words]
    told = subprocess.run(words, cwd=tmp_path, capture_output=True)
    quiet = subprocess.run(command, cwd=tmp_path, capture_output=True)
    assert quiet.returncode == told.returncode != 0
    assert (quiet.stdout, quiet.stderr) == (b"", b"")
