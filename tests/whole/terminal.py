"""The program in a real pseudo-terminal, read as a person reads it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import tty
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic

import pyte

LONGEST_WAIT = 60.0
"""Seconds after which a screen is taken never to show what is waited for."""

NO_SIZE = {"COLUMNS": "", "LINES": ""}
"""Else a program would take the size that the tests' own terminal had."""

KEYS = {"enter": "\r", "escape": "\x1b", "down": "\x1b[B"}


class Terminal:
    """One program at one terminal of so many columns and rows."""

    def __init__(
        self, *words: str, folder: Path, size: tuple[int, int] = (80, 24), **environment: str
    ) -> None:
        self.size = size
        self.seen = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._lines: list[str] = []
        self._master, self.line = self._ends = pty.openpty()
        tty.setraw(self.line)
        self.as_found = termios.tcgetattr(self.line)
        self._set_size(size)
        self.process = self._started(words, folder, environment)

    def _started(
        self, words: Sequence[str], folder: Path, environment: Mapping[str, str]
    ) -> subprocess.Popen[bytes]:
        """Start the program at this terminal."""
        return subprocess.Popen(
            [sys.executable, "-m", "tipfloor", *words],
            stdin=self.line,
            stdout=self.line,
            stderr=self.line,
            cwd=folder,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", **NO_SIZE, **environment},
        )

    @property
    def text(self) -> str:
        """The screen as it is now, half a wide letter that was written over left out."""
        self.read(0)
        screen, columns = self._screen, range(self._screen.columns)
        self._lines = [*self._lines, *[""] * screen.lines][: screen.lines]
        for y in screen.dirty & {*range(screen.lines)}:
            self._lines[y] = "".join(screen.buffer[y][x].data for x in columns).rstrip()
        screen.dirty.clear()
        return "\n".join(self._lines)

    def read(self, wait: float) -> bool:
        """Take in what the program wrote, waiting so many seconds for it; False if nothing."""
        if not select.select([self._master], [], [], wait)[0]:
            return False
        written = os.read(self._master, 1 << 16)
        self.seen += written
        self._stream.feed(written)
        return True

    def until(self, holds: Callable[[], object]) -> float:
        """Read until a condition holds, and return when that was seen."""
        deadline = monotonic() + LONGEST_WAIT
        while not holds():
            assert monotonic() < deadline, f"never came true; the screen:\n{self.text}"
            self.read(0.01)
        return monotonic()

    def shows(self, *texts: str) -> float:
        """Read until all texts are on the screen, and return when they were seen."""
        return self.until(lambda: all(text in self.text for text in texts))

    def press(self, *keys: str) -> float:
        """Press keys; return when the last was pressed."""
        for key in keys:
            at = monotonic()
            os.write(self._master, KEYS.get(key, key).encode())
        return at

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self._set_size(size)
        self._screen.resize(lines=size[1], columns=size[0])
        self.process.send_signal(signal.SIGWINCH)

    def wait(self) -> int:
        """Wait for the program to end, and return its exit status."""
        self.until(lambda: self.process.poll() is not None)
        while self.read(0):
            pass
        return self.process.returncode

    def hang_up(self) -> None:
        """Let go of the terminal, of which the program hears by no signal."""
        for end in self._ends:
            os.close(end)
        self._ends = ()

    def close(self) -> None:
        """End the program if it runs, and let go of the terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def _set_size(self, size: tuple[int, int]) -> None:
        columns, rows = size
        fcntl.ioctl(self.line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
