"""Measure the memory in which a record is verified: `python benchmarks/verifying.py [ROWS…]`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tipfloor.store import Unsealed
from tipfloor.store.codes import code_of
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

ROWS = (1_000, 100_000, 1_000_000)

FLAT = 1.25
"""How many times the memory of the shortest record the longest may take."""

AT_ONCE = 10_000
"""Rows that reach the disk in one transaction."""

HEAD = """\
| Rows | | Time | Peak memory | beside the shortest | |
|---:|---|---:|---:|---:|---|"""


def main(words: list[str]) -> int:
    """Make records of so many rows and verify each, alone and with a code."""
    print(HEAD)
    first: dict[str, float] = {}
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent, prefix=".run-") as folder:
        for rows in map(int, words or ROWS):
            record = Path(folder) / f"{rows}.tipfloor"
            code = _record(record, rows)
            for kind, more in (("alone", []), ("with a code", ["--code", code])):
                seconds, peak = _verified(record, more)
                ratio = peak / first.setdefault(kind, peak)
                verdict = "met" if ratio <= FLAT else "MISSED"
                told = f"{seconds:.2f} s | {peak:.1f} MiB | {ratio:.2f} | {verdict}"
                print(f"| {rows:,} | {kind} | {told} |", flush=True)
    return 0


def _record(path: Path, rows: int) -> str:
    """Make a record of so many rows, and return the code of its last."""
    every = _events(rows)
    create(path, [next(every)])
    with closing(SqliteStore(path)) as store:
        after = 1
        while after < rows:
            number = min(AT_ONCE, rows - after)
            last = store.append(after, [next(every) for _ in range(number)])[-1]
            after += number
    return code_of(last.digest)


def _events(rows: int) -> Iterator[Unsealed]:
    """Give notes of the length of usual rows; verifying asks nothing of what they say."""
    for row in range(rows):
        body = f'{{"kind": "note_taken", "text": "{"a note " * 40}{row}"}}'
        yield Unsealed("note_taken", 201, body, f"act {row}", 0, "desk", "2024-02-05T16:00:00Z")


def _verified(record: Path, more: list[str]) -> tuple[float, float]:
    """Verify a record in a process of its own; return the seconds and the peak in MiB."""
    command = [sys.executable, "-m", "tipfloor", "verify", "--record", str(record), *more]
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}")
    return time.perf_counter() - began, used.ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
