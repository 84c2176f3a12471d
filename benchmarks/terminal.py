"""A program in a pseudo-terminal of 80x24, and the instant at which it painted something."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

HERE = Path(__file__).parent
PATIENCE = 30.0
"""Seconds after which something that was not painted never will be."""

ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def now() -> float:
    """Return seconds on CLOCK_BOOTTIME, the clock by which the record measures time."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class Terminal:
    """One program at work; what it writes is matched byte by byte, never drawn."""

    def __init__(self, *words: str, columns: int = 80, rows: int = 24) -> None:
        self.started = now()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            _become(words)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.seen = b""
        self.painted = self.started
        """When the program last wrote something."""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program and wait until it is gone."""
        os.kill(self.pid, signal.SIGTERM)
        while self._read(1.0):
            pass
        os.close(self._fd)
        os.waitpid(self.pid, 0)

    def press(self, key: str) -> float:
        """Press a key and return when; what was painted before no longer counts."""
        self.forget()
        pressed = now()
        os.write(self._fd, key.encode())
        return pressed

    def forget(self) -> None:
        """Let what was painted so far no longer count."""
        while self._read(0.0):
            pass
        self.seen = b""

    def paints(self, *texts: str, within: float = PATIENCE) -> float:
        """Return when the last of these texts had been painted. Raises TimeoutError."""
        missing = [text.encode() for text in texts]
        deadline = now() + within
        while missing := [text for text in missing if text not in self.seen]:
            if not self._read(deadline - now()):
                raise TimeoutError(f"never painted: {missing}; the end: {self.seen[-2000:]!r}")
        return self.painted

    def follows(self, seconds: float) -> None:
        """Take what the program writes for so many seconds, so that it is never held up."""
        until = now() + seconds
        while (left := until - now()) > 0:
            if not self._read(left) and until - now() > 0:
                raise TimeoutError("the program has ended")
            self.seen = b""

    def gathers(self, seconds: float) -> bool:
        """Keep what the program writes within so many seconds; tell whether that was anything."""
        until, anything = now() + seconds, False
        while (left := until - now()) > 0:
            anything |= self._read(left)
        return anything

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], max(0.0, timeout))
        if not ready:
            return False
        with contextlib.suppress(OSError):
            if found := os.read(self._fd, 65_536):
                self.painted = now()
                self.seen += found
                return True
        return False


def tipfloor(*words: object) -> tuple[str, ...]:
    """Return the command line of the program under measurement."""
    return (sys.executable, "-m", "tipfloor", *map(str, words))


def bare(name: str) -> tuple[str, ...]:
    """Return the command line of one of the bare Textual programs."""
    return (sys.executable, str(HERE / "bare" / f"{name}.py"))


def _become(words: Sequence[str]) -> None:
    try:
        os.chdir(HERE)  # where no meeting file lies, with which a record could differ
        os.execve(words[0], words, {**os.environ, **ENVIRONMENT})
    finally:
        os._exit(127)
