"""The longer runs: `python -m tests.reliability [TRIAL[=TIMES] ...] [--jobs N] [--write]`."""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from time import monotonic

from tests.reliability import child
from tests.reliability.apart import apart
from tests.reliability.outcome import Outcome, table, troubles
from tests.reliability.report import write
from tests.reliability.trials import TRIALS

FAILED = 1


def main(words: list[str]) -> int:
    """Run the trials that are named, all at length without a name, and print their table."""
    parser = ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("trials", nargs="*", metavar="TRIAL[=TIMES]", help=", ".join(TRIALS))
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with")
    parser.add_argument("--jobs", type=int, default=1, help="how many trials at once")
    parser.add_argument("--bounded", action="store_true", help="as often as the deep tests do")
    parser.add_argument("--write", action="store_true", help="write docs/reliability.md")
    parser.add_argument("--keep", type=Path, help="an empty folder in which all files are left")
    asked = parser.parse_args(words)
    chosen = [_chosen(word, asked.bounded) for word in asked.trials or TRIALS]
    empty = child.run(["--version"]).peak
    with tempfile.TemporaryDirectory(prefix="tipfloor-reliability-") as folder:
        kept = (asked.keep or Path(folder)).absolute()
        trials = [partial(_run, name, times, asked.seed, kept) for name, times in chosen]
        outcomes = apart(trials, asked.jobs)
    print(table(outcomes))
    print(f"a process that only says its version: {empty / 1_000_000:.0f} MB")
    print(troubles(outcomes))
    if asked.write:
        write(outcomes, asked.seed, empty)
    return 0 if all(outcome.holds for outcome in outcomes) else FAILED


def _chosen(word: str, bounded: bool) -> tuple[str, int]:
    name, _, times = word.partition("=")
    if name not in TRIALS:
        raise SystemExit(f"no trial {name}; there are {', '.join(TRIALS)}")
    trial = TRIALS[name]
    return name, int(times) if times else trial.bounded if bounded else trial.long


def _run(name: str, times: int, seed: int, folder: Path) -> Outcome:
    """Run a trial in a folder of its own, in which the program has its home too."""
    began, own = monotonic(), folder / name
    own.mkdir(parents=True)
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        os.environ[variable] = str(own)
    outcome = TRIALS[name].run(times, seed, own)
    took, worked = monotonic() - began, sum(os.times()[:4])
    said = f"{name}: {outcome.tried:,} tried in {took:.0f} s, {worked:.0f} s of processor time"
    print(said, file=sys.stderr, flush=True)
    return outcome


if __name__ == "__main__":
    # The size is the window's: readline, which a test run loads, tells its own in the environment.
    os.environ.update(TERM="xterm-256color", COLUMNS="", LINES="", TIPFLOOR_RECORD="")
    child.load()
    sys.exit(main(sys.argv[1:]))
