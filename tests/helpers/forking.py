"""Commands in processes of their own, forked from one that has loaded the program once.

`python -m tests.helpers.forking` reads a line of JSON for each command, and answers with one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.reliability import child

ROOT = Path(__file__).parents[2]
GUARD = 250.0
"""Seconds after which a command is taken to hang, on a machine that has much to do."""


class Ended(NamedTuple):
    """How a command ended: its exit status, what it said, its bytes and its processor time."""

    status: int
    out: str
    err: str
    peak: int
    seconds: float


def forked(*words: str, folder: Path) -> Ended:
    """Run a command in a folder to its end, with this process's environment."""
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    asked = {"words": words, "folder": str(folder), "environment": dict(os.environ)}
    try:
        server.stdin.write(json.dumps(asked) + "\n")
        server.stdin.flush()
        return Ended(*json.loads(server.stdout.readline()))
    except BaseException:
        server.kill()  # else its answer would be taken for that of the next command
        _server.cache_clear()
        raise


@cache
def _server() -> subprocess.Popen[str]:
    """Start the process that forks; it ends when its standard input does, with this one."""
    command = [sys.executable, "-m", "tests.helpers.forking"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)


def _answer(words: Sequence[str]) -> Ended:
    before = sum(os.times()[2:4])
    found = child.run(words, guard=GUARD)
    seconds = sum(os.times()[2:4]) - before
    out, err = (said.decode("utf-8", "replace") for said in (found.out, found.err))
    return Ended(found.status, out, err, found.peak, seconds)


if __name__ == "__main__":
    child.load()
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        told = json.loads(line)
        os.chdir(told["folder"])
        os.environ.clear()
        os.environ.update(told["environment"])
        print(json.dumps(_answer(told["words"])), file=answers, flush=True)
