"""The program as it was at a former commit, run from its own source beside the present one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE

from terminal import HERE, Terminal

COMMIT = "b1ac20a"
"""Before the program grew most of its rooms: a key was painted soonest then."""

DECODED_BY_PYDANTIC = "4412752"
"""The last whose events were pydantic models: what reading them cost then is a yardstick."""

COUNT = """
from time import process_time
from tipfloor.core.ground.event import decode
from tipfloor.store.chain import flaws
for line in sys.stdin:
    began = process_time()
    for _ in range(int(line)):
        with closing(SqliteStore(record)) as store:
            rows = store.read()
            assert not [*flaws(rows)]
            assert sum(1 for row in rows if decode(row.kind, row.version, row.body))
    print(process_time() - began, flush=True)
"""
"""Rows selected, the chain checked, and decoded and counted, as often as each line says."""

BEFORE = (
    "import sys",
    "from pathlib import Path",
    "from meetings import *",
    "record = Path(sys.argv[1])",
)
"""The lines before a call that makes a record."""


def source(folder: Path, commit: str = COMMIT) -> Path | None:
    """Lay a former source into a folder; None where the repository does not reach back to it."""
    into = folder / commit
    if into.exists():
        return into
    into.mkdir()
    words = ("git", "-C", str(HERE.parent), "archive", commit)
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as archive:
        subprocess.run(("tar", "-x", "-C", into), stdin=archive.stdout, capture_output=True)
    return into if archive.returncode == 0 else None


def made(at: Path, record: Path, call: str) -> Path:
    """Make a record by a function of that source's own `meetings`, called with `record`."""
    subprocess.run(_words(record, call), cwd=at, env=_environment(at), check=True)
    return record


@contextmanager
def counting(at: Path, record: Path) -> Iterator[Callable[[int], float]]:
    """Give what says how many milliseconds of processor time a source takes to decode its record.

    It is told how many times over the record is read.
    """
    words = _words(record, COUNT)
    with subprocess.Popen(words, cwd=at, env=_environment(at), stdin=PIPE, stdout=PIPE) as process:
        asked, told = process.stdin, process.stdout
        assert asked is not None
        assert told is not None

        def took(times: int) -> float:
            asked.write(f"{times}\n".encode())
            asked.flush()
            return float(told.readline()) * 1000

        yield took


def _words(record: Path, call: str) -> tuple[str, ...]:
    return (sys.executable, "-c", "\n".join((*BEFORE, call)), str(record))


def _environment(at: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(at / "benchmarks"), str(at)))}


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
