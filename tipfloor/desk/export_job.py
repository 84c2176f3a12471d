"""Writing a file of the record beside the desk: another process writes, the desk stays alive."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tipfloor.stopwatch import stopwatch

LOOK_EVERY = 0.25
"""Seconds between two words on how long a file has been in the writing."""


@dataclass(frozen=True, slots=True)
class Order:
    """A file that is wanted: which form, of what, and where; None is the whole meeting."""

    form: str
    path: Path
    internal: bool = False
    session: str | None = None
    day: str | None = None
    language: str | None = None
    overwrite: bool = False
    reader: str | None = None
    printed: str = ""
    """What of the room's sheets it is, empty for a file of the record."""

    def arguments(self, record: str) -> list[str]:
        """Return the command line that writes it from a record."""
        what = ["print", self.printed] if self.printed else ["export", "--format", self.form]
        parts = [*what, "--record", record, "--output", str(self.path)]
        parts += ["--internal"] if self.internal else []
        parts += ["--for", self.reader] if self.reader else []
        parts += ["--session", self.session] if self.session else []
        parts += ["--day", self.day] if self.day else []
        parts += ["--language", self.language] if self.language else []
        return [*parts, "--overwrite"] if self.overwrite else parts


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended: the exit status, and what the program said."""

    status: int
    said: str


async def carry_out(order: Order, record: str, so_far: Callable[[float], None]) -> Outcome:
    """Write the file, telling every moment for how many seconds it has been in the writing.

    The file is whole or not there at all, even where the desk is left meanwhile: the process that
    writes it has a session of its own.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tipfloor",
        *order.arguments(record),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )
    reading = asyncio.ensure_future(process.communicate())
    began = stopwatch()
    while not (await asyncio.wait([reading], timeout=LOOK_EVERY))[0]:
        so_far(stopwatch() - began)
    said, _ = reading.result()
    return Outcome(process.returncode or 0, said.decode("utf-8", "replace").strip())


def near(path: Path) -> str:
    """Return a path as seen from the current folder, where it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
