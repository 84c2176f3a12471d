"""The tables of the guide and of docs/ are those of the program."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_tables_are_those_that_the_program_writes():
    command = [sys.executable, "docs/tables.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "", "run: python docs/tables.py"
    assert done.returncode == 0, done.stderr
