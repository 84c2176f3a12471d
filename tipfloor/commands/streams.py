"""The standard streams: everything that commands write there passes through here."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import TextIO

from tipfloor.words.plain import concealed, visible

LONGEST_LINE = 4_000
"""Of a line that is asked for; what it may hold has a tenth."""


def prepare() -> None:
    """Let the streams replace what the terminal's encoding lacks, rather than fail.

    One that was closed for the program leads to nothing instead.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nothing, mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def put(text: str) -> None:
    """Write lines to standard output, with control characters made visible and no password."""
    _write(sys.stdout, text)


def put_at_leaving(text: str) -> None:
    """Write lines once a screen was left, unless the terminal itself is gone."""
    try:
        put(text)
        sys.stdout.flush()
    except OSError:
        let_go_of(sys.stdout)


def let_go_of(stream: TextIO) -> None:
    """Point a stream at nothing, so that Python's own last flush of it does not fail again."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)


def let_go_of_terminal() -> None:
    """Let go of a terminal that is gone with a part of what was written to it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            if error.errno == errno.EIO:
                let_go_of(stream)


def warn(text: str) -> None:
    """Write lines to standard error, with control characters made visible and no password."""
    _write(sys.stderr, text)


def put_now(line: str) -> None:
    """Write a line of ASCII to standard output and flush it: another program waits for it."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def put_bytes(data: bytes) -> None:
    """Write bytes to standard output exactly as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def ask_line(prompt: str) -> str:
    """Return the next line of standard input, asked for where somebody sits there.

    Raises UnicodeDecodeError.
    """
    if sys.stdin.isatty():
        sys.stderr.write(prompt)
        sys.stderr.flush()
        return sys.stdin.readline(LONGEST_LINE)
    line = sys.stdin.buffer.readline(LONGEST_LINE).decode("utf-8-sig")
    return line.removesuffix("\n").removesuffix("\r")


def whole_window() -> bool:
    """Tell whether a person sits at both ends, and let a screen be as large as the window is.

    A size that another program left in the environment would be taken before the window's own,
    and would stay when the window changes.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    _write_to_the_end()
    return True


def _write_to_the_end() -> None:
    """Let a screen be written whole where Python was told to buffer nothing.

    It writes once then, and what a signal broke off is lost: the last lines of a screen, for good.
    """
    stream = sys.__stderr__
    if stream is None or not isinstance(stream.buffer, io.RawIOBase):
        return
    whole = io.BufferedWriter(io.FileIO(stream.fileno(), "w", closefd=False))
    text = io.TextIOWrapper(whole, stream.encoding, "replace", line_buffering=True)
    vars(sys)["__stderr__"] = sys.stderr = text


def _write(stream: TextIO, text: str) -> None:
    lines = concealed(text).removesuffix("\n").split("\n")
    stream.write("".join(f"{visible(line)}\n" for line in lines))
