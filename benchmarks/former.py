"""The program as it was at a former commit, run from its own source beside the present one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from terminal import HERE, Terminal

COMMIT = "b1ac20a"
"""Before the program grew most of its rooms: a key was painted soonest then."""

BEFORE = (
    "import sys",
    "from pathlib import Path",
    "from meetings import *",
    "record = Path(sys.argv[1])",
)
"""The lines before a call that makes a record."""


def source(folder: Path) -> Path | None:
    """Lay the former source into a folder; None where the repository does not reach back to it."""
    into = folder / COMMIT
    into.mkdir()
    words = ("git", "-C", str(HERE.parent), "archive", COMMIT)
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as archive:
        subprocess.run(("tar", "-x", "-C", into), stdin=archive.stdout, capture_output=True)
    return into if archive.returncode == 0 else None


def made(at: Path, record: Path, call: str) -> Path:
    """Make a record by a function of that source's own `meetings`, called with `record`."""
    code = "\n".join((*BEFORE, call))
    path = os.pathsep.join((str(at / "benchmarks"), str(at)))
    words = (sys.executable, "-c", code, str(record))
    subprocess.run(words, cwd=at, env={**os.environ, "PYTHONPATH": path}, check=True)
    return record


@contextmanager
def desk(at: Path, record: Path) -> Iterator[Terminal]:
    """Open the desk of a source on a record."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(at)
    try:
        terminal = Terminal(sys.executable, "-m", "tipfloor", "desk", "--record", str(record))
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    with terminal:
        yield terminal
