"""A whole copy of the record on another disk, kept by processes of their own beside the desk."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tipfloor.standing.outlook import Outlook
from tipfloor.store.address import Address
from tipfloor.words import say

EVERY = 300.0
"""Seconds between two copies at the most."""

LONGEST = 60.0
"""Seconds after which a copy that is not finished is told as one that is not there."""

ENDING = 3.0
"""Seconds that a desk which is left waits for a copy under way to end."""

Told = Callable[[str], None]
"""What hears why there is no copy of late; an empty text where there is one again."""


def command(record: Address, folder: Path) -> list[str]:
    """Return the command line that makes a copy, or replaces the older one of the same record."""
    target = folder / record.name
    options = [str(record), str(target), "--overwrite"]
    return [sys.executable, "-m", "tipfloor", "copy", *options]


@dataclass
class Copies:
    """The copies of one record in a folder: at once, whenever the meeting rests, and in between."""

    record: Address
    folder: Path
    every: float = EVERY
    longest: float = LONGEST
    _wanted: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _rests: bool = field(default=False, init=False)
    _disk: int | None = field(default=None, init=False)

    def see(self, outlook: Outlook) -> None:
        """Want a copy as soon as the meeting is suspended, adjourned or closed."""
        meeting = outlook.meeting
        rests = meeting.suspended_at is not None or meeting.closed_at is not None
        if rests and not self._rests:
            self._wanted.set()
        self._rests = rests

    async def keep(self, told: Told) -> None:
        """Make copies until cancelled, telling after each why it could not be made, or nothing."""
        while True:
            self._wanted.clear()
            making = asyncio.ensure_future(self._make())
            try:
                done, _ = await asyncio.wait([making], timeout=self.longest)
                if not done:
                    told(say("desk.copy_takes", seconds=round(self.longest)))
                told(await making)
            finally:
                making.cancel()
                await asyncio.wait([making])
            try:
                await asyncio.wait_for(self._wanted.wait(), self.every)
            except TimeoutError:
                continue

    async def _make(self) -> str:
        """Make one copy; return why it could not be made, empty where it was."""
        try:
            # A disk that does not answer must not hold up the desk.
            disk = (await asyncio.to_thread(os.stat, self.folder)).st_dev
        except OSError as error:
            return error.strerror or str(error)
        if self._disk not in (None, disk):
            return say("desk.copy_other_disk")
        self._disk = disk
        process = await asyncio.create_subprocess_exec(
            *command(self.record, self.folder),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        try:
            _, said = await process.communicate()
        except asyncio.CancelledError:
            await _stop(process)
            raise
        if process.returncode == 0:
            return ""
        lines = said.decode("utf-8", "replace").strip().splitlines()
        return lines[0] if lines else say("desk.copy_failed", status=process.returncode)


async def _stop(process: asyncio.subprocess.Process) -> None:
    """Let a copy that is under way take its draft away; after a little while it is killed.

    A desk that was started with interrupts ignored hands that on to it.
    """
    gently = signal.SIGTERM if sys.platform == "win32" else signal.SIGINT
    for end in (partial(process.send_signal, gently), process.kill):
        with contextlib.suppress(ProcessLookupError, TimeoutError):
            end()
            await asyncio.wait_for(process.wait(), ENDING)
        if process.returncode is not None:
            return
