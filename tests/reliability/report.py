"""The page of the longer run: its command, and its table."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
import subprocess
from pathlib import Path

from tests.reliability.outcome import Outcome, table, troubles

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reliability.md"
TABLE = re.compile(r"(?s)(<!-- table -->\n).*?(<!-- end -->)")


def write(outcomes: list[Outcome], seed: int, empty: int) -> None:
    """Put the table of a run into the page, in place of the last one's."""
    found = [
        f"Run at the state {_state()} with seed {seed}: {_machine()}. A process that only says its"
        f" version takes {empty / 1_000_000:.0f} MB of memory, for it is forked from one that has"
        " loaded the whole program.",
        table(outcomes),
    ]
    wrong = troubles(outcomes)
    if wrong:
        found.append(f"```\n{wrong[:4000]}\n```")
    page = PAGE.read_text("utf-8")
    text = "\n\n".join(found)
    PAGE.write_text(TABLE.sub(lambda match: f"{match[1]}{text}\n{match[2]}", page), "utf-8")


def _state() -> str:
    said = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip() or "of no history"


def _machine() -> str:
    cores = f"{os.cpu_count()} cores, {platform.system()}"
    return f"{cores}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
