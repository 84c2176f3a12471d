import os
import pty
import signal
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.helpers.desk import Desk

PROGRAM = """
from pathlib import Path
from tipfloor.desk.timekeeper_app import TimekeeperApp
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore
TimekeeperApp(Proceedings(SqliteStore(Path({record!r}), read_only=True)).live()).run()
print("left in order")
"""


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_leaves_the_terminal_in_order(tmp_path: Path, end: signal.Signals) -> None:
    record = Desk.in_session(tmp_path, "BRA").record
    arguments = [sys.executable, "-c", PROGRAM.format(record=str(record))]
    process, terminal = pty.fork()
    if process == 0:
        os.execve(sys.executable, arguments, {**os.environ, "TERM": "xterm-256color"})
    try:
        seen = _read_until(terminal, b"FLOOR FREE")
        os.kill(process, end)
        seen += _read_until(terminal, b"left in order")
        assert b"\x1b[?1049l" in seen
        assert os.waitpid(process, 0)[1] == 0
    finally:
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        os.close(terminal)


def _read_until(terminal: int, text: bytes) -> bytes:
    seen = b""
    while text not in seen:
        seen += os.read(terminal, 65536)
    return seen
