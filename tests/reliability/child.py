"""The program in a process of its own, forked from one that has loaded it already."""

from __future__ import annotations

import gc
import io
import os
import resource
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic, sleep
from typing import NoReturn

GUARD = 30.0
"""Seconds after which a process is taken to hang."""

MOST_MEMORY = 200_000_000
"""Bytes that no input may make the program take."""

MOST_ADDRESSES = 2_000_000_000
"""Bytes of addresses: a process that wants more is stopped before the machine suffers."""

DOCUMENTED = (0, 1, 2, 3)


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit status, below zero a signal, and what it said and took."""

    status: int
    out: bytes
    err: bytes
    peak: int
    hung: bool

    def faults(self, allowed: Sequence[int] = DOCUMENTED) -> Iterator[str]:
        """Say what no process may do, whatever it was given."""
        said = self.err + self.out[-2000:]
        if self.hung:
            yield f"hung for {GUARD:.0f} s"
        elif self.status not in allowed:
            yield f"ended with {self.status}: {said[-300:]!r}"
        if b"Traceback" in said:
            yield f"a traceback: {said[-600:]!r}"
        if b"something that it did not expect" in said:
            yield f"a defect: {_kept_traceback() or said[-300:].decode(errors='replace')}"
        if self.peak > MOST_MEMORY:
            yield f"took {self.peak / 1_000_000:.0f} MB"


def run(words: Sequence[str], given: bytes = b"", guard: float = GUARD) -> Ended:
    """Run a command to its end on some standard input, with a guard on time and memory."""
    with TemporaryFile() as stdin, TemporaryFile() as out, TemporaryFile() as err:
        stdin.write(given)
        stdin.seek(0)
        process = forked(words, stdin.fileno(), out.fileno(), err.fileno())
        hung = not process.ends_within(guard)
        if hung:
            process.kill()
        for file in (out, err):
            file.seek(0)
        return Ended(process.status, out.read(), err.read(), process.peak, hung)


class Process:
    """A forked process, with those of Popen's ways that a terminal needs."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self.peak = 0

    @property
    def status(self) -> int:
        """The exit status, below zero the signal that ended it."""
        assert self.returncode is not None
        return self.returncode

    def poll(self) -> int | None:
        """Return the exit status, None while it runs."""
        if self.returncode is None:
            self._taken(os.wait4(self.pid, os.WNOHANG))
        return self.returncode

    def wait(self) -> int:
        """Wait for the end."""
        if self.returncode is None:
            self._taken(os.wait4(self.pid, 0))
        return self.status

    def ends_within(self, seconds: float) -> bool:
        """Wait so long for the end."""
        deadline, pause = monotonic() + seconds, 0.0005
        while self.poll() is None:
            if monotonic() > deadline:
                return False
            sleep(pause)
            pause = min(pause * 1.5, 0.02)
        return True

    def send_signal(self, number: int) -> None:
        """Send a signal, to nobody once the process has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a fall of the power would, and wait."""
        self.send_signal(signal.SIGKILL)
        self.wait()

    def _taken(self, found: tuple[int, int, resource.struct_rusage]) -> None:
        pid, status, usage = found
        if pid:
            self.returncode = os.waitstatus_to_exitcode(status)
            self.peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def forked(words: Sequence[str], *streams: int, folder: Path | None = None) -> Process:
    """Start a command on the file descriptors of its three streams."""
    pid = os.fork()
    if pid == 0:
        _become(words, streams, folder)
    return Process(pid)


def load() -> None:
    """Load what every command loads, once for all processes to come."""
    import openpyxl

    import tipfloor.archiving
    import tipfloor.cli
    import tipfloor.commands.troubles
    import tipfloor.listfile
    import tipfloor.rosterfile  # noqa: F401
    from tipfloor.core.ground.event import reader
    from tipfloor.core.ground.modelled import model_of
    from tipfloor.core.rooms import ACTS, EVENTS
    from tipfloor.forms import FORMS
    from tipfloor.proceedings.garbage import settle

    assert openpyxl
    for form in FORMS.values():
        import_module(form.module)
    for act in ACTS.values():
        model_of(act)
    for event in EVENTS.values():
        reader(event)
    gc.collect()
    settle()


def _become(words: Sequence[str], streams: Sequence[int], folder: Path | None) -> NoReturn:
    """Be the program and never come back."""
    status = 70
    try:
        from tipfloor.cli import main

        os.setsid()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
        _open_streams()
        if folder:
            os.chdir(folder)
        status = main([*words])
        sys.stdout.flush()
    except BaseException:
        _last_words()
    finally:
        os._exit(status)


def _last_words() -> None:
    os.write(2, traceback.format_exc().encode("utf-8", "replace"))


def _open_streams() -> None:
    """Make the streams anew, as the interpreter does at its start."""

    def stream(number: int, mode: str, errors: str) -> io.TextIOWrapper:
        return open(number, mode, 1, encoding="utf-8", errors=errors, closefd=False)

    sys.stdin = sys.__stdin__ = stream(0, "r", "strict")  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = stream(1, "w", "strict")  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = stream(2, "w", "backslashreplace")  # type: ignore[misc]


def _kept_traceback() -> str:
    """Return the newest traceback that the program kept, and take it away."""
    folder = Path(os.environ["XDG_STATE_HOME"]) / "tipfloor"
    kept = sorted(folder.glob("fault-*.txt"), key=lambda path: path.stat().st_mtime)
    if not kept:
        return ""
    text = kept[-1].read_text("utf-8", "replace")
    for path in kept:
        path.unlink()
    return text[-900:]
