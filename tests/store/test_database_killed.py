"""Four writers, and the server killed with all that works for it: nothing is lost or done twice.

`python -m tests.store.test_database_killed 20` kills it as often and says what came of it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers import postgres_server
from tests.helpers.backends import Postgres
from tipfloor.store.chain import first_bad_position

ROOT = Path(__file__).parents[2]
WRITERS = "abcd"
BETWEEN = 0.8
"""Seconds between two kills."""


@dataclass(frozen=True)
class Outcome:
    """What came of it, in acts; `unknown` had their answer lost, `bad` is the first unsound row."""

    acknowledged: int
    unknown: int
    lost: int
    twice: int
    torn: int
    bad: int | None


def killed(times: int) -> Outcome:
    """Let four processes write while the server is killed so often, and look at what is there."""
    with postgres_server.serving("fsync=off") as server:
        place = Postgres(server.url(record="killed"))
        seconds = times * (BETWEEN + 0.6) + 1
        command = [sys.executable, "-m", "tests.store.writing_on", place.address]
        writers = [
            subprocess.Popen(
                [*command, name, str(seconds)], cwd=ROOT, stdout=subprocess.PIPE, text=True
            )
            for name in WRITERS
        ]
        try:
            with closing(place.open()) as store:
                while len({row.by for row in store.read(1)}) < len(WRITERS):
                    time.sleep(0.1)
            for _ in range(times):
                time.sleep(BETWEEN)
                server.kill()
                server.start()
            said = [writer.communicate(timeout=seconds + 60)[0] for writer in writers]
        finally:
            for writer in writers:
                writer.kill()
        assert [writer.returncode for writer in writers] == [0] * len(WRITERS)
        with closing(place.open()) as store:
            rows = store.read()
    acts = [line.split() for text in said for line in text.splitlines()]
    there = Counter(row.act for row in rows)
    return Outcome(
        acknowledged=len(acts),
        unknown=sum(int(lost) > 0 for _, _, lost in acts),
        lost=sum(there[act] == 0 for act, _, _ in acts),
        twice=sum(there[act] > int(number) for act, number, _ in acts),
        torn=sum(0 < there[act] < int(number) for act, number, _ in acts),
        bad=first_bad_position(rows),
    )


@pytest.mark.skipif(not postgres_server.is_there(), reason=postgres_server.MISSING)
def test_every_acknowledged_act_is_there_once_and_whole() -> None:
    outcome = killed(2)
    assert outcome.acknowledged > 20
    assert (outcome.lost, outcome.twice, outcome.torn, outcome.bad) == (0, 0, 0, None)


if __name__ == "__main__":
    sys.stdout.write(f"{killed(int(sys.argv[1]))}\n")
